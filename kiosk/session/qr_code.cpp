// SPDX-License-Identifier: Apache-2.0
#include "qr_code.h"

#include <QUrl>

#include <qrencode.h>
#include <memory>

namespace session {

QImage qrCode(const QString& text) {
  constexpr int quiet = 4;
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!code) return {};
  QImage image(code->width + 2 * quiet, code->width + 2 * quiet, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      const bool dark = (code->data[row * code->width + column] & 1) != 0;
      if (dark) image.setPixelColor(column + quiet, row + quiet, Qt::black);
    }
  }
  return image;
}

QImage QrProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  QImage image = qrCode(QUrl::fromPercentEncoding(id.toLatin1()));
  if (image.isNull()) return image;
  // Whole pixels a module: a code scaled by a fraction is hard to read.
  const int wanted = qMin(requestedSize.width(), requestedSize.height());
  const int scale = qBound(1, wanted > 0 ? wanted / image.width() : 8, 32);
  image = image.scaled(image.size() * scale);
  if (size) *size = image.size();
  return image;
}

QString qrAddress(const QString& text) {
  return QStringLiteral("image://") + QLatin1String(qrProviderName) + u'/' +
         QString::fromLatin1(QUrl::toPercentEncoding(text));
}

}  // namespace session
