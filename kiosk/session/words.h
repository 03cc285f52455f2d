// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

namespace session {

// The texts of one language by dotted key. They become those of another when the person chooses so:
// whatever keeps a text follows changed(), the screens are drawn anew (Visit::publish).
class Words : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString language READ language NOTIFY changed FINAL)
  // Lines begin at the right, and the screen is laid out the other way round.
  Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY changed FINAL)

 public:
  // Texts of their own for people who gave this answer: keys under "otherwise.<step>.<answer>.".
  struct Otherwise {
    QString step, answer;
  };

  // `texts` is config/text/<language>.json; what is no text in it is left out.
  Words(QString language, const nlohmann::json& texts, QObject* parent);
  // The same words once more: they share their memory until one of the two changes.
  Words(const Words& like, QObject* parent);

  void become(QString language, const nlohmann::json& texts);
  void become(const Words& like);

  [[nodiscard]] QString language() const { return m_all.language; }
  [[nodiscard]] bool rightToLeft() const { return m_all.rightToLeft; }
  // The text of a key. A key that is missing gives "⟦key⟧", which tests look for, and a warning.
  Q_INVOKABLE [[nodiscard]] QString text(const QString& key) const;
  // The same, "" when there is none: for texts that a step may do without.
  Q_INVOKABLE [[nodiscard]] QString optionalText(const QString& key) const;
  // The text with each {name} replaced by its value.
  [[nodiscard]] QString filled(const QString& key, const QHash<QString, QString>& values) const;
  // The same for parts of one number, "{euros},{cents}": nothing keeps them apart.
  [[nodiscard]] QString figures(const QString& key, const QHash<QString, QString>& parts) const;
  // A value inside of a sentence: where lines run to the left, marks keep a plate, a number or a
  // name together and in its own direction (Unicode's isolates). Else as it is.
  Q_INVOKABLE [[nodiscard]] QString apart(const QString& value) const;
  [[nodiscard]] const QList<Otherwise>& otherwise() const { return m_all.otherwise; }
  // The names right under a key, sorted: the countries, the lines of a list.
  [[nodiscard]] QStringList under(const QString& key) const;

 signals:
  void changed();

 private:
  struct All {
    QString language;
    bool rightToLeft = false;
    QHash<QString, QString> texts;
    QHash<QString, QStringList> under;
    QList<Otherwise> otherwise;

    void take(const QString& prefix, const nlohmann::json& object);
  };
  [[nodiscard]] static All read(QString language, const nlohmann::json& texts);

  All m_all;
};

// The words of the house, which its agents read whatever the person chose. A type of its own, since
// QML knows one object of a type.
class SiteWords final : public session::Words {
  Q_OBJECT
 public:
  using session::Words::Words;
};

}  // namespace session
