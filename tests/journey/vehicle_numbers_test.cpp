// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/vehicle_numbers.h"

#include "table.h"

namespace {

using namespace journey;

TEST(VehicleNumbers, vin) {
  table::check(vin, {{"VF1AAAAA123456789", "VF1AAAAA123456789"},
                     {"vf1 aaaaa 1234 56789", "VF1AAAAA123456789"},
                     {"", "!vin.empty"},
                     {"VF1AAAAA12345678", "!vin.length"},
                     {"VF1AAAAA1234567890", "!vin.length"},
                     {"VF1AAAAAO23456789", "!vin.characters"},
                     {"VF1AAAAAI23456789", "!vin.characters"},
                     {"VF1AAAAAQ23456789", "!vin.characters"},
                     {"VF1AAAAA12345678*", "!vin.characters"}});
}

TEST(VehicleNumbers, formNumber) {
  table::check(formNumber, {{"2013BZ80335", "2013BZ80335"},
                            {"2013 bz 80335", "2013BZ80335"},
                            {"2OI3BZ8O335", "2013BZ80335"},
                            {"07CX92840", "07CX92840"},
                            {"2009OI05284", "2009OI05284"},
                            {"", "!form-number.empty"},
                            {"2013BZ8", "!form-number.incomplete"},
                            {"2013BZ803", "!form-number.incomplete"},
                            {"2013BZ8033", "!form-number.incomplete"},
                            {"2013BZ803355", "!form-number.unknown"},
                            {"2013B180335", "!form-number.unknown"},
                            {"3013BZ80335", "!form-number.unknown"},
                            {"ABCDBZ80335", "!form-number.unknown"},
                            {"2013BZ8033?", "!form-number.unknown"}});
}

TEST(VehicleNumbers, transferCode) {
  table::check(transferCode, {{"AB12C", "AB12C"},
                              {"ab 12 c", "AB12C"},
                              {"12345", "12345"},
                              {"A1B2", "A1B2"},
                              {"ABCDEF123456", "ABCDEF123456"},
                              {"", "!transfer-code.empty"},
                              {"A1B", "!transfer-code.length"},
                              {"ABCDEF1234567", "!transfer-code.length"},
                              {"AB12\xC3\x89", "!transfer-code.characters"}});
}

TEST(VehicleNumbers, fiscalPower) {
  table::check(fiscalPower, {{"5", "5"},
                             {"05", "5"},
                             {" 5 CV", "5"},
                             {"1O", "10"},
                             {"200", "200"},
                             {"", "!power.empty"},
                             {"CV", "!power.empty"},
                             {"0", "!power.unknown"},
                             {"201", "!power.unknown"},
                             {"1000", "!power.unknown"},
                             {"cinq", "!power.unknown"},
                             {"5,5", "!power.unknown"}});
}

}  // namespace
