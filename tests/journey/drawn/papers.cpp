// SPDX-License-Identifier: Apache-2.0
#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

constexpr int sixMonths = 6;
constexpr const char* bills[] = {"energy-bill", "water-bill", "telephone-bill", "rent-receipt",
                                 "home-insurance"};

Day proofDay(Draft& draft, json& proof) {
  switch (draft.between(0, 5)) {
    case 0:
      proof["type"] = "lease";
      return draft.daysAgo(0, 4000);
    case 1: {
      proof["type"] = "tax-notice";  // that of this year or of the last
      const auto year = std::chrono::year_month_day(draft.today).year() - std::chrono::years(1);
      return draft.from(Day(year / 1 / 1), draft.today);
    }
    case 2:
      return draft.within(sixMonths);
    default:
      proof["type"] = draft.oneOf(bills);
      return draft.within(sixMonths);
  }
}

/// As bills name people: one name or the other, both, two people, the first given name alone.
void writeNames(Draft& draft, json& proof) {
  const json& holder = draft.request["holder"];
  const auto birth = holder["birthSurname"].get<std::string>();
  const auto used = holder.value("usedSurname", birth);
  const auto given = holder["givenNames"].get<std::string>();
  switch (draft.between(0, 4)) {
    case 0:
      proof["surname"] = "MME " + used;
      break;
    case 1:
      proof["surname"] = birth == used ? birth : birth + " " + used;
      break;
    case 2:
      proof["surname"] = "M. PETIT ET MME " + used;
      break;
    default:
      proof["surname"] = variantOfName(draft, draft.oneIn(2) ? birth : used);
  }
  switch (draft.between(0, 2)) {
    case 0:
      proof["givenNames"] = given.substr(0, given.find(' '));
      break;
    case 1:
      proof["givenNames"] = "PAUL ET " + given;
      break;
    default:
      proof["givenNames"] = variantOfName(draft, given);
  }
}

/// Names as the document bears them: all given names, in whatever order, or cut by the zone.
json identityOf(Draft& draft) {
  const json& holder = draft.request["holder"];
  auto given = holder["givenNames"].get<std::string>();
  switch (draft.between(0, 5)) {
    case 0:
      given += " MARIE";
      break;
    case 1:
      if (given == "ANNE MARIE") given = "MARIE ANNE";
      break;
    case 2:
      if (given == "MARIE-CHRISTINE BERNADETTE") given = "MARIE CHRISTIN";
      break;
    default:
      given = variantOfName(draft, given);
  }
  auto surname = variantOfName(draft, holder["birthSurname"].get<std::string>());
  if (surname == "M\u00DCLLER" && draft.oneIn(2)) surname = "MUELLER";
  return {{"birthSurname", surname}, {"givenNames", given}, {"birthDate", holder["birthDate"]}};
}

/// In validity, on its last day too; a French card of before 2014 five years longer than it says.
json identity(Draft& draft) {
  json paper = identityOf(draft);
  paper["type"] = draft.oneIn(2) ? "passport" : "identity-card";
  paper["expiryDate"] =
      iso(draft.oneIn(4) ? draft.today : draft.today + days(draft.between(0, 3000)));
  if (draft.oneIn(6) && !draft.minor) {
    const Day expiry = oldestWithin(5 * 12, draft.today) + days(draft.between(0, 200));
    const Day made = plusMonths(expiry, -120) + days(1);
    const Day born = dayOf(draft.request["holder"]["birthDate"].get<std::string>());
    const bool counts = made < dayOf("2014-01-01") && plusMonths(born, 18 * 12) <= made;
    if (counts) {
      paper["type"] = "identity-card";
      paper["expiryDate"] = iso(expiry);
    }
  }
  return paper;
}

}  // namespace

void needStruckCertificate(Draft& draft) {
  const int holders = draft.between(1, 3);
  draft.need("registration-certificate", {{"struckThrough", true},
                                          {"transferDateWritten", iso(draft.transfer)},
                                          {"signatures", holders},
                                          {"formerHolders", holders}});
  draft.themes.insert("struck-certificate");
}

void needTransferCertificate(Draft& draft) {
  draft.need("transfer-certificate",
             {{"signedBySellers", true}, {"signedByBuyers", true}, {"date", iso(draft.transfer)}});
  draft.themes.insert("transfer-certificate");
}

void needProofOfAddress(Draft& draft) {
  const auto postcode = draft.request["holder"]["address"]["postcode"];
  if (draft.oneIn(4)) {
    draft.hosted = true;
    draft.themes.insert("host");
    draft.request["holder"]["hostedBy"] = {{"surname", "PETIT"}, {"givenNames", "PAUL"}};
    draft.need("host-identity-document", {{"expiryDate", iso(draft.today + days(30))}},
               "hosted-set-incomplete");
    draft.need("host-proof-of-address",
               {{"issueDate", iso(draft.within(sixMonths))}, {"postcode", postcode}},
               "hosted-set-incomplete");
    draft.need("host-attestation", {{"signedByHost", true}, {"signedByHosted", true}},
               "hosted-set-incomplete");
    return;
  }
  draft.themes.insert({"proof", "proof-postcode"});
  json proof;
  proof["postcode"] = postcode;
  proof["issueDate"] = iso(proofDay(draft, proof));
  writeNames(draft, proof);
  draft.need("proof-of-address", proof);
}

void giveIdentity(Draft& draft) {
  draft.themes.insert({"identity", "identity-surname", "identity-given", "identity-birth"});
  draft.give("identity-document", identity(draft));
}

/// For somebody else the document of the person whom it is for is enough; the one who comes may
/// show theirs besides.
void needIdentity(Draft& draft) {
  if (!draft.onBehalf) {
    giveIdentity(draft);
    draft.needed["identity-document"] = "document-missing";
    return;
  }
  draft.themes.insert("identity-needed");
  if (draft.oneIn(3))
    draft.give("identity-document", {{"type", "passport"},
                                     {"expiryDate", iso(draft.today + days(99))},
                                     {"birthSurname", "PETIT"},
                                     {"givenNames", "PAUL"},
                                     {"birthDate", "1970-01-31"}});
}

void needMandate(Draft& draft) {
  draft.themes.insert({"mandate", "identity"});
  // Where the name changes or is wrong, the old document is not held against it.
  if (draft.procedure != "change-of-name" && draft.procedure != "error-correction")
    draft.themes.insert({"identity-surname", "identity-given", "identity-birth"});
  draft.request["onBehalf"] = true;
  draft.need("mandate", {{"signed", true}}, "mandate-missing");
  draft.need("mandator-identity-document", identity(draft), "mandate-missing");
}

void needTest(Draft& draft) {
  drawFirstRegistration(draft);
  if (!draft.needsTest) return;
  draft.themes.insert("test");
  const bool again = draft.oneIn(4);
  draft.need("roadworthiness-test",
             {{"date", iso(draft.from(oldestWithin(again ? 2 : 6, draft.testDay), draft.testDay))},
              {"result", again ? "counter-visit" : "favourable"}});
}

}  // namespace drawn
