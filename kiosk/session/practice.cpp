// SPDX-License-Identifier: Apache-2.0
#include "practice.h"

#include "agent_reasons.h"
#include "configuration.h"
#include "exercise_result.h"
#include "sheet_picture.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace session {
namespace {

using journey::AnswerKind;
using To = Departure::To;

// Nobody is there any more: longer than anything at the end of a rehearsal takes to read.
constexpr std::chrono::minutes patience{5};

// An agent reads it from a paper or hears it; a choice they must find by themselves.
bool isRead(const journey::Step& step) {
  return step.answer != AnswerKind::Choice;
}

}  // namespace

Practice::Practice(Session& session, const Configuration& configuration, const Words& words,
                   const std::string* exercise, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_configuration(configuration),
      m_words(words),
      m_rehearsing(exercise != nullptr) {
  if (exercise) m_exercise = configuration.exercises.find(*exercise);
}

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

QList<PanelNote> Practice::facts() const {
  QList<PanelNote> notes;
  if (!active() || !m_session.walk()) return notes;
  std::set<QString> said;
  for (const journey::Step& step : m_session.walk()->procedure().steps) {
    const journey::Fact* fact = factFor(step);
    if (!fact || !isRead(step) || step.instance > 1) continue;
    PanelNote note{questionOf(step, Wording(m_words), {}), valueOf(step, *fact)};
    if (said.insert(note.title).second) notes.append(std::move(note));
  }
  return notes;
}

QStringList Practice::sheets() const {
  QStringList addresses;
  if (!m_rehearsing || !m_session.paper()) return addresses;
  const int sheets = sheetCount(*m_session.paper());
  for (int sheet = 1; sheet <= sheets; ++sheet) {
    addresses.append(QStringLiteral("image://") + QLatin1String(sheetProviderName) +
                     QStringLiteral("/%1-").arg(sheet) + kindName(m_session.paper()->kind));
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

bool Practice::offered() const {
  return !m_rehearsing && m_session.phase() == Session::Phase::Welcome;
}

QString Practice::spoken() const {
  if (!m_exercise) return text("over.spoken");
  QStringList parts{verdict()};
  for (const PanelNote& miss : m_misses)
    parts.append(miss.title + QStringLiteral(". ") + miss.text);
  return parts.join(u'\n');
}

void Practice::begin() {
  if (!m_rehearsing) return;
  m_session.begin();
  if (m_exercise) m_session.showCase();
}

void Practice::follow() {
  if (m_exercise && !m_over) {
    if (auto now = reachedIn(m_session)) keep(std::move(*now));
  }
  emit changed();
}

void Practice::keep(journey::Reached now) {
  // Another one was opened: what was not brought to its end before was a detour.
  if (!m_reached.empty() && m_reached.back().procedure != now.procedure) {
    std::erase_if(m_reached, [](const journey::Reached& one) { return one.end != "send"; });
  }
  if (m_reached.empty() || m_reached.back().procedure != now.procedure) {
    m_reached.push_back(std::move(now));
  } else {
    m_reached.back() = std::move(now);
  }
}

void Practice::ended() {
  if (!m_rehearsing || m_departure) {
    emit left();
    return;
  }
  if (m_exercise) {
    for (const journey::Miss& miss : missed())
      m_misses.append(noteOf(miss, m_configuration.catalogue, Wording(m_words)));
  }
  m_over = true;
  touched();
  emit changed();
}

std::vector<journey::Miss> Practice::missed() {
  const auto isReception = [](const auto& one) { return one.procedure == "reception"; };
  const auto& aims = m_exercise->aims;
  // Whoever is still there has opened nothing, which is asked of nobody by name.
  if (std::none_of(aims.begin(), aims.end(), isReception)) std::erase_if(m_reached, isReception);
  auto misses = journey::missesOf(*m_exercise, m_reached, m_session.now().here.day);
  // Answers in the order in which they are asked, before the rest.
  const auto place = [this](const journey::Miss& miss) {
    const auto* step = miss.kind == journey::Miss::Kind::Answer
                           ? stepAbout(miss, m_configuration.catalogue)
                           : nullptr;
    if (!step) return std::numeric_limits<std::ptrdiff_t>::max();
    const journey::Procedure* procedure = m_configuration.catalogue.opened(miss.procedure);
    return procedure ? step - procedure->steps.data() : 0;
  };
  std::stable_sort(misses.begin(), misses.end(),
                   [&](const auto& one, const auto& other) { return place(one) < place(other); });
  return misses;
}

void Practice::tick(std::chrono::milliseconds now) {
  m_now = now;
  if (m_over && now - m_lastTouch >= patience) leave({});
}

void Practice::leave(Departure departure) {
  if (m_departure) return;
  m_departure = std::move(departure);
  if (m_over) {
    m_over = false;
    emit changed();
    emit left();
    return;
  }
  m_session.leave();
}

void Practice::rehearse() {
  if (offered()) leave({To::Rehearsal, {}});
}

void Practice::exercise(const QString& id) {
  if (offered() && m_configuration.exercises.find(id.toStdString())) {
    leave({To::Rehearsal, id.toStdString()});
  }
}

void Practice::stop() {
  if (active() && !m_over) m_session.leave();
}

void Practice::realVisit() {
  if (m_over) leave({To::Visit, {}});
}

void Practice::finish() {
  if (m_over) leave({});
}

void Practice::again() {
  if (m_over && m_exercise) leave({To::Rehearsal, m_exercise->id});
}

void Practice::nextExercise() {
  if (!m_over || !m_exercise) return;
  const auto& all = m_configuration.exercises.all;
  const auto next = static_cast<std::size_t>(m_exercise - all.data() + 1) % all.size();
  leave({To::Rehearsal, all[next].id});
}

void Practice::callAgent() {
  if (active()) leave({To::Call, {}});
}

}  // namespace session
