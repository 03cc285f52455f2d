// SPDX-License-Identifier: Apache-2.0
#include "dated_amount.h"

namespace journey {

bool isInForce(const DatedAmount& amount, Date day) {
  return amount.from <= day && (!amount.until || day <= *amount.until);
}

Date readDay(ObjectReader& reader, std::string_view key) {
  if (!reader.has(key)) reader.refuseMissing(key);
  const auto date = parseIsoDate(reader.optionalText(key));
  if (!date) reader.refuse(reader.at(key), "this is no date", "write it as \"2026-03-01\"");
  return date.value_or(Date{});
}

DatedAmount readDated(ObjectReader& reader) {
  DatedAmount amount;
  amount.from = readDay(reader, "from");
  if (reader.has("until")) amount.until = readDay(reader, "until");
  if (amount.until && *amount.until < amount.from) {
    reader.refuse(reader.at("until"), "this period ends before it begins", "write a later day");
  }
  amount.source = reader.optionalText("source");
  if (amount.source.empty()) reader.refuseMissing("source");
  amount.asOf = readDay(reader, "asOf");
  amount.disputed = reader.flag("disputed");
  static_cast<void>(reader.optionalText("note"));
  return amount;
}

}  // namespace journey
