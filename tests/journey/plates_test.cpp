// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/plates.h"

#include "table.h"

namespace {

using namespace journey;

TEST(Plates, sivInAnySpelling) {
  table::check(registrationNumber, {{"AA-123-AA", "AA-123-AA"},
                                    {"AB 123 CD", "AB-123-CD"},
                                    {"GZ123KL", "GZ-123-KL"},
                                    {"ab-001-cd", "AB-001-CD"},
                                    {" ab . 123 / cd ", "AB-123-CD"},
                                    {"AB\u00A0123\u2013CD", "AB-123-CD"},
                                    {"AB\u00B7123\u00B7CD", "AB-123-CD"},
                                    {"AB-1O3-CD", "AB-103-CD"},
                                    {"AB-I23-CD", "AB-123-CD"},
                                    {"ZZ-999-ZZ", "ZZ-999-ZZ"},
                                    {"PQ-123-QQ", "PQ-123-QQ"},
                                    {"AI-123-AB", "!plate.letters"},
                                    {"AU-123-AB", "!plate.letters"},
                                    {"AB-123-OB", "!plate.letters"},
                                    {"A0-123-AB", "!plate.unknown"},
                                    {"AB-000-CD", "!plate.zero"},
                                    {"AB-OOO-CD", "!plate.zero"},
                                    {"SS-123-AB", "!plate.reserved"},
                                    {"AB-123-SS", "!plate.reserved"},
                                    {"AB-123-WW", "AB-123-WW"},
                                    {"", "!plate.empty"},
                                    {" - ", "!plate.empty"},
                                    {"A", "!plate.incomplete"},
                                    {"AB", "!plate.incomplete"},
                                    {"AB-12", "!plate.incomplete"},
                                    {"AB-12-CD", "!plate.figures"},
                                    {"A-1-BC", "!plate.figures"},
                                    {"AB-123", "!plate.incomplete"},
                                    {"AB-123-CDE", "!plate.unknown"},
                                    {"AB-1234-CD", "!plate.unknown"},
                                    {"ABC-123-D", "!plate.unknown"},
                                    {"AB#123#CD", "!plate.unknown"},
                                    {"\xC3\x89"
                                     "B-123-CD",
                                     "!plate.unknown"},
                                    {"\xFF\xFE", "!plate.unknown"}});
}

TEST(Plates, provisionalAndMopeds) {
  table::check(registrationNumber, {{"WW-123-AB", "WW-123-AB"},
                                    {"ww123ab", "WW-123-AB"},
                                    {"W-123-AB", "W-123-AB"},
                                    {"WW-000-AB", "!plate.zero"},
                                    {"A-11-A", "A-11-A"},
                                    {"ab 123 c", "AB-123-C"},
                                    {"AB-12-C", "AB-12-C"},
                                    {"A-123-B", "A-123-B"},
                                    {"A-00-A", "!plate.zero"},
                                    {"U-11-A", "!plate.letters"}});
}

TEST(Plates, fniInAnySpelling) {
  table::check(registrationNumber, {{"123 ABC 45", "123 ABC 45"},
                                    {"123abc45", "123 ABC 45"},
                                    {"1234 AB 2A", "1234 AB 2A"},
                                    {"1234ab2b", "1234 AB 2B"},
                                    {"12 AB 971", "12 AB 971"},
                                    {"12AB976", "12 AB 976"},
                                    {"1 A 01", "1 A 01"},
                                    {"9999-ZZZ-95", "9999 ZZZ 95"},
                                    {"123 AB 20", "123 AB 20"},
                                    {"12O AB 45", "120 AB 45"},
                                    {"I23 AB 4I", "123 AB 41"},
                                    {"123 AUB 45", "123 AUB 45"},
                                    {"123 AOB 45", "!plate.letters"},
                                    {"12 OAB 45", "!plate.letters"},
                                    {"123 ABC 96", "!plate.department"},
                                    {"123 ABC 00", "!plate.department"},
                                    {"123 ABC 977", "!plate.department"},
                                    {"012 ABC 45", "!plate.zero"},
                                    {"0 AB 45", "!plate.zero"},
                                    {"12345 AB 45", "!plate.unknown"},
                                    {"123 ABCD 45", "!plate.unknown"},
                                    {"123", "!plate.incomplete"},
                                    {"123 AB", "!plate.incomplete"},
                                    {"123 ABC 4", "!plate.incomplete"},
                                    {"123 ABC 2C", "!plate.unknown"}});
}

TEST(Plates, tellTheirKind) {
  EXPECT_EQ(plateKind("ab123cd"), PlateKind::Siv);
  EXPECT_EQ(plateKind("123 ABC 45"), PlateKind::Fni);
  EXPECT_EQ(plateKind("WW-123-AB"), PlateKind::Provisional);
  EXPECT_EQ(plateKind("W-123-AB"), PlateKind::Provisional);
  EXPECT_EQ(plateKind("A-11-A"), PlateKind::SivMoped);
  EXPECT_EQ(plateKind("AB-123-C"), PlateKind::SivMoped);
  EXPECT_EQ(plateKind("AB-12"), std::nullopt);
}

}  // namespace
