// SPDX-License-Identifier: Apache-2.0
#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;

constexpr int adult = 18 * 12;

constexpr const char* surnames[] = {"DURAND",
                                    "LE GOFF",
                                    "D'ARTAGNAN",
                                    "N'DIAYE",
                                    "GARC\u00CDA-L\u00D3PEZ",
                                    "DE LA TOUR",
                                    "M\u00DCLLER",
                                    "NGUY\u1EC4N",
                                    "B\u0152UF",
                                    "L'H\u00C9RITIER",
                                    "FA\u00CF-PETITJEAN",
                                    "VAN DEN BERGHE DE SAINT-MARTIN"};
constexpr const char* givenNames[] = {"ROLANDE",
                                      "JEAN-PIERRE",
                                      "H\u00C9L\u00C8NE",
                                      "ANNE MARIE",
                                      "Z\u00C9PHYRIN",
                                      "FRAN\u00C7OIS XAVIER PAUL",
                                      "MARIE-CHRISTINE BERNADETTE"};
struct Place {
  const char* postcode;
  const char* town;
  const char* department;
};
constexpr Place places[] = {{"25200", "MONTBELIARD", "25"},     {"01000", "BOURG-EN-BRESSE", "01"},
                            {"20000", "AJACCIO", "2A"},         {"20600", "BASTIA", "2B"},
                            {"97110", "POINTE-A-PITRE", "971"}, {"75012", "PARIS", "75"},
                            {"95000", "CERGY", "95"},           {"13001", "MARSEILLE", "13"}};

}  // namespace

/// A name as another paper writes it: in small letters, without hyphen or apostrophe, as a zone
/// does.
std::string variantOfName(Draft& draft, const std::string& name) {
  const int way = draft.between(0, 3);
  std::string written = name;
  for (char& letter : written) {
    if (way == 1 && letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    if (way == 2 && letter == '-') letter = ' ';
    if (way == 3 && (letter == '\'' || letter == '-')) letter = ' ';
  }
  return written;
}

Day drawAdultBirth(Draft& draft) {
  if (draft.oneIn(8)) return latestReached(adult, draft.today);
  if (draft.oneIn(8)) return dayOf("1952-02-29");
  return draft.daysAgo(20 * 366, 110 * 365);
}

json drawPerson(Draft& draft, Day born) {
  json one = {{"birthSurname", draft.oneOf(surnames)},
              {"givenNames", draft.oneOf(givenNames)},
              {"sex", draft.oneIn(2) ? "F" : "M"},
              {"birthDate", iso(born)},
              {"birthPlace", "BELFORT"},
              {"birthCountry", draft.oneIn(4) ? "PT" : "FR"}};
  if (draft.oneIn(2)) one["usedSurname"] = draft.oneOf(surnames);
  return one;
}

json drawAddress(Draft& draft) {
  const auto place = draft.oneOf(places);
  json address = {{"number", "12"},
                  {"street", "RUE DU 8 MAI 1945"},
                  {"postcode", place.postcode},
                  {"town", place.town}};
  if (draft.oneIn(2)) address["department"] = place.department;
  if (draft.oneIn(10)) {
    address.erase("number");
    address["locality"] = "LES GRANDS CHAMPS";
  }
  return address;
}

void drawHolder(Draft& draft) {
  json holder = drawPerson(draft, draft.minor ? draft.daysAgo(5900, 6100) : drawAdultBirth(draft));
  if (draft.minor && draft.oneIn(2))
    holder["birthDate"] = iso(latestReached(adult, draft.today) + days(1));
  holder["kind"] = "person";
  holder["hostedBy"] = nullptr;
  holder["address"] = drawAddress(draft);
  if (draft.oneIn(2)) holder["licenceOfCategory"] = true;
  draft.request["holder"] = std::move(holder);
  draft.needFields({"/holder/kind", "/holder/birthSurname", "/holder/givenNames", "/holder/sex",
                    "/holder/birthDate", "/holder/birthPlace", "/holder/birthCountry",
                    "/holder/address/postcode", "/holder/address/town"});
  if (!draft.request["holder"]["address"].contains("locality"))
    draft.needFields({"/holder/address/street"});
  draft.themes.insert("holder");
  if (draft.minor) {
    draft.request["guardian"] = {{"surname", "PETIT"}, {"givenNames", "ANNE"}, {"confirmed", true}};
    draft.needFields({"/guardian/surname", "/guardian/givenNames", "/guardian/confirmed"});
  }
}

void drawCoHolders(Draft& draft, int least, int most) {
  draft.themes.insert("co-holders");
  const int count = draft.oneIn(2) ? least : draft.between(least, most);
  for (int i = 0; i < count; ++i) {
    json one = drawPerson(draft, drawAdultBirth(draft));
    one["confirmed"] = true;
    draft.request["coHolders"].push_back(std::move(one));
  }
}

}  // namespace drawn
