// SPDX-License-Identifier: Apache-2.0
#include "rehearsal.h"

#include <utility>

namespace session {
namespace {

// Where a number would stand, on the screen and on the paper.
constexpr char instead[] = "0000-0000";
// No file can be there: a mandate can be neither found nor made.
constexpr char nowhere[] = "/dev/null/none";

}  // namespace

Rehearsal::Rehearsal(std::string exercise)
    : m_exercise(std::move(exercise)), m_mandates(nowhere, [](const std::string&) {}) {}

Surroundings Rehearsal::surroundings(const Moment& start) {
  return {m_store,    m_register, m_tray, m_door,       m_book,
          m_mandates, m_calls,    m_line, std::nullopt, start};
}

tl::expected<std::string, StoreTrouble> Rehearsal::Store::record(const nlohmann::json&) {
  return instead;
}

Fate Rehearsal::Store::fate() {
  Fate fate;
  fate.kind = Fate::Kind::Received;
  fate.reference = instead;
  fate.nextStep = "wait";
  return fate;
}

tl::expected<void, std::string> Rehearsal::Calls::write(const agent::CallRecord&) {
  return tl::unexpected(std::string("a rehearsal calls nobody"));
}

}  // namespace session
