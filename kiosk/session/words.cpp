// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <QLoggingCategory>

#include <utility>

namespace session {

Words::Words(QString language, QHash<QString, QString> texts, QObject* parent)
    : QObject(parent), m_language(std::move(language)), m_texts(std::move(texts)) {}

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

}  // namespace session
