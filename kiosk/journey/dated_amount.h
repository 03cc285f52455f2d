// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "date.h"
#include "object_reader.h"

namespace journey {

/// An amount in cents that holds from one day to another, both included.
struct DatedAmount {
  Date from;
  std::optional<Date> until;
  std::int64_t cents = 0;
  std::string source;
  Date asOf;              ///< The day on which the source said so; to be shown beside the amount.
  bool disputed = false;  ///< Sources disagree (the file says how).
};

/// The first and the last day count.
[[nodiscard]] bool isInForce(const DatedAmount& amount, Date day);

/// A day that must be there, as "2026-03-01".
[[nodiscard]] Date readDay(ObjectReader& reader, std::string_view key);

/// What every dated entry of a tariff holds besides its figures: from, until, source, asOf,
/// disputed, note. The reader knows these words already.
[[nodiscard]] DatedAmount readDated(ObjectReader& reader);

/// Refuses the list under `key` when two of its entries hold on one day.
template <class Entries, class Period>
void refuseOverlap(ObjectReader& reader, std::string_view key, const Entries& entries,
                   Period period) {
  for (auto one = entries.begin(); one != entries.end(); ++one) {
    for (auto other = entries.begin(); other != entries.end(); ++other) {
      if (one == other || !isInForce(period(*one), period(*other).from)) continue;
      reader.refuse(reader.at(key), "two amounts hold on " + isoDate(period(*other).from),
                    "end the earlier one the day before");
    }
  }
}

}  // namespace journey
