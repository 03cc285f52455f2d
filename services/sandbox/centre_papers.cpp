// SPDX-License-Identifier: Apache-2.0
// Papers: there, legible, not too large; and those that have nothing more to tell.
#include <algorithm>
#include <array>

#include "centre_questions.h"
#include "parcel.h"

namespace sandbox {

namespace {

// domain facts 3.1, 3.5: in months.
constexpr int roadworthinessMonths = 6;
constexpr int counterVisitMonths = 2;
constexpr int monthsBeforeTest = 4 * 12;
constexpr int monthsBeforeTestLight = 5 * 12;

constexpr std::array<std::string_view, 10> twoOrThreeWheels{"MTL",  "MTT1", "MTT2", "MTTE", "CL",
                                                            "CYCL", "TM",   "QM",   "TQM",  "QLEM"};
// Lorries, coaches and road tractors have a test every year under other rules; trailers and farm
// machines have none (F2880).
constexpr std::array<std::string_view, 17> exempt{"CAM",  "TCP",  "TRR",  "REM",  "SREM", "RESP",
                                                  "SRSP", "REA",  "SREA", "REAG", "SREG", "TRA",
                                                  "QUA",  "MAGA", "MIAR", "MAAR", "MATP"};

template <std::size_t Size>
bool isAnyOf(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool isUnreadable(const Dossier& dossier, const std::string& paper) {
  return dossier.flag(paper + "/legible") == false;
}

bool hasReadable(const Dossier& dossier, std::string_view kind) {
  const auto papers = dossier.papers(kind);
  return std::any_of(papers.begin(), papers.end(),
                     [&](const auto& paper) { return !isUnreadable(dossier, paper); });
}

// Another paper that says the same can be read.
bool isReplaced(const Dossier& dossier, const std::string& kind) {
  if (hasReadable(dossier, kind)) return true;
  if (kind == "invoice") return hasReadable(dossier, "transfer-certificate");
  if (kind == "transfer-certificate") return hasReadable(dossier, "invoice");
  if (kind == "identity-document" && dossier.flag("/onBehalf").value_or(false))
    return hasReadable(dossier, "mandator-identity-document");
  return kind == "proof-of-address" && dossier.has("/holder/hostedBy");
}

// Over four years, five for two and three wheels and quadricycles (F1050): the anniversary itself
// is not over yet.
bool needsTest(const Dossier& dossier, Day day) {
  const auto* vehicle = dossier.vehicle();
  const auto kind = vehicle != nullptr ? vehicle->nationalKind
                                       : dossier.text("/vehicle/nationalKind").value_or("VP");
  const auto first = vehicle != nullptr ? std::optional(vehicle->firstRegistrationDate)
                                        : dossier.day("/vehicle/firstRegistrationDate");
  if (!first || isAnyOf(exempt, kind)) return false;
  const bool light = isAnyOf(twoOrThreeWheels, kind);
  return isOverMonths(*first, light ? monthsBeforeTestLight : monthsBeforeTest, day);
}

}  // namespace

std::string pointerOf(std::string_view dottedPath) {
  std::string pointer = "/";
  for (const char letter : dottedPath)
    if (letter != ']') pointer += letter == '.' || letter == '[' ? '/' : letter;
  return pointer;
}

void require(Dossier& dossier, const std::string& kind, const Examine& examine,
             const std::string& absent) {
  if (dossier.papers(kind).empty()) return dossier.ask(absent, "", kind);
  examineIfGiven(dossier, kind, examine);
}

void examineIfGiven(Dossier& dossier, const std::string& kind, const Examine& examine) {
  dossier.askAboutBest(dossier.papers(kind), [&](const std::string& paper) {
    if (isUnreadable(dossier, paper)) {
      dossier.ask("document-unreadable", dotted(paper + "/legible"), kind);
    } else if (examine) {
      examine(dossier, paper, kind);
    }
  });
}

void needFields(Dossier& dossier, std::initializer_list<std::string_view> fields) {
  for (const auto field : fields)
    if (!dossier.has(pointerOf(field))) dossier.ask("field-missing", std::string(field));
}

void needWord(Dossier& dossier, const std::string& field,
              std::initializer_list<std::string_view> words) {
  needFields(dossier, {field});
  const bool isOne = std::find(words.begin(), words.end(),
                               dossier.text(pointerOf(field)).value_or("")) != words.end();
  if (dossier.has(pointerOf(field)) && !isOne) dossier.ask("field-invalid", field);
}

void checkDay(Dossier& dossier, const std::string& field) {
  if (!dossier.has(pointerOf(field))) return;
  const auto day = dossier.day(pointerOf(field));
  if (!day || *day > dossier.today()) dossier.ask("field-invalid", field);
}

bool isOverMonths(Day from, int months, Day day) {
  return addMonths(from, months) < day;
}

// Under six months; where a counter-visit was ordered, within its two months (F1050).
void examineTestOn(Dossier& dossier, const std::string& paper, const std::string& kind, Day day) {
  const auto date = dossier.day(paper + "/date");
  const auto result = dossier.text(paper + "/result");
  if (result && *result != "favourable" && *result != "counter-visit")
    dossier.ask("field-invalid", dotted(paper + "/result"), kind);
  if (!date) return dossier.ask("field-missing", dotted(paper + "/date"), kind);
  if (*date > day) dossier.ask("field-invalid", dotted(paper + "/date"), kind);
  if (isOverMonths(*date, roadworthinessMonths, day))
    dossier.ask("roadworthiness-too-old", dotted(paper + "/date"), kind);
  if (result == "counter-visit" && isOverMonths(*date, counterVisitMonths, day))
    dossier.ask("roadworthiness-retest-overdue", dotted(paper + "/date"), kind);
}

void requireTest(Dossier& dossier, Day day) {
  if (!needsTest(dossier, day)) return;
  require(dossier, "roadworthiness-test",
          [day](Dossier& all, const std::string& paper, const std::string& kind) {
            examineTestOn(all, paper, kind, day);
          });
}

namespace ask {

void sizes(Dossier& dossier) {
  for (const auto& paper : dossier.papers())
    if (dossier.number(paper + "/bytes").value_or(0) > maxDocumentBytes)
      dossier.ask("document-too-large", dotted(paper + "/bytes"), *dossier.text(paper + "/kind"));
}

// Also of papers that nobody asked for: what was sent is meant to be read.
void unreadablePapers(Dossier& dossier) {
  for (const auto& paper : dossier.papers()) {
    const auto kind = *dossier.text(paper + "/kind");
    if (isUnreadable(dossier, paper) && !isReplaced(dossier, kind))
      dossier.ask("document-unreadable", dotted(paper + "/legible"), kind);
  }
}

void certificate(Dossier& dossier) {
  require(dossier, "registration-certificate");
}

void invoice(Dossier& dossier) {
  require(dossier, "invoice");
}

// COC, or the approval of the single vehicle (F10293, domain facts 2.11).
void conformity(Dossier& dossier) {
  require(dossier, "conformity-certificate", {}, "conformity-missing");
}

void roadworthiness(Dossier& dossier) {
  requireTest(dossier, dossier.today());
}

}  // namespace ask

}  // namespace sandbox
