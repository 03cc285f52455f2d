// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QQuickImageProvider>
#include <QString>

namespace session {

// One pixel a module, four modules of quiet around (ISO/IEC 18004), black on white. Null when the
// text does not fit in a code.
[[nodiscard]] QImage qrCode(const QString& text);

// Gives QML the code of a text at qrAddress(text), at any size, with sharp edges.
class QrProvider final : public QQuickImageProvider {
 public:
  QrProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};
inline constexpr char qrProviderName[] = "qr";
[[nodiscard]] QString qrAddress(const QString& text);

}  // namespace session
