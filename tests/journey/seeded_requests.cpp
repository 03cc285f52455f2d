// SPDX-License-Identifier: Apache-2.0
#include "seeded_requests.h"

#include <algorithm>

#include "kiosk/journey/date.h"

namespace seeded {
namespace {

using journey::Date;
using nlohmann::json;

int between(Random& random, int least, int most) {
  return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
}

bool oneIn(Random& random, int times) {
  return between(random, 1, times) == 1;
}

template <typename List>
std::string oneOf(Random& random, const List& list) {
  return list[random() % std::size(list)];
}

const Date today = *journey::parseIsoDate("2026-11-20");

std::string daysAgo(Random& random, int least, int most) {
  return journey::isoDate(journey::plusDays(today, -between(random, least, most)));
}

constexpr const char* surnames[] = {"DURAND",
                                    "LE GOFF",
                                    "D'ARTAGNAN",
                                    "N'DIAYE",
                                    "O",
                                    "GARC\u00CDA-L\u00D3PEZ",
                                    "DE LA TOUR",
                                    "M\u00DCLLER",
                                    "NGUY\u1EC4N",
                                    "B\u0152UF",
                                    "L'H\u00C9RITIER",
                                    "DUPONT--PETIT"};
constexpr const char* givenNames[] = {
    "ROLANDE",       "JEAN-PIERRE", "H\u00C9L\u00C8NE",         "ANNE MARIE",
    "Z\u00C9PHYRIN", "Y",           "FRAN\u00C7OIS XAVIER PAUL"};
constexpr const char* plates[] = {"AB-123-CD", "GZ-001-KL",  "123 ABC 45",
                                  "12 AB 971", "1234 AB 2A", "ZZ-999-ZZ"};
constexpr const char* postcodes[] = {"25200", "01000", "20000", "20600", "97110", "75012", "95000"};

json person(Random& random) {
  json one = {{"birthSurname", oneOf(random, surnames)},
              {"givenNames", oneOf(random, givenNames)},
              {"sex", oneIn(random, 2) ? "F" : "M"},
              {"birthDate", daysAgo(random, 20 * 365, 95 * 365)},
              {"birthPlace", "BELFORT"},
              {"birthCountry", oneIn(random, 4) ? "PT" : "FR"}};
  if (oneIn(random, 2)) one["usedSurname"] = oneOf(random, surnames);
  return one;
}

json holder(Random& random) {
  json one = person(random);
  one["kind"] = "person";
  one["licenceOfCategory"] = true;
  one["hostedBy"] = nullptr;
  one["address"] = {{"number", "12"},
                    {"street", "RUE DU 8 MAI 1945"},
                    {"postcode", oneOf(random, postcodes)},
                    {"town", "L'ISLE-SUR-LE-DOUBS"}};
  return one;
}

json identityOf(const json& holder, Random& random, const char* kind) {
  json card = {{"kind", kind},
               {"legible", true},
               {"type", oneIn(random, 2) ? "identity-card" : "passport"},
               {"expiryDate", daysAgo(random, -3000, 0)},
               {"birthSurname", holder["birthSurname"]},
               {"givenNames", holder["givenNames"]},
               {"birthDate", holder["birthDate"]}};
  if (oneIn(random, 3)) card["givenNames"] = card["givenNames"].get<std::string>() + " MARIE";
  return card;
}

json proofOf(const json& holder, Random& random) {
  const bool used = holder.contains("usedSurname") && oneIn(random, 2);
  return {{"kind", "proof-of-address"},
          {"legible", true},
          {"issueDate", daysAgo(random, 0, 180)},
          {"surname", holder[used ? "usedSurname" : "birthSurname"]},
          {"givenNames", holder["givenNames"]},
          {"postcode", holder["address"]["postcode"]}};
}

void addHost(json& request, Random& random) {
  request["holder"]["hostedBy"] = {{"surname", "PETIT"}, {"givenNames", "PAUL"}};
  request["documents"].push_back({{"kind", "host-identity-document"}, {"legible", true}});
  request["documents"].push_back({{"kind", "host-proof-of-address"},
                                  {"legible", true},
                                  {"issueDate", daysAgo(random, 0, 180)}});
  request["documents"].push_back({{"kind", "host-attestation"}, {"legible", true}});
}

}  // namespace

json& paper(json& request, const std::string& kind) {
  return *std::find_if(request["documents"].begin(), request["documents"].end(),
                       [&kind](const json& one) { return one["kind"] == kind; });
}

bool hasPaper(const json& request, const std::string& kind) {
  const json& papers = request["documents"];
  return std::any_of(papers.begin(), papers.end(),
                     [&kind](const json& one) { return one["kind"] == kind; });
}

json goodRequest(Random& random) {
  const std::string transferDay = daysAgo(random, 0, 15);
  const bool old = oneIn(random, 2);
  const bool byCode = oneIn(random, 2);
  const int holders = between(random, 1, 3);
  json request = {{"procedure", "change-of-holder"},
                  {"procedureVersion", 1},
                  {"requestDate", journey::isoDate(today)},
                  {"onBehalf", oneIn(random, 4)},
                  {"holder", holder(random)},
                  {"coHolders", json::array()},
                  {"declarations", {{"insured", true}, {"licence", true}, {"onHonour", true}}}};
  request["vehicle"] = {
      {"registrationNumber", oneOf(random, plates)},
      {"firstRegistrationDate", old ? daysAgo(random, 2000, 15000) : daysAgo(random, 20, 1400)},
      {"nationalKind", oneIn(random, 4) ? "MTT1" : "VP"},
      {"fuelType", "ES"},
      {"fiscalPower", between(random, 1, 20)}};
  request["transfer"] = {{"date", transferDay}, {"kind", oneIn(random, 5) ? "gift" : "sale"}};
  if (byCode) {
    request["transfer"]["code"] = "AB12C";
    request["transfer"]["codeDate"] = transferDay;
  } else {
    request["vehicle"]["certificateFormNumber"] = "2019BZ80335";
    request["vehicle"]["certificateDate"] = daysAgo(random, 16, 900);
  }
  if (oneIn(random, 3)) {
    request["coHolders"].push_back(person(random));
    request["coHolders"][0]["confirmed"] = true;
  }
  json& papers = request["documents"] = json::array();
  papers.push_back({{"kind", "registration-certificate"},
                    {"legible", true},
                    {"struckThrough", true},
                    {"transferDateWritten", transferDay},
                    {"signatures", holders},
                    {"formerHolders", holders}});
  papers.push_back({{"kind", "transfer-certificate"},
                    {"legible", true},
                    {"signedBySellers", true},
                    {"signedByBuyers", true},
                    {"date", transferDay}});
  papers.push_back(identityOf(request["holder"], random, "identity-document"));
  if (old) {
    const bool retest = oneIn(random, 4);
    papers.push_back({{"kind", "roadworthiness-test"},
                      {"legible", true},
                      {"date", daysAgo(random, 0, retest ? 60 : 180)},
                      {"result", retest ? "counter-visit" : "favourable"}});
  }
  if (oneIn(random, 4)) {
    addHost(request, random);
  } else {
    papers.push_back(proofOf(request["holder"], random));
  }
  if (request["onBehalf"]) {
    papers.push_back({{"kind", "mandate"}, {"legible", true}, {"signed", true}});
    papers.push_back(identityOf(request["holder"], random, "mandator-identity-document"));
  }
  std::shuffle(papers.begin(), papers.end(), random);
  return request;
}

}  // namespace seeded
