// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <QLoggingCategory>

#include <nlohmann/json.hpp>
#include <utility>

namespace session {

Words::Words(QString language, const nlohmann::json& texts, QObject* parent)
    : QObject(parent), m_all(read(std::move(language), texts)) {}

Words::Words(const Words& like, QObject* parent) : QObject(parent), m_all(like.m_all) {}

void Words::become(QString language, const nlohmann::json& texts) {
  m_all = read(std::move(language), texts);
  emit changed();
}

void Words::become(const Words& like) {
  if (like.language() == language()) return;
  m_all = like.m_all;
  emit changed();
}

Words::All Words::read(QString language, const nlohmann::json& texts) {
  All all;
  all.language = std::move(language);
  if (texts.is_object()) all.take(QString(), texts);
  all.rightToLeft = all.texts.value(QStringLiteral("language.direction")) == QLatin1String("rtl");
  const QString root = QStringLiteral("otherwise");
  for (const QString& step : all.under.value(root)) {
    for (const QString& answer : all.under.value(root + u'.' + step))
      all.otherwise.append({step, answer});
  }
  return all;
}

void Words::All::take(const QString& prefix, const nlohmann::json& object) {
  for (const auto& [name, value] : object.items()) {
    const QString own = QString::fromStdString(name);
    const QString key = prefix.isEmpty() ? own : prefix + u'.' + own;
    under[prefix].append(own);
    if (value.is_object()) {
      take(key, value);
    } else if (value.is_string()) {
      texts.insert(key, QString::fromStdString(value.get_ref<const std::string&>()));
    }
  }
}

QString Words::text(const QString& key) const {
  const auto found = m_all.texts.constFind(key);
  if (found != m_all.texts.cend()) return *found;
  qWarning("no text for the key %s", qUtf8Printable(key));
  return QStringLiteral("⟦%1⟧").arg(key);
}

QString Words::optionalText(const QString& key) const {
  return m_all.texts.value(key);
}

QString Words::filled(const QString& key, const QHash<QString, QString>& values) const {
  QString result = text(key);
  for (auto value = values.cbegin(); value != values.cend(); ++value) {
    result.replace(u'{' + value.key() + u'}', apart(value.value()));
  }
  return result;
}

QString Words::figures(const QString& key, const QHash<QString, QString>& parts) const {
  QString result = text(key);
  for (auto part = parts.cbegin(); part != parts.cend(); ++part)
    result.replace(u'{' + part.key() + u'}', part.value());
  return result;
}

QString Words::apart(const QString& value) const {
  constexpr QChar firstStrongIsolate(0x2068);
  constexpr QChar popIsolate(0x2069);
  if (!m_all.rightToLeft || value.isEmpty()) return value;
  return firstStrongIsolate + value + popIsolate;
}

QStringList Words::under(const QString& key) const {
  return m_all.under.value(key);
}

}  // namespace session
