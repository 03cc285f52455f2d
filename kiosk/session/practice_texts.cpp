// SPDX-License-Identifier: Apache-2.0
// What a rehearsal or an exercise says: the bar, the hints, the case, the papers, the result.
#include "agent_reasons.h"
#include "configuration.h"
#include "practice.h"
#include "sheet_picture.h"

#include <set>
#include <utility>

namespace session {
namespace {

using journey::AnswerKind;

// An agent reads it from a paper or hears it; a choice they must find by themselves.
bool isRead(const journey::Step& step) {
  return step.answer != AnswerKind::Choice;
}

}  // namespace

QString Practice::text(const char* name) const {
  return m_words.text(QStringLiteral("practice.") + QLatin1String(name));
}

QString Practice::banner() const {
  return text(m_exercise ? "banner-exercise" : "banner");
}

const journey::Fact* Practice::factFor(const journey::Step& step) const {
  const journey::Exercises& all = m_configuration.exercises;
  if (m_exercise) {
    if (const auto* own = journey::factAt(m_exercise->facts, step)) return own;
    return isRead(step) ? journey::factAt(all.facts, step) : nullptr;
  }
  const auto* fact = journey::factAt(all.facts, step);
  return fact ? fact : journey::factAt(all.way, step);
}

QString Practice::valueOf(const journey::Step& step, const journey::Fact& fact) const {
  const Wording wording(m_words);
  const std::string value = fact.on(m_session.now().here.day);
  if (value == journey::unknownAnswer && step.mayBeUnknown) {
    return m_words.text(QStringLiteral("labels.dont-know"));
  }
  if (value.empty()) {
    const QString own = wording.ofStep(step, QStringLiteral("empty"), {});
    return own.isEmpty() ? m_words.text(QStringLiteral("labels.leave-empty")) : own;
  }
  return wording.answer(step, value);
}

QString Practice::hint() const {
  const bool asked = m_session.phase() == Session::Phase::Question && m_session.walk() &&
                     m_session.overlay() == Session::Overlay::NoOverlay;
  if (!active() || !asked || m_over) return {};
  const journey::Step& step = m_session.walk()->shown();
  const journey::Fact* fact = factFor(step);
  const bool typed = step.answer == AnswerKind::Keyed;
  if (!fact) {
    const bool free = step.answer == AnswerKind::Choice && !m_exercise;
    return free ? text("hint-free") : QString();
  }
  const bool written = typed && !fact->on(m_session.now().here.day).empty();
  return m_words.filled(
      written ? QStringLiteral("practice.hint-type") : QStringLiteral("practice.hint-choose"),
      {{QStringLiteral("value"), valueOf(step, *fact)}});
}

QString Practice::title() const {
  if (!m_exercise) return text("title");
  return m_words.text(QStringLiteral("exercises.") + QString::fromStdString(m_exercise->id) +
                      QStringLiteral(".title"));
}

QString Practice::aim() const {
  if (!m_exercise) return text("aim");
  return m_words.text(QStringLiteral("exercises.") + QString::fromStdString(m_exercise->id) +
                      QStringLiteral(".aim"));
}

// What the papers of the case are for: those that the exercise asks for; in a rehearsal the one
// that the person is in, or before they opened any, the one that the proposed answers open.
std::vector<std::string> Practice::proceduresOfCase() const {
  std::vector<std::string> ids;
  const journey::Procedure& reception = m_configuration.catalogue.reception();
  if (m_exercise) {
    for (const journey::Aim& aim : m_exercise->aims)
      ids.push_back(aim.procedure);
  } else if (m_session.walk()->procedure().id != reception.id) {
    ids.push_back(m_session.walk()->procedure().id);
  } else {
    journey::Answers proposed;
    const journey::Date today = m_session.now().here.day;
    for (const journey::Step& step : reception.steps) {
      if (const journey::Fact* fact = factFor(step)) proposed[step.id] = fact->on(today);
    }
    ids = journey::route(reception, proposed, today).current().opens;
  }
  return ids;
}

QList<PanelNote> Practice::facts() const {
  QList<PanelNote> notes;
  if (!active() || !m_session.walk()) return notes;
  std::set<QString> said;
  for (const std::string& id : proceduresOfCase()) {
    const auto* procedure = id == m_configuration.catalogue.reception().id
                                ? nullptr
                                : m_configuration.catalogue.opened(id);
    for (std::size_t i = 0; procedure && i < procedure->steps.size(); ++i) {
      const journey::Step& step = procedure->steps[i];
      const journey::Fact* fact = factFor(step);
      if (!fact || !isRead(step) || step.instance > 1) continue;
      PanelNote note{questionOf(step, Wording(m_words), {}), valueOf(step, *fact)};
      if (said.insert(note.title).second) notes.append(std::move(note));
    }
  }
  return notes;
}

QStringList Practice::sheets() const {
  QStringList addresses;
  for (int sheet = 1; sheet <= m_sheetCount; ++sheet) {
    addresses.append(QStringLiteral("image://") + QLatin1String(sheetProviderName) +
                     QStringLiteral("/%1-").arg(sheet) + kindName(m_counted->kind));
  }
  return addresses;
}

QString Practice::verdict() const {
  if (!m_exercise) return {};
  const auto count = m_misses.size();
  const char* name = count == 0 ? "done-all" : count == 1 ? "done-one" : "done-some";
  return m_words.filled(QStringLiteral("practice.") + QLatin1String(name),
                        {{QStringLiteral("count"), QString::number(count)}});
}

QList<ExerciseView> Practice::exercises() const {
  QList<ExerciseView> all;
  for (const journey::Exercise& one : m_configuration.exercises.all) {
    const QString id = QString::fromStdString(one.id);
    const QString key = QStringLiteral("exercises.") + id;
    all.append({id, m_words.text(key + QStringLiteral(".title")),
                m_words.text(key + QStringLiteral(".aim"))});
  }
  return all;
}

QString Practice::spoken() const {
  if (!m_exercise) return text("over.spoken");
  QStringList parts{verdict()};
  for (const PanelNote& miss : misses())
    parts.append(miss.title + QStringLiteral(". ") + miss.text);
  return parts.join(u'\n');
}

}  // namespace session
