// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <QLoggingCategory>

#include <nlohmann/json.hpp>
#include <utility>

namespace session {

Words::Words(QString language, const nlohmann::json& texts, QObject* parent)
    : QObject(parent), m_language(std::move(language)) {
  if (texts.is_object()) take(QString(), texts);
  const QString root = QStringLiteral("otherwise");
  for (const QString& step : under(root)) {
    for (const QString& answer : under(root + u'.' + step))
      m_otherwise.append({step, answer});
  }
}

void Words::take(const QString& prefix, const nlohmann::json& object) {
  for (const auto& [name, value] : object.items()) {
    const QString own = QString::fromStdString(name);
    const QString key = prefix.isEmpty() ? own : prefix + u'.' + own;
    m_under[prefix].append(own);
    if (value.is_object()) {
      take(key, value);
    } else if (value.is_string()) {
      m_texts.insert(key, QString::fromStdString(value.get_ref<const std::string&>()));
    }
  }
}

QString Words::text(const QString& key) const {
  const auto found = m_texts.constFind(key);
  if (found != m_texts.cend()) return *found;
  qWarning("no text for the key %s", qUtf8Printable(key));
  return QStringLiteral("⟦%1⟧").arg(key);
}

QString Words::optionalText(const QString& key) const {
  return m_texts.value(key);
}

QString Words::filled(const QString& key, const QHash<QString, QString>& values) const {
  QString result = text(key);
  for (auto value = values.cbegin(); value != values.cend(); ++value) {
    result.replace(u'{' + value.key() + u'}', value.value());
  }
  return result;
}

QStringList Words::under(const QString& key) const {
  return m_under.value(key);
}

}  // namespace session
