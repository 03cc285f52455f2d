// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "drawn.h"

// How a request is drawn, part by part. Not for callers of the generator.
namespace drawn {

using Day = std::chrono::sys_days;

/// Civil months later; the last day of the month where that day does not exist.
[[nodiscard]] Day plusMonths(Day day, int months);
[[nodiscard]] Day dayOf(std::string_view iso);
[[nodiscard]] std::string iso(Day day);
/// The oldest day from which not more than `months` have gone by on `day`: what is a day older is
/// too old.
[[nodiscard]] Day oldestWithin(int months, Day day);
/// The latest day from which `months` have gone by on `day`: whoever is born a day later is younger
/// than that.
[[nodiscard]] Day latestReached(int months, Day day);

/// One request in the making.
struct Draft : Drawn {
  explicit Draft(int number);

  std::mt19937 random;
  Day today;
  Day transfer;  ///< of those procedures that have one
  Day testDay;   ///< the day on which the roadworthiness test counts
  bool needsTest = false;
  bool onBehalf = false;
  bool hosted = false;
  bool minor = false;
  bool byDateAlone = false;  ///< FNI: no form number proves the certificate
  /// Papers that the case needs, and the code that tells their absence.
  std::map<std::string, std::string> needed;
  /// Fields that the case needs, as JSON pointers.
  std::vector<std::string> fields;
  /// Themes that an officer looks at in this case: a defect fits where its theme is.
  std::set<std::string> themes;
  /// Themes that were spoilt already: no second defect may hide the first.
  std::set<std::string> spoilt;

  int between(int least, int most);
  bool oneIn(int times);
  template <typename List>
  auto oneOf(const List& list) {
    return list[random() % std::size(list)];
  }
  Day daysAgo(int least, int most) { return today - std::chrono::days(between(least, most)); }
  /// From the last good day to today; the last good day itself often.
  Day within(int months) { return from(oldestWithin(months, today), today); }
  Day from(Day oldest, Day latest);

  /// The only paper of this kind; it must be there.
  nlohmann::json& paper(std::string_view kind);
  [[nodiscard]] int count(std::string_view kind) const;
  [[nodiscard]] bool has(std::string_view kind) const { return count(kind) > 0; }
  void remove(std::string_view kind);
  /// A paper that may be there or not.
  nlohmann::json& give(std::string_view kind, nlohmann::json particulars = {});
  /// A paper that must be there.
  nlohmann::json& need(std::string_view kind, nlohmann::json particulars = {},
                       const char* absent = "document-missing");
  void needFields(std::initializer_list<const char*> pointers);
  nlohmann::json& at(std::string_view pointer);
};

/// Plate, numbers, age, power, and what the register knows (vehicles.cpp). `testDay` must be set.
void drawVehicle(Draft& draft);
void drawPower(Draft& draft);
void drawFirstRegistration(Draft& draft);

/// Holder, guardian, co-holders (people.cpp).
nlohmann::json drawPerson(Draft& draft, Day born);
Day drawAdultBirth(Draft& draft);
void drawHolder(Draft& draft);
void drawCoHolders(Draft& draft, int least, int most);
nlohmann::json drawAddress(Draft& draft);
std::string variantOfName(Draft& draft, const std::string& name);

/// Papers that more than one procedure needs (papers.cpp).
void needStruckCertificate(Draft& draft);
void needTransferCertificate(Draft& draft);
void needProofOfAddress(Draft& draft);
void needIdentity(Draft& draft);
void giveIdentity(Draft& draft);
void needTest(Draft& draft);
void needMandate(Draft& draft);

/// A transfer in the time that the law gives, its last day often; or late (good_transfers.cpp).
void drawTransfer(Draft& draft, Day oldestInTime);
void declare(Draft& draft, std::initializer_list<const char*> statements);

/// Everything of a good request of `draft.procedure`: good_requests.cpp, by one of these.
void drawGood(Draft& draft);
void changeOfHolder(Draft& draft);
void saleDeclaration(Draft& draft);
void changeOfAddress(Draft& draft);
void duplicate(Draft& draft);
void changeOfName(Draft& draft);
void coHolder(Draft& draft);
void inheritance(Draft& draft);
void withdrawal(Draft& draft);
void errorCorrection(Draft& draft);
void newVehicle(Draft& draft);
void importedVehicle(Draft& draft);
void answerTheCentre(Draft& draft);

/// One more defect that fits; false when none is left (defects.cpp).
bool spoil(Draft& draft);

struct Defect {
  int cause;         ///< domain facts 7; 0: not named there
  const char* code;  ///< "": spoil() tells it
  std::vector<std::string> themes;
  void (*spoil)(Draft& draft);
};
[[nodiscard]] const std::vector<Defect>& paperDefects();
[[nodiscard]] const std::vector<Defect>& factDefects();

}  // namespace drawn
