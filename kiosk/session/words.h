// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace session {

// The texts of one language by dotted key. Read whole at the start, never written.
class Words : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString language READ language CONSTANT FINAL)

 public:
  // Texts of their own for people who gave this answer: keys under "otherwise.<step>.<answer>.".
  struct Otherwise {
    QString step, answer;
  };

  // `texts` is config/text/<language>.json; what is no text in it is left out.
  Words(QString language, const nlohmann::json& texts, QObject* parent);

  [[nodiscard]] QString language() const { return m_language; }
  // The text of a key. A key that is missing gives "⟦key⟧", which tests look for, and a warning.
  Q_INVOKABLE [[nodiscard]] QString text(const QString& key) const;
  // The same, "" when there is none: for texts that a step may do without.
  Q_INVOKABLE [[nodiscard]] QString optionalText(const QString& key) const;
  // The text with each {name} replaced by its value.
  [[nodiscard]] QString filled(const QString& key, const QHash<QString, QString>& values) const;
  [[nodiscard]] const QList<Otherwise>& otherwise() const { return m_otherwise; }
  // The names right under a key, sorted: the countries, the lines of a list.
  [[nodiscard]] QStringList under(const QString& key) const;

 private:
  void take(const QString& prefix, const nlohmann::json& object);

  QString m_language;
  QHash<QString, QString> m_texts;
  QHash<QString, QStringList> m_under;
  QList<Otherwise> m_otherwise;
};

}  // namespace session
