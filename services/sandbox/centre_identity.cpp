// SPDX-License-Identifier: Apache-2.0
// Identity documents and mandates: order of 9 February 2009, annex 4; F31853; F1050.
#include <map>

#include "centre_names.h"
#include "centre_questions.h"

namespace sandbox {

namespace {

constexpr int cardMonths = 10 * 12;
constexpr int prolongedMonths = 5 * 12;
constexpr auto firstProlonged = std::chrono::year(2004);
constexpr auto lastProlonged = std::chrono::year(2013);

// French cards made for adults from 2004 to 2013 hold five years longer than they say (décret
// 2013-1188). Without a day of issue the printed ten years tell it: a card of 1 June ends on 31
// May.
bool isProlonged(const Dossier& dossier, const std::string& paper, const std::string& person,
                 Day expiry) {
  if (dossier.text(paper + "/type") != "identity-card") return false;
  auto born = dossier.day(paper + "/birthDate");
  if (!born) born = dossier.day(person + "/birthDate");
  const auto made =
      dossier.day(paper + "/issueDate").value_or(addDays(addMonths(expiry, -cardMonths), 1));
  return born && made.year() >= firstProlonged && made.year() <= lastProlonged &&
         addMonths(*born, adultMonths) <= made;
}

// Good on its last day.
void examineExpiry(Dossier& dossier, const std::string& paper, const std::string& kind,
                   const std::string& person) {
  auto expiry = dossier.day(paper + "/expiryDate");
  if (!expiry) return;
  if (isProlonged(dossier, paper, person, *expiry)) expiry = addMonths(*expiry, prolongedMonths);
  if (*expiry < dossier.today())
    dossier.ask("identity-document-expired", dotted(paper + "/expiryDate"), kind);
}

void compareGivenNamesAndBirth(Dossier& dossier, const std::string& paper, const std::string& kind,
                               const std::string& person) {
  const auto shown = dossier.text(paper + "/givenNames");
  const auto said = dossier.text(person + "/givenNames");
  if (shown && said && !areGivenNamesOn(*said, *shown))
    dossier.ask("identity-mismatch", dotted(person + "/givenNames"), kind);
  const auto day = dossier.day(paper + "/birthDate");
  const auto born = dossier.day(person + "/birthDate");
  if (day && born && *day != *born)
    dossier.ask("identity-mismatch", dotted(person + "/birthDate"), kind);
}

void examineIdentityOf(Dossier& dossier, const std::string& paper, const std::string& kind,
                       const std::string& person) {
  examineExpiry(dossier, paper, kind, person);
  const auto shown = dossier.text(paper + "/birthSurname");
  const auto said = dossier.text(person + "/birthSurname");
  if (shown && said && !isSameName(*said, *shown))
    dossier.ask("identity-mismatch", dotted(person + "/birthSurname"), kind);
  compareGivenNamesAndBirth(dossier, paper, kind, person);
}

void examineHolderIdentity(Dossier& dossier, const std::string& paper, const std::string& kind) {
  examineIdentityOf(dossier, paper, kind, "/holder");
}

void examineHolderExpiry(Dossier& dossier, const std::string& paper, const std::string& kind) {
  examineExpiry(dossier, paper, kind, "/holder");
}

void examineMandatePaper(Dossier& dossier, const std::string& paper, const std::string& kind) {
  bool isSigned = false;
  for (const std::string mark : {"/signed", "/signedByMandator", "/signedByMandatary"}) {
    if (dossier.flag(paper + mark) == false)
      dossier.ask("mandate-missing", dotted(paper + mark), kind);
    isSigned = isSigned || dossier.flag(paper + mark).has_value();
  }
  if (!isSigned) dossier.ask("mandate-missing", dotted(paper + "/signed"), kind);
}

// The holder is shown by the mandator's document; another one is of the person who came.
bool mandatorIsShown(const Dossier& dossier) {
  if (!dossier.flag("/onBehalf").value_or(false)) return false;
  for (const auto& paper : dossier.papers("mandator-identity-document"))
    if (dossier.has(paper + "/birthSurname")) return true;
  return false;
}

// Each identity document is read beside the person whom it is of.
void examineGiven(Dossier& dossier, const Examine& ofHolder) {
  const std::string kind = "identity-document";
  std::map<std::string, std::vector<std::string>> byPerson;
  const bool isOfWhoCame = mandatorIsShown(dossier);
  for (const auto& paper : dossier.papers(kind)) {
    const auto coHolder = dossier.number(paper + "/coHolder");
    if (!coHolder && isOfWhoCame) continue;
    byPerson[coHolder ? "/coHolders/" + std::to_string(*coHolder) : "/holder"].push_back(paper);
  }
  for (const auto& [person, papers] : byPerson)
    dossier.askAboutBest(papers, [&, &whose = person](const std::string& paper) {
      if (dossier.flag(paper + "/legible") == false) {
        dossier.ask("document-unreadable", dotted(paper + "/legible"), kind);
      } else if (whose == "/holder") {
        ofHolder(dossier, paper, kind);
      } else {
        examineIdentityOf(dossier, paper, kind, whose);
      }
    });
}

bool isOfHolder(const Dossier& dossier, const std::string& paper) {
  return !dossier.number(paper + "/coHolder");
}

void needOne(Dossier& dossier) {
  // The mandator is the holder: one paper may stand for the other.
  bool shown = dossier.flag("/onBehalf").value_or(false) &&
               !dossier.papers("mandator-identity-document").empty();
  for (const auto& paper : dossier.papers("identity-document"))
    shown = shown || isOfHolder(dossier, paper);
  if (!shown) dossier.ask("document-missing", "", "identity-document");
}

}  // namespace

namespace ask {

void identity(Dossier& dossier) {
  needOne(dossier);
  examineGiven(dossier, examineHolderIdentity);
}

void identityIfGiven(Dossier& dossier) {
  examineGiven(dossier, examineHolderIdentity);
}

void identityExpiry(Dossier& dossier) {
  examineGiven(dossier, examineHolderExpiry);
}

// The old document may bear the old name; given names and birth do not change (F16876).
void identityOfTheRenamed(Dossier& dossier) {
  examineGiven(dossier, [](Dossier& all, const std::string& paper, const std::string& kind) {
    examineExpiry(all, paper, kind, "/holder");
    compareGivenNamesAndBirth(all, paper, kind, "/holder");
  });
}

// For somebody else: a signed mandate (cerfa 13757) and the identity document of who gave it.
void mandate(Dossier& dossier) {
  if (!dossier.flag("/onBehalf").value_or(false)) return;
  for (const char* kind : {"mandate", "mandator-identity-document"})
    if (dossier.papers(kind).empty()) dossier.ask("mandate-missing", "onBehalf", kind);
  examineIfGiven(dossier, "mandate", examineMandatePaper);
  const auto procedure = dossier.text("/procedure").value_or("");
  // Where the name changes or is wrong, the old document bears the old one.
  const bool isOfAnotherName = procedure == "change-of-name" || procedure == "error-correction";
  examineIfGiven(dossier, "mandator-identity-document",
                 isOfAnotherName ? examineHolderExpiry : examineHolderIdentity);
}

}  // namespace ask

}  // namespace sandbox
