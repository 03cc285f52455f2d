// SPDX-License-Identifier: Apache-2.0
#include "agent/journal.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "agent/journal_line.h"

namespace agent {
namespace {

namespace fs = std::filesystem;
using storage::Fault;
using storage::FaultKind;
using storage::Result;

constexpr std::size_t largestHead = 4096;
// 10,000 of the longest lines.
constexpr std::size_t largestJournalFile = 8U << 20U;

fs::path headFile(const fs::path& folder) {
  return folder / "head.json";
}

Result<void> makeFolder(const fs::path& folder) {
  std::error_code error;
  if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  if (error)
    return tl::unexpected(Fault{FaultKind::ReadOnly, folder.string() + ": " + error.message()});
  return {};
}

// Nothing in a file that is not there yet.
Result<std::string> contentOf(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return std::string();
  return storage::readFile(file, error ? 0 : std::min<std::uintmax_t>(size, largestJournalFile));
}

// What stands after the last line with this hash; nothing when there is no such line.
std::optional<std::string_view> after(std::string_view content, const crypto::Digest& hash) {
  std::size_t end = content.rfind('\n');
  while (end != std::string_view::npos) {
    const std::size_t before = end == 0 ? std::string_view::npos : content.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (journal::hashOf(content.substr(begin, end - begin)) == hash) return content.substr(end + 1);
    end = before;
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> provisionJournal(const fs::path& folder, const crypto::PublicKey& auditor) {
  if (const auto made = makeFolder(folder); !made) return tl::unexpected(made.error());
  std::error_code error;
  if (fs::exists(headFile(folder), error)) return journalHead(folder);
  journal::Position first;
  first.key = crypto::randomSecret(crypto::keySize);
  const auto sealed = crypto::seal(first.key.view(), auditor);
  if (!sealed)
    return tl::unexpected(Fault{FaultKind::Failed, "the auditor's key is none to seal to"});
  const nlohmann::json head{{"version", 1},
                            {"auditor", crypto::toBase64(auditor)},
                            {"sealed", crypto::toBase64(*sealed)}};
  const std::string text = head.dump() + "\n";
  first.previous = journal::hashOf(text);
  // The head last: it says that all is there.
  if (const auto made = journal::makeKeyFile(folder, first); !made)
    return tl::unexpected(made.error());
  if (const auto made = storage::writeFile(headFile(folder), text, storage::ownerOnly); !made)
    return tl::unexpected(made.error());
  return journalHead(folder);
}

Result<std::string> journalHead(const fs::path& folder) {
  const auto text = storage::readFile(headFile(folder), largestHead);
  if (!text) return tl::unexpected(text.error());
  return crypto::sha256Hex(crypto::viewOf(*text));
}

Journal::Journal(fs::path folder, storage::Lock lock, journal::Position position)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_position(std::move(position)) {}

Result<Journal> Journal::open(const fs::path& folder) {
  if (const auto head = journalHead(folder); !head) return tl::unexpected(head.error());
  errno = 0;
  auto lock = storage::Lock::take(folder / "lock", storage::Wait::Never);
  if (!lock)
    return tl::unexpected(Fault{errno == EWOULDBLOCK ? FaultKind::Busy : FaultKind::ReadOnly,
                                (folder / "lock").string() + ": cannot be had"});
  auto position = journal::readPosition(folder);
  if (!position) return tl::unexpected(position.error());
  Journal journal(folder, std::move(*lock), std::move(*position));
  if (const auto settled = journal.settle(); !settled) return tl::unexpected(settled.error());
  return journal;
}

Result<void> Journal::record(const AgentId& agent, const VisitNumber& visit,
                             std::chrono::seconds age, const Act& act) {
  if (!isAgentId(agent.text()))
    return tl::unexpected(Fault{FaultKind::Failed, "an agent's id is none of the configuration"});
  if (!m_settled)
    if (auto settled = settle(); !settled) return settled;
  return append({}, journal::bodyOf(agent, visit, age, act));
}

// The line counts once it is synced, whether the key could be moved on or not: until it has been,
// nothing else is recorded.
Result<void> Journal::append(std::string_view before, std::string_view body) {
  const std::string line =
      journal::sealed(m_position.number, body, m_position.previous, m_position.key);
  m_settled = false;
  const auto appended = storage::appendFile(fileOf(m_position.number),
                                            std::string(before) + line + "\n", storage::ownerOnly);
  if (!appended) return appended;
  m_settled = journal::step(m_folder, m_position, journal::hashOf(line)).has_value();
  return {};
}

// What stands after the last line that the key file knows of.
Result<std::string> Journal::tail() const {
  const std::uint64_t number = m_position.number;
  auto content = contentOf(fileOf(number));
  if (!content) return content;
  if (number % journal::linesPerFile == 0) {
    if (number == 0) return content;
    const auto before = contentOf(fileOf(number - 1));
    if (!before) return before;
    const auto rest = after(*before, m_position.previous);
    if (!rest || !rest->empty())
      return tl::unexpected(damaged(number - 1, "does not end with the last line recorded"));
    return content;
  }
  const auto rest = after(*content, m_position.previous);
  if (!rest)
    return tl::unexpected(damaged(number, "the last line recorded is not there as it was"));
  return std::string(*rest);
}

Result<void> Journal::settle() {
  // An earlier attempt may have moved the key on in the file only.
  auto position = journal::readPosition(m_folder);
  if (!position) return tl::unexpected(position.error());
  m_position = std::move(*position);
  if (auto wiped = journal::wipeOther(m_folder, m_position); !wiped) return wiped;
  const auto rest = tail();
  if (!rest) return tl::unexpected(rest.error());
  if (rest->empty()) {
    m_settled = true;
    return {};
  }
  // The power went between the line and its end, or between the line and the key: it is whole.
  const bool ended = rest->back() == '\n';
  const std::string_view line = std::string_view(*rest).substr(0, rest->size() - (ended ? 1 : 0));
  const auto frame = journal::frameOf(line);
  if (frame && frame->number == m_position.number && journal::isSealedBy(*frame, m_position.key) &&
      journal::follows(*frame, m_position.previous)) {
    if (!ended)
      if (auto done = storage::appendFile(fileOf(m_position.number), "\n", storage::ownerOnly);
          !done)
        return done;
    auto moved = journal::step(m_folder, m_position, journal::hashOf(line));
    m_settled = moved.has_value();
    return moved;
  }
  const std::string_view before = ended ? "" : "\n";
  return append(before, journal::tornBodyOf(*rest + std::string(before)));
}

Result<std::vector<RecordedAct>> Journal::actsOf(const VisitNumber& visit) const {
  std::vector<RecordedAct> acts;
  const std::uint64_t last = m_position.number;
  const std::uint64_t first = last < journal::linesPerFile ? 0 : last - journal::linesPerFile;
  std::string both;
  for (const auto& file : {fileOf(first), fileOf(last)}) {
    if (file == fileOf(first) && !both.empty()) continue;
    const auto content = contentOf(file);
    if (!content) return tl::unexpected(content.error());
    both += *content;
  }
  const std::string sought = R"("visit":")" + visit.text() + '"';
  for (std::size_t at = both.find(sought); at != std::string::npos;
       at = both.find(sought, at + 1)) {
    const std::size_t before = both.rfind('\n', at);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = both.find('\n', at);
    if (end == std::string::npos) break;
    const auto frame = journal::frameOf(std::string_view(both).substr(begin, end - begin));
    const auto act = frame ? journal::actIn(*frame) : std::nullopt;
    if (act && act->visit == visit.text()) acts.push_back(*act);
  }
  return acts;
}

fs::path Journal::fileOf(std::uint64_t line) const {
  return m_folder / journal::fileNameOf(line);
}

Fault Journal::damaged(std::uint64_t line, const std::string& what) const {
  return {FaultKind::Damaged,
          fileOf(line).string() + ": " + what + "; have it looked at with journal-verify"};
}

}  // namespace agent
