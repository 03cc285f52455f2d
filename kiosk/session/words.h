// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

namespace session {

// The texts of one language by dotted key. Read whole at the start, never written.
class Words : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString language READ language CONSTANT FINAL)

 public:
  Words(QString language, QHash<QString, QString> texts, QObject* parent);

  [[nodiscard]] QString language() const { return m_language; }
  // The text of a key. A key that is missing gives "⟦key⟧", which tests look for, and a warning.
  Q_INVOKABLE [[nodiscard]] QString text(const QString& key) const;
  // The same, "" when there is none: for texts that a step may do without.
  Q_INVOKABLE [[nodiscard]] QString optionalText(const QString& key) const;
  // The text with each {name} replaced by its value.
  [[nodiscard]] QString filled(const QString& key, const QHash<QString, QString>& values) const;

 private:
  QString m_language;
  QHash<QString, QString> m_texts;
};

}  // namespace session
