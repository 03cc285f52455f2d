// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/places.h"

#include "table.h"

namespace {

using namespace journey;

TEST(Places, postcodes) {
  table::check(postcode, {{"25200", "25200"},
                          {" 25 200 ", "25200"},
                          {"01000", "01000"},
                          {"20000", "20000"},
                          {"95880", "95880"},
                          {"97110", "97110"},
                          {"97600", "97600"},
                          {"", "!postcode.empty"},
                          {"2520", "!postcode.incomplete"},
                          {"252000", "!postcode.unknown"},
                          {"00100", "!postcode.unknown"},
                          {"96000", "!postcode.unknown"},
                          {"99000", "!postcode.unknown"},
                          {"97000", "!postcode.unknown"},
                          {"98000", "!postcode.unknown"},
                          {"2A000", "!postcode.unknown"},
                          {"25 2OO", "!postcode.unknown"}});
}

TEST(Places, departmentOfAPostcode) {
  struct Row {
    const char* postcode;
    const char* department;
  };
  for (const Row& row :
       {Row{"25200", "25"}, Row{"01000", "01"}, Row{"75116", "75"}, Row{"20000", "2A"},
        Row{"20190", "2A"}, Row{"20199", "2A"}, Row{"20200", "2B"}, Row{"20620", "2B"},
        Row{"97110", "971"}, Row{"97200", "972"}, Row{"97300", "973"}, Row{"97400", "974"},
        Row{"97500", "975"}, Row{"97600", "976"}, Row{"97133", "977"}, Row{"97150", "978"},
        Row{"98800", "988"}}) {
    EXPECT_EQ(departmentOfPostcode(row.postcode), row.department) << row.postcode;
    EXPECT_TRUE(isDepartment(row.department));
  }
  for (const char* bad : {"", "2520", "00100", "96000", "98000", "2520A"}) {
    EXPECT_FALSE(departmentOfPostcode(bad)) << bad;
  }
  for (const char* bad : {"", "1", "00", "20", "96", "2C", "970", "999", "025", "2a"}) {
    EXPECT_FALSE(isDepartment(bad)) << bad;
  }
}

}  // namespace
