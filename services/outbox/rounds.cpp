// SPDX-License-Identifier: Apache-2.0
#include "outbox/rounds.h"

#include <algorithm>
#include <utility>

#include "outbox/receipt.h"

namespace outbox {
namespace {

using national::NationalFault;
using Kind = national::FaultKind;

std::string nameOf(Kind kind) {
  switch (kind) {
    case Kind::Unreachable:
      return "unreachable";
    case Kind::UnknownOutcome:
      return "unknown-outcome";
    case Kind::Busy:
      return "busy";
    case Kind::Rejected:
      return "rejected";
    case Kind::Unknown:
      return "unknown";
    case Kind::CredentialsRefused:
      return "credentials-refused";
    case Kind::NotInContract:
      break;
  }
  return "not-in-contract";
}

// Refusals that say something about this kiosk or about the way, nothing about the person's
// request.
bool isOurs(const std::string& code) {
  return code == "key-unknown" || code == "signature-invalid";
}

bool isPassing(const std::string& code) {
  return code == "parts-missing" || code == "digest-mismatch";
}

}  // namespace

// One try with one parcel.
struct Rounds::Trial {
  const Departure& departure;
  bool announced;         // may the service know of it
  bool progress = false;  // a part arrived
};

Rounds::Rounds(Departures& departures, Transport& transport, const NationalKeys& national,
               Surroundings surroundings)
    : m_departures(departures),
      m_transport(transport),
      m_national(national),
      m_surroundings(std::move(surroundings)) {}

Result<Rounds::Went> Rounds::once() {
  if (m_held) return Went::NothingDue;
  const auto chosen = choose();
  if (!chosen) return tl::unexpected(chosen.error());
  if (!*chosen) return Went::NothingDue;
  if (const auto carried = carry(**chosen); !carried) return tl::unexpected(carried.error());
  return Went::Tried;
}

Result<void> Rounds::inspect() {
  return m_departures.damaged().map(
      [this](const std::vector<std::string>& damaged) { tellDamaged(damaged); });
}

Result<std::optional<std::int64_t>> Rounds::nextDue() {
  std::optional<std::int64_t> next;
  if (m_held) return next;
  const auto queue = m_departures.queue();
  if (!queue) return tl::unexpected(queue.error());
  const auto line = m_departures.line();
  if (!line) return tl::unexpected(line.error());
  for (const auto& queued : *queue) {
    if (m_toldDamaged.contains(queued.requestId)) continue;
    const std::int64_t due = dueOf(queued, *line);
    if (!next || due < *next) next = due;
  }
  return next;
}

// The first try of a parcel does not wait for the line: its person may still stand there. Only the
// service's own word (Retry-After) holds it back.
std::int64_t Rounds::dueOf(const Departures::Queued& queued, const Line& line) const {
  const std::int64_t now = m_surroundings.now();
  const auto moment = [now](std::int64_t due) { return isDue(due, now) ? now : due; };
  const bool first = queued.attempts == 0 && !line.ordered;
  return first ? moment(queued.due) : std::max(moment(queued.due), moment(line.due));
}

Result<std::optional<Departure>> Rounds::choose() {
  const auto queue = m_departures.queue();
  if (!queue) return tl::unexpected(queue.error());
  const auto line = m_departures.line();
  if (!line) return tl::unexpected(line.error());
  for (const auto& queued : *queue) {
    if (dueOf(queued, *line) > m_surroundings.now()) continue;
    if (m_toldDamaged.contains(queued.requestId)) continue;
    auto departure = loadChecked(queued.requestId);
    if (departure) return std::optional<Departure>(std::move(*departure));
    if (departure.error().kind != FaultKind::Damaged) return tl::unexpected(departure.error());
    tellDamaged({queued.requestId});
  }
  return std::optional<Departure>();
}

Result<Departure> Rounds::loadChecked(const std::string& requestId) {
  auto departure = m_departures.load(requestId);
  if (!departure) return departure;
  if (const auto sound = m_departures.checkParts(*departure); !sound)
    return tl::unexpected(sound.error());
  return departure;
}

// Once for each: what is damaged stays where it is, for somebody to look at.
void Rounds::tellDamaged(const std::vector<std::string>& requestIds) {
  for (const auto& id : requestIds) {
    if (!m_toldDamaged.insert(id).second) continue;
    m_surroundings.log("ALARM request=" + id + " damaged on the disk: not sent, kept as it is");
  }
}

Result<void> Rounds::carry(const Departure& departure) {
  Trial trial{departure, departure.announced};
  const std::string& id = departure.announcement.requestId;
  if (departure.announced) {
    const auto found = m_transport.find(id);
    if (found) return carryOn(trial, *found);
    if (found.error().kind != Kind::Unknown) return give(trial, found.error());
  } else {
    if (auto marked = m_departures.markAnnounced(id); !marked) return marked;
  }
  const auto state = m_transport.announce(departure.announcement);
  if (state) {
    trial.announced = true;
    return carryOn(trial, *state);
  }
  const Kind kind = state.error().kind;
  trial.announced = kind != Kind::Unreachable && kind != Kind::Busy;
  return give(trial, state.error());
}

Result<void> Rounds::carryOn(Trial& trial, const national::RequestState& state) {
  const auto& announcement = trial.departure.announcement;
  if (state.requestId != announcement.requestId)
    return stop(trial, "not-in-contract", "the service speaks of another request");
  if (state.receipt) return finish(trial, *state.receipt);

  std::set<std::string> missing(state.missingParts.begin(), state.missingParts.end());
  for (std::size_t i = 0; i < announcement.parts.size(); ++i) {
    const std::string& name = announcement.parts[i].sha256;
    if (missing.erase(name) == 0) continue;
    const auto bytes = m_departures.part(trial.departure, i);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto put = m_transport.putPart(announcement.requestId, name, *bytes);
    if (!put) return give(trial, put.error());
    trial.progress = true;
  }
  if (!missing.empty())
    return stop(trial, "not-in-contract", "the service misses a part that is not ours");

  const auto receipt = m_transport.submit(announcement.requestId);
  return receipt ? finish(trial, *receipt) : give(trial, receipt.error());
}

Result<void> Rounds::finish(Trial& trial, const national::Receipt& receipt) {
  const auto good = verifyReceipt(receipt, trial.departure.announcement, m_national.receiptKey);
  if (!good) return stop(trial, "receipt-refused", "receipt " + outbox::nameOf(good.error()));
  auto delivered = m_departures.deliver(receipt);
  if (delivered)
    tell(trial.departure,
         "delivered parts=" + std::to_string(trial.departure.announcement.parts.size()) +
             " status=" + receipt.status);
  return delivered;
}

Result<void> Rounds::give(Trial& trial, const NationalFault& fault) {
  const std::string& id = trial.departure.announcement.requestId;
  switch (fault.kind) {
    case Kind::Unreachable:
    case Kind::Busy:
    case Kind::UnknownOutcome:
    case Kind::Unknown:  // it forgot what it was told: the next try asks, and tells it again
      return later(trial, fault);
    case Kind::Rejected: {
      if (isPassing(fault.code)) return later(trial, fault);
      if (isOurs(fault.code)) return stop(trial, fault.code, fault.detail);
      auto refused = m_departures.refuse(id, fault.code);
      if (refused) tell(trial.departure, "refused code=" + fault.code);
      return refused;
    }
    case Kind::CredentialsRefused:
      m_held = true;
      return stop(trial, "credentials-refused",
                  fault.detail +
                      "; nothing more is tried until the "
                      "credentials are mended and the "
                      "courier is started again");
    case Kind::NotInContract:
      break;
  }
  return stop(trial, "not-in-contract", fault.detail);
}

Result<void> Rounds::later(Trial& trial, const NationalFault& fault) {
  const std::int64_t now = m_surroundings.now();
  const bool ofTheLine = fault.kind == Kind::Unreachable || fault.kind == Kind::Busy;
  auto line = m_departures.line();
  if (!line) return tl::unexpected(line.error());
  line->attempts = trial.progress ? 1 : line->attempts + 1;
  line->ordered = fault.retryAfter.has_value();
  const auto wait = waitFor(line->attempts, fault.retryAfter, m_surroundings.random);
  line->due = now + wait.count();

  Departures::Postponement postponement;
  postponement.announced = trial.announced;
  postponement.attempts = trial.progress ? 1 : trial.departure.attempts + 1;
  // A line that is down says nothing about the parcel: the line's own wait is enough.
  postponement.due =
      ofTheLine ? now : now + backoff(postponement.attempts, m_surroundings.random).count();
  auto postponed =
      m_departures.postpone(trial.departure.announcement.requestId, postponement, *line);
  const std::int64_t next = std::max(line->due, postponement.due) - now;
  if (postponed)
    tell(trial.departure, "later kind=" + nameOf(fault.kind) + " (" + fault.detail +
                              ") next-in-ms=" + std::to_string(next));
  return postponed;
}

Result<void> Rounds::stop(Trial& trial, const std::string& code, const std::string& why) {
  auto stopped = m_departures.stop(trial.departure.announcement.requestId, code);
  if (stopped)
    m_surroundings.log("ALARM request=" + trial.departure.announcement.requestId + " local=" +
                       trial.departure.localNumber + " stopped code=" + code + " (" + why + ")");
  return stopped;
}

void Rounds::tell(const Departure& departure, const std::string& event) {
  m_surroundings.log("request=" + departure.announcement.requestId +
                     " local=" + departure.localNumber + " " + event);
}

}  // namespace outbox
