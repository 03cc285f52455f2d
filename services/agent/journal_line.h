// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "agent/acts.h"
#include "crypto/crypto.h"

// How the journal stands on the disk; see journal.h for what it is worth.
//
//   {"n":7,"visit":"…","agent":"sylvie","age":132,"act":"jumped","step":"plate",
//    "previous":"…","mac":"…"}                                             (one line, no blanks)
//   {"n":8,"act":"torn","bytes":57,"sha256":"…","previous":"…","mac":"…"}
//
// previous: SHA-256 of the line before, without its line feed (of head.json for the first); mac:
// keyed hash, with the key of this number, of all that stands before `,"mac"`. Both in base64.
namespace agent::journal {

inline constexpr std::uint64_t linesPerFile = 10'000;
inline constexpr std::size_t longestLine = 512;

// "acts-0000000000.jsonl": the number of its first line; lines n of one file share n / 10,000.
[[nodiscard]] std::string fileNameOf(std::uint64_t line);
[[nodiscard]] std::optional<std::uint64_t> firstLineOf(std::string_view fileName);

// What is said in a line, from `"visit"` or `"act"` on to before `,"previous"`.
[[nodiscard]] std::string bodyOf(const AgentId& agent, const VisitNumber& visit,
                                 std::chrono::seconds age, const Act& act);
// Stands after bytes that a power cut left of an entry: how many, their end included, and which.
[[nodiscard]] std::string tornBodyOf(std::string_view torn);

// Without line feed.
[[nodiscard]] std::string sealed(std::uint64_t number, std::string_view body,
                                 const crypto::Digest& previous, const crypto::Secret& key);

// The frame of a line; views into it. Nothing when it has none.
struct Frame {
  std::uint64_t number = 0;
  std::string_view body;
  std::string_view previous;  // base64
  std::string_view covered;   // by the mac
  std::string_view mac;       // base64
};
[[nodiscard]] std::optional<Frame> frameOf(std::string_view line);
[[nodiscard]] bool isSealedBy(const Frame& frame, const crypto::Secret& key);
[[nodiscard]] bool follows(const Frame& frame, const crypto::Digest& previous);
// Whether this is the mark of exactly those torn bytes; nothing when it is an act.
[[nodiscard]] std::optional<bool> marksTorn(const Frame& frame, std::string_view torn);
// Whether a power cut can have left this of an entry of this number: its beginning, or blocks of
// zeros that a file system gave before it wrote; not a whole entry.
[[nodiscard]] bool mayBeTorn(std::uint64_t number, std::string_view bytes);

// The act in a body; nothing when it is none.
[[nodiscard]] std::optional<RecordedAct> actIn(const Frame& frame);

[[nodiscard]] crypto::Digest hashOf(std::string_view line);

}  // namespace agent::journal
