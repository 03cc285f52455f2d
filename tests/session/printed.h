// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>

#include <gtest/gtest.h>

// Papers that came out, for tests and for the eye.
namespace session_test {

/// What pdftotext reads, blanks and line ends made one space.
inline QString textOf(const QByteArray& pdf) {
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
  reader.write(pdf);
  reader.closeWriteChannel();
  EXPECT_TRUE(reader.waitForFinished(20'000));
  return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

/// Kept for the eye when KIOSK_PAPERS names a folder.
inline void show(const QByteArray& pdf, const char* name) {
  const QString folder = qEnvironmentVariable("KIOSK_PAPERS");
  if (folder.isEmpty()) return;
  QFile file(folder + u'/' + QLatin1String(name) + QStringLiteral(".pdf"));
  if (file.open(QIODevice::WriteOnly)) file.write(pdf);
}

}  // namespace session_test
