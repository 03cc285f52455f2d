// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QQuickImageProvider>
#include <QString>

namespace session {

struct Paper;
class Session;

// The sheets of a paper as they would come out, below each other, `dotsPerMillimetre` fine. At most
// four. Null when it could not be drawn.
[[nodiscard]] QImage sheetsOf(const Paper& paper, double dotsPerMillimetre);

// Gives QML the last paper of the visit: the id is the number of the sheet, from 1.
class SheetProvider final : public QQuickImageProvider {
 public:
  // The session outlives it.
  explicit SheetProvider(const Session& session)
      : QQuickImageProvider(QQuickImageProvider::Image), m_session(session) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;

 private:
  const Session& m_session;
};
inline constexpr char sheetProviderName[] = "sheet";
// How many sheets it has.
[[nodiscard]] int sheetCount(const Paper& paper);

}  // namespace session
