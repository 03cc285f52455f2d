// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "agent/journal_key.h"
#include "crypto/crypto.h"

// An auditor's look at a journal (journal.h). Nothing here belongs on a kiosk for people: it takes
// the auditor's secret key.
namespace agent::journal {

struct Finding {
  enum class Kind {
    Altered,    // an entry whose text is not what was recorded
    Missing,    // entries that are gone from the middle
    Misplaced,  // an entry that stands again, out of order or in another file than its own
    Foreign,    // a line that this journal never wrote
    Head,       // the beginning is another, or gone
    Tail,       // the end is gone, or the file of keys is not the one that belongs to it
    Rollback,   // less than an earlier look had seen, or something else
  };
  Kind kind = Kind::Altered;
  std::string file;
  std::uint64_t line = 0;   // in the file, from 1; 0 when it is about no line
  std::uint64_t first = 0;  // entries
  std::uint64_t last = 0;
  std::string what;
  [[nodiscard]] std::string text() const;
};

// Keys from a known one on, each computed when it is asked for. One thread.
class Keys {
 public:
  Keys(std::uint64_t number, crypto::Secret key);
  // From the first known number on.
  [[nodiscard]] const crypto::Secret& of(std::uint64_t number);
  [[nodiscard]] std::uint64_t first() const { return m_first; }

 private:
  std::uint64_t m_first;
  std::vector<crypto::Secret> m_marks;  // one in a thousand
  std::uint64_t m_number;
  crypto::Secret m_key;
};

// Reads line after line, says what is wrong. A value, apart from the keys, which it borrows.
class ChainCheck {
 public:
  // `entries`: no more than that can be here; a line with a larger number is foreign.
  ChainCheck(Keys& keys, const crypto::Digest& previous, std::uint64_t entries);

  void beginFile(std::string name, std::uint64_t first);
  // Without its line feed; `whole` says whether it had one.
  void line(std::string_view text, bool whole);
  // The position: of the file of keys.
  void end(const Position& position);

  [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
  // What a power cut left, and the like: no fault.
  [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }
  [[nodiscard]] std::uint64_t next() const { return m_next; }
  [[nodiscard]] const crypto::Digest& previous() const { return m_previous; }

 private:
  void find(Finding::Kind kind, std::uint64_t first, std::uint64_t last, std::string what);
  void hold(std::string_view text);
  void settleHeld();
  void accept(std::string_view text);

  Keys* m_keys;
  crypto::Digest m_previous;
  std::uint64_t m_entries;
  std::uint64_t m_next;
  bool m_trusted = true;  // m_previous is what the next line must name
  std::string m_file;
  std::uint64_t m_fileFirst = 0;
  std::uint64_t m_lineInFile = 0;
  std::string m_held;  // lines that are no entries: what a power cut left, if a mark follows
  std::uint64_t m_heldAt = 0;
  std::vector<Finding> m_findings;
  std::vector<std::string> m_notes;
};

// Where an earlier look ended, and the beginning of the file that this was in.
struct Remembered {
  std::uint64_t entries = 0;
  crypto::Digest last{};  // hash of the last line then
  std::uint64_t from = 0;
  crypto::Digest previous{};  // hash of the line before `from`
  crypto::Secret key;         // of `from`
};

struct Report {
  std::string head;  // as found, hexadecimal
  std::uint64_t entries = 0;
  std::vector<Finding> findings;
  std::vector<std::string> notes;
  std::optional<Remembered> seen;  // of a journal without findings
};

// Reads the whole folder. `head`: as the auditor keeps it. When files from the beginning are gone,
// it begins where the earlier look allows. A fault: the folder cannot be read, or the key does not
// open it; a line with file and mend.
[[nodiscard]] tl::expected<Report, std::string> checkJournal(const std::filesystem::path& folder,
                                                             const crypto::BoxKeys& auditor,
                                                             const std::string& head,
                                                             const Remembered* remembered);

}  // namespace agent::journal
