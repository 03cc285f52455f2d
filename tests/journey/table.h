// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "kiosk/journey/checked.h"

// Tables of typed texts: what each becomes, or "!" and the key of its breach.
namespace table {

struct Typed {
  std::string typed;
  std::string becomes;
};

inline void check(journey::Checked (*rule)(std::string_view), const std::vector<Typed>& rows) {
  for (const Typed& row : rows) {
    const journey::Checked checked = rule(row.typed);
    const std::string got = checked ? *checked : "!" + checked.error().key;
    EXPECT_EQ(got, row.becomes) << "typed: \"" << row.typed << '"';
    if (checked) {
      const auto again = rule(*checked);
      EXPECT_TRUE(again && *again == *checked) << "not stable: " << *checked;
    }
  }
}

}  // namespace table
