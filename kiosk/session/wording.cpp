// SPDX-License-Identifier: Apache-2.0
#include "wording.h"

#include <cstdlib>

namespace session {
namespace {

QString key(const char* prefix, const std::string& name) {
  return QLatin1String(prefix) + QString::fromStdString(name);
}

QLatin1String kindOf(const journey::CostOutlook& outlook) {
  if (outlook.open) return QLatin1String(outlook.leastCents > 0 ? "at-least" : "later");
  if (outlook.mostCents == 0) return QLatin1String("free");
  if (outlook.leastCents == outlook.mostCents) return QLatin1String("exact");
  return QLatin1String(outlook.leastCents == 0 ? "free-or" : "between");
}

}  // namespace

QString Wording::date(journey::Date date) const {
  const unsigned day = static_cast<unsigned>(date.day());
  const unsigned month = static_cast<unsigned>(date.month());
  return m_words.filled(
      QStringLiteral("labels.date-format"),
      {{QStringLiteral("day"),
        day == 1 ? m_words.text(QStringLiteral("labels.first-of-month")) : QString::number(day)},
       {QStringLiteral("month"), m_words.text(QStringLiteral("labels.months.%1").arg(month))},
       {QStringLiteral("year"), QString::number(static_cast<int>(date.year()))}});
}

QString Wording::time(int minutes) const {
  const QString hours = QString::number(minutes / 60);
  if (minutes % 60 == 0) {
    return m_words.figures(QStringLiteral("desk.time-full"), {{QStringLiteral("hours"), hours}});
  }
  return m_words.figures(QStringLiteral("desk.time"),
                         {{QStringLiteral("hours"), hours},
                          {QStringLiteral("minutes"),
                           QStringLiteral("%1").arg(minutes % 60, 2, 10, QLatin1Char('0'))}});
}

QString Wording::amount(std::int64_t cents) const {
  return m_words.figures(
      QStringLiteral("labels.amount"),
      {{QStringLiteral("euros"), QString::number(cents / 100)},
       {QStringLiteral("cents"),
        QStringLiteral("%1").arg(std::llabs(cents % 100), 2, 10, QLatin1Char('0'))}});
}

QString Wording::procedure(const std::string& id) const {
  return m_words.text(QStringLiteral("procedures.") + QString::fromStdString(id) +
                      QStringLiteral(".name"));
}

QString Wording::costSentence(const tl::expected<journey::Cost, journey::TaxFault>& cost,
                              const journey::CostOutlook& outlook) const {
  const QString texts = QStringLiteral("screens.cost.");
  if (cost) return m_words.text(texts + QLatin1String(cost->asOf ? "estimate" : "free"));
  switch (cost.error().kind) {
    case journey::TaxFault::Kind::OnQuote:
      return m_words.text(texts + QStringLiteral("on-quote"));
    case journey::TaxFault::Kind::OneOf: {
      QHash<QString, QString> values = amounts(outlook);
      if (outlook.leastCents == 0)
        values[QStringLiteral("least")] = m_words.text(QStringLiteral("labels.free"));
      return m_words.filled(texts + QStringLiteral("one-of"), values);
    }
    default:
      return m_words.text(texts + QStringLiteral("unknown"));
  }
}

QHash<QString, QString> Wording::amounts(const journey::CostOutlook& outlook) const {
  return {{QStringLiteral("least"), amount(outlook.leastCents)},
          {QStringLiteral("most"), amount(outlook.mostCents)}};
}

QString Wording::costAhead(const journey::CostOutlook& outlook) const {
  return m_words.filled(QStringLiteral("screens.papers.cost.") + kindOf(outlook), amounts(outlook));
}

QString Wording::costAhead(const std::string& procedureId,
                           const journey::CostOutlook& outlook) const {
  QHash<QString, QString> values = amounts(outlook);
  values.insert(QStringLiteral("name"), procedure(procedureId));
  return m_words.filled(QStringLiteral("screens.papers.cost-of.") + kindOf(outlook), values);
}

QString Wording::answer(const journey::Step& step, const std::string& value) const {
  using journey::AnswerKind;
  if (value == journey::unknownAnswer) return m_words.text(QStringLiteral("labels.unknown-answer"));
  switch (step.answer) {
    case AnswerKind::Choice:
      return m_words.text(key("steps.", step.textId) + key(".options.", value));
    case AnswerKind::CalendarDate: {
      const auto read = journey::parseIsoDate(value);
      if (read) return date(*read);
      break;
    }
    case AnswerKind::Country:
      return m_words.text(key("countries.", value));
    case AnswerKind::Keyed:
    case AnswerKind::Town:
      break;
    default:
      return {};
  }
  return value.empty() ? m_words.text(QStringLiteral("labels.empty-answer"))
                       : QString::fromStdString(value);
}

QString Wording::ofStep(const journey::Step& step, const QString& name,
                        const journey::Answers& answers) const {
  const QString own = QString::fromStdString(step.textId) + u'.' + name;
  for (const Words::Otherwise& other : m_words.otherwise()) {
    const auto given = answers.find(other.step.toStdString());
    if (given == answers.end() || other.answer != QLatin1String(given->second.c_str())) continue;
    const QString text = m_words.optionalText(QStringLiteral("otherwise.") + other.step + u'.' +
                                              other.answer + u'.' + own);
    if (!text.isEmpty()) return text;
  }
  return m_words.optionalText(QStringLiteral("steps.") + own);
}

}  // namespace session
