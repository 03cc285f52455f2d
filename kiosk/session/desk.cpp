// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

namespace session {

Desk::Desk(const KioskConfig& config, const Words& words, QObject* parent)
    : QObject(parent), m_config(config), m_words(words) {
  m_state = inWords(QStringLiteral("desk.state."));
  m_sentence = inWords(QStringLiteral("desk.sentence."));
}

QString Desk::place() const {
  return QString::fromStdString(m_config.place.name + '\n' + m_config.place.address);
}

QString Desk::hours() const {
  return hoursInWords(m_config.desk, Wording(m_words)).join(u'\n');
}

bool Desk::openNow() const {
  return m_known && m_next.openNow;
}

QString Desk::state() const {
  return m_state;
}

QString Desk::sentence() const {
  return m_sentence;
}

QString Desk::telephone() const {
  return QString::fromStdString(m_config.place.telephone);
}

void Desk::tick(journey::Date day, int minute) {
  const auto next = nextOpening(m_config.desk, day, minute);
  m_known = next.has_value();
  m_next = next.value_or(NextOpening{});
  retell();
}

void Desk::retell() {
  const QString state = inWords(QStringLiteral("desk.state."));
  const QString sentence = inWords(QStringLiteral("desk.sentence."));
  if (state == m_state && sentence == m_sentence) return;
  m_state = state;
  m_sentence = sentence;
  emit changed();
}

// In the language of the screen where the house tells it so, else as it is.
QString Desk::where() const {
  const auto& told = m_config.desk.where;
  const auto found = told.find(m_words.language().toStdString());
  return QString::fromStdString(found == told.end() ? told.begin()->second : found->second);
}

QString Desk::inWords(const QString& form) const {
  const char* key = !m_known                ? "unknown"
                    : m_next.openNow        ? "open"
                    : m_next.daysAhead == 0 ? "opens-today"
                    : m_next.daysAhead == 1 ? "opens-tomorrow"
                                            : "opens-on";
  return m_words.filled(
      form + QLatin1String(key),
      {{QStringLiteral("time"), Wording(m_words).time(m_next.minute)},
       {QStringLiteral("day"),
        m_words.text(QStringLiteral("labels.weekdays.%1").arg(m_next.weekday + 1))},
       {QStringLiteral("place"), where()}});
}

}  // namespace session
