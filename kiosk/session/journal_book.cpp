// SPDX-License-Identifier: Apache-2.0
#include "journal_book.h"

#include <QDebug>

namespace session {

JournalBook::JournalBook(std::filesystem::path folder, const agent::AgentsConfig& agents,
                         const config::Catalogue& catalogue, SteadyClock clock)
    : m_folder(std::move(folder)),
      m_agents(agents),
      m_catalogue(catalogue),
      m_clock(std::move(clock)),
      m_start(m_clock()) {}

bool JournalBook::open() {
  if (m_journal) return true;
  auto journal = agent::Journal::open(m_folder);
  if (!journal) {
    qWarning("journal: %s", journal.error().detail.c_str());
    return false;
  }
  m_journal.emplace(std::move(*journal));
  return true;
}

bool JournalBook::record(const std::string& agent, Act act, const std::string& step) {
  const agent::Agent* who = m_agents.withId(agent);
  if (!m_vocabulary) m_vocabulary.emplace(m_catalogue.stepIds(), std::vector<std::string>());
  const auto what = actOf(act, step);
  if (!who || !what || !open()) return false;
  const auto age = std::chrono::duration_cast<std::chrono::seconds>(m_clock() - m_start);
  const auto recorded = m_journal->record(agent::AgentId(*who), m_visit, age, *what);
  if (!recorded) qWarning("journal: %s", recorded.error().detail.c_str());
  return recorded.has_value();
}

std::vector<agent::Fact> JournalBook::facts() {
  if (!m_journal) return {};
  const auto acts = m_journal->actsOf(m_visit);
  if (!acts) {
    qWarning("journal: %s", acts.error().detail.c_str());
    return {};
  }
  return agent::factsOf(*acts);
}

std::optional<agent::Act> JournalBook::actOf(Act act, const std::string& step) const {
  using Done = agent::Act;
  const auto at = m_vocabulary->step(step);
  switch (act) {
    case Act::Opened:
      return Done::opened();
    case Act::MandateRead:
      return Done::mandateRead();
    case Act::MandateMade:
      return Done::mandateMade();
    case Act::MandateUsed:
      return Done::mandateUsed();
    case Act::MandateCancelled:
      return Done::mandateCancelled();
    case Act::Extended:
      return Done::extended();
    case Act::Looked:
      return Done::looked();
    case Act::Stopped:
      return Done::stopped();
    case Act::Left:
      return Done::left();
    default:
      break;
  }
  if (!at) return std::nullopt;
  switch (act) {
    case Act::Jumped:
      return Done::jumped(*at);
    case Act::Filled:
      return Done::filled(*at);
    case Act::Explained:
      return Done::explained(*at);
    case Act::Pointed:
      return Done::pointed(*at);
    case Act::SuggestionTaken:
      return Done::suggested(*at, agent::Outcome::Accepted);
    case Act::SuggestionRefused:
      return Done::suggested(*at, agent::Outcome::Refused);
    default:
      return std::nullopt;
  }
}

}  // namespace session
