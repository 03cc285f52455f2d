// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "agent/journal_check.h"
#include "agent/journal_line.h"

namespace agent::journal {
namespace {

constexpr std::uint64_t markEach = 1024;
constexpr std::size_t mostFindings = 1000;

// Marked by the kiosk, but a power cut writes no line that somebody made up.
bool areTorn(std::uint64_t number, std::string_view held) {
  while (!held.empty()) {
    const auto end = std::min(held.find('\n'), held.size());
    if (!mayBeTorn(number, held.substr(0, end))) return false;
    held.remove_prefix(std::min(end + 1, held.size()));
  }
  return true;
}

const char* wordOf(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::Altered:
      return "altered";
    case Finding::Kind::Missing:
      return "missing";
    case Finding::Kind::Misplaced:
      return "misplaced";
    case Finding::Kind::Foreign:
      return "foreign";
    case Finding::Kind::Head:
      return "beginning";
    case Finding::Kind::Tail:
      return "end";
    case Finding::Kind::Rollback:
      return "put back";
  }
  return "";
}

}  // namespace

std::string Finding::text() const {
  std::string told = file;
  if (line > 0) told += ": line " + std::to_string(line);
  told += std::string(": ") + wordOf(kind) + ": ";
  if (kind != Kind::Head && kind != Kind::Rollback) {
    told += first == last ? "entry " + std::to_string(first)
                          : "entries " + std::to_string(first) + " to " + std::to_string(last);
    told += ": ";
  }
  return told + what;
}

Keys::Keys(std::uint64_t number, crypto::Secret key)
    : m_first(number), m_number(number), m_key(std::move(key)) {
  m_marks.push_back(m_key.copy());
}

const crypto::Secret& Keys::of(std::uint64_t number) {
  const auto mark = std::min<std::uint64_t>((number - m_first) / markEach, m_marks.size() - 1);
  if (const auto marked = m_first + mark * markEach; number < m_number || marked > m_number) {
    std::copy_n(m_marks[mark].data(), m_key.size(), m_key.data());
    m_number = marked;
  }
  while (m_number < number) {
    crypto::evolveKey(m_key);
    ++m_number;
    if (m_number == m_first + m_marks.size() * markEach) m_marks.push_back(m_key.copy());
  }
  return m_key;
}

ChainCheck::ChainCheck(Keys& keys, const crypto::Digest& previous, std::uint64_t entries)
    : m_keys(&keys), m_previous(previous), m_entries(entries), m_next(keys.first()) {}

void ChainCheck::beginFile(std::string name, std::uint64_t first) {
  settleHeld();
  m_file = std::move(name);
  m_fileFirst = first;
  m_lineInFile = 0;
}

void ChainCheck::line(std::string_view text, bool whole) {
  ++m_lineInFile;
  const auto frame = whole ? frameOf(text) : std::nullopt;
  if (!frame) {
    m_held += text;
    if (m_heldAt == 0) m_heldAt = m_lineInFile;
    if (whole) m_held += '\n';
    return;
  }
  const std::uint64_t number = frame->number;
  const bool known = number >= m_keys->first() && number < m_entries;
  if (!known || !isSealedBy(*frame, m_keys->of(number))) {
    settleHeld();
    if (number != m_next)
      return find(Finding::Kind::Foreign, number, number, "no line of this journal's");
    find(Finding::Kind::Altered, number, number, "is not what was recorded");
    ++m_next;
    m_trusted = false;
    return;
  }
  if (number / linesPerFile * linesPerFile != m_fileFirst)
    find(Finding::Kind::Misplaced, number, number, "belongs in " + fileNameOf(number));
  if (number < m_next) {
    settleHeld();
    return find(Finding::Kind::Misplaced, number, number, "stands again, or out of order");
  }
  if (number > m_next) {
    settleHeld();
    find(Finding::Kind::Missing, m_next, number - 1, "not there, or not in their place");
    m_trusted = false;
    m_next = number;
  }
  if (const auto marks = marksTorn(*frame, m_held)) {
    if (*marks && areTorn(number, m_held)) {
      m_notes.push_back(m_file + ": line " + std::to_string(m_heldAt) +
                        ": half-written when the power went; it never counted");
      m_held.clear();
      m_heldAt = 0;
    } else if (!*marks) {
      find(Finding::Kind::Altered, number, number, "what a power cut left before it was changed");
    }
  }
  settleHeld();
  if (m_trusted && !follows(*frame, m_previous))
    find(Finding::Kind::Altered, number, number, "does not follow the line before it");
  accept(text);
}

void ChainCheck::accept(std::string_view text) {
  m_previous = hashOf(text);
  m_trusted = true;
  ++m_next;
}

void ChainCheck::settleHeld() {
  if (m_heldAt == 0) return;
  const std::uint64_t line = std::exchange(m_lineInFile, m_heldAt);
  find(Finding::Kind::Foreign, m_next, m_next, "a line that is no entry");
  m_lineInFile = line;
  m_held.clear();
  m_heldAt = 0;
}

void ChainCheck::end(const Position& position) {
  // Not marked yet: the kiosk has not been started since.
  const auto frame = frameOf(m_held);
  const bool lacksItsEnd =
      frame && frame->number == m_next && isSealedBy(*frame, m_keys->of(m_next));
  if (m_heldAt > 0 && position.number == m_next && (lacksItsEnd || mayBeTorn(m_next, m_held))) {
    m_notes.push_back(m_file + ": line " + std::to_string(m_heldAt) +
                      ": half-written when the power went; it never counted");
    m_held.clear();
    m_heldAt = 0;
  }
  settleHeld();
  m_file = "key";
  m_lineInFile = 0;
  // The power may have gone between the line and the key.
  const bool behind = position.number + 1 == m_next;
  if (position.number > m_next)
    return find(Finding::Kind::Tail, m_next, position.number - 1, "recorded, but not there");
  if (position.number < m_keys->first() || (position.number < m_next && !behind))
    return find(Finding::Kind::Tail, position.number, m_next,
                "the file of keys is of an earlier moment");
  if (!crypto::sameBytes(m_keys->of(position.number).view(), position.key.view()))
    return find(Finding::Kind::Tail, m_next, m_next, "the key is not that of the next entry");
  if (!behind && m_trusted && position.previous != m_previous)
    find(Finding::Kind::Tail, m_next, m_next, "the key does not name the last line");
  if (behind)
    m_notes.push_back("key: one entry behind: the power went between the two; none is lost");
}

void ChainCheck::find(Finding::Kind kind, std::uint64_t first, std::uint64_t last,
                      std::string what) {
  if (!m_findings.empty()) {
    Finding& before = m_findings.back();
    if (before.kind == kind && before.file == m_file && before.what == what &&
        before.last + 1 == first) {
      before.last = last;
      return;
    }
  }
  if (m_findings.size() < mostFindings)
    m_findings.push_back({kind, m_file, m_lineInFile, first, last, std::move(what)});
}

}  // namespace agent::journal
