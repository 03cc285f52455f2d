// SPDX-License-Identifier: Apache-2.0
#include "practice.h"

#include "configuration.h"
#include "exercise_result.h"
#include "sheet_picture.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace session {
namespace {

using To = Departure::To;

// Nobody is there any more: longer than anything at the end of a rehearsal takes to read.
constexpr std::chrono::minutes patience{5};

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

bool Practice::offered() const {
  return !m_rehearsing && m_session.phase() == Session::Phase::Welcome;
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
  countSheets();
  emit changed();
}

void Practice::countSheets() {
  if (!m_rehearsing || m_session.paper() == m_counted) return;
  m_counted = m_session.paper();
  m_sheetCount = m_counted ? sheetCount(*m_counted) : 0;
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
  if (m_exercise) m_misses = missed();
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
    const auto last = std::numeric_limits<std::ptrdiff_t>::max();
    if (miss.kind != journey::Miss::Kind::Answer) return last;
    const config::Catalogue& catalogue = m_configuration.catalogue;
    const journey::Procedure& reception = catalogue.reception();
    const auto* procedure =
        miss.procedure == reception.id ? &reception : catalogue.opened(miss.procedure);
    const journey::Step* step = stepAbout(miss, catalogue);
    return procedure && step ? step - procedure->steps.data() : last;
  };
  std::stable_sort(misses.begin(), misses.end(),
                   [&](const auto& one, const auto& other) { return place(one) < place(other); });
  return misses;
}

void Practice::tick(std::chrono::milliseconds now) {
  m_now = now;
  if (m_over && now - m_lastTouch >= patience) leave({});
}

QList<PanelNote> Practice::misses() const {
  QList<PanelNote> notes;
  for (const journey::Miss& miss : m_misses)
    notes.append(noteOf(miss, m_configuration.catalogue, Wording(m_words)));
  return notes;
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
