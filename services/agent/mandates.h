// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

// Mandates: an agent acts for somebody who is not there. What this kiosk keeps of one says nothing
// of that person: the names and the signatures stand on the two printed copies alone.
namespace agent {

using MandateDay = std::chrono::year_month_day;

// The lengths that Aidants Connect offers; a year is the most.
enum class MandateLength { Day, Month, ThreeMonths, Year };

// The last day of a mandate that begins on `first`, which counts: a month from 20 November ends on
// 19 December, one from 31 January with February. `first` is a real day.
[[nodiscard]] MandateDay lastDayOf(MandateDay first, MandateLength length);

struct Mandate {
  std::string number;     // isMandateNumber()
  std::string agent;      // id of config/agents.json
  std::string procedure;  // id of the procedure
  MandateDay first;
  MandateDay last;  // included
  bool cancelled = false;
  bool operator==(const Mandate&) const = default;
};

// 8 of "ABCDEFGHJKLMNPQRSTUVWXYZ23456789": without 0, O, 1 and I, which are taken for each other.
inline constexpr std::size_t mandateNumberLength = 8;
inline constexpr std::string_view mandateLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
[[nodiscard]] bool isMandateNumber(std::string_view text);
// As somebody types it from the paper, in small letters, with spaces or hyphens: "k7f3 m2q9".
[[nodiscard]] std::string mandateNumberTyped(std::string_view typed);

enum class MandateCheck {
  Valid,
  Unknown,
  OtherAgent,
  OtherProcedure,
  NotYet,
  Over,
  Cancelled,
  Unreadable  // the record cannot be read now (disk): nobody acts for anybody
};

// STATE/mandates.json, read anew each time. A file that is no record is kept aside and told: what
// it held does not count any more. One thread.
class Mandates {
 public:
  using Log = std::function<void(const std::string& line)>;
  Mandates(std::filesystem::path state, Log log);

  // One that no mandate of the record has.
  [[nodiscard]] tl::expected<std::string, std::string> freshNumber();
  // It counts from here on, a power cut included. A fault means that it does not count. Those that
  // ended more than a year ago are dropped. The number is a fresh one.
  [[nodiscard]] tl::expected<void, std::string> add(Mandate mandate);
  // For good. False when there is none of this number; true when it is, or was, cancelled.
  [[nodiscard]] tl::expected<bool, std::string> cancel(std::string_view typed);
  [[nodiscard]] MandateCheck check(std::string_view typed, std::string_view agent,
                                   std::string_view procedure, MandateDay today);
  // A file that was no record has been kept aside since this object is there.
  [[nodiscard]] bool setAside() const { return m_setAside; }

 private:
  [[nodiscard]] tl::expected<std::vector<Mandate>, std::string> read();
  [[nodiscard]] tl::expected<void, std::string> write(const std::vector<Mandate>& all);

  std::filesystem::path m_file;
  Log m_log;
  bool m_setAside = false;
};

}  // namespace agent
