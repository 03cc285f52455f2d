// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QHash>
#include <QObject>
#include <QString>

namespace session {

// How wide words are before they are set: by it a button asks for its width. Words are measured
// once in each size; a TextMetrics of QML measures them again at each move of what depends on it,
// dozens of times while one screen is laid out. GUI thread.
class TextMeasure : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  using QObject::QObject;

  // The advance width, in pixels, of words on one line. `typeSize` is the size of the type, not the
  // height of its capitals, in pixels, above 0.
  [[nodiscard]] Q_INVOKABLE qreal advance(const QString& words, const QString& face, int typeSize,
                                          bool strong);

  // How many settings are remembered: never more than 2,000, then they are measured anew.
  [[nodiscard]] qsizetype known() const { return m_known.size(); }

 private:
  struct Setting {
    QString words;
    QString face;
    int typeSize;
    bool strong;
    bool operator==(const Setting&) const = default;
    friend size_t qHash(const Setting& setting, size_t seed) noexcept {
      return qHashMulti(seed, setting.words, setting.face, setting.typeSize, setting.strong);
    }
  };

  QHash<Setting, qreal> m_known;
};

}  // namespace session
