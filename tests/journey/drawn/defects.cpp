// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "draft.h"

namespace drawn {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 8> explainable{"proof-of-address-name-mismatch",
                                                      "proof-of-address-address-mismatch",
                                                      "identity-mismatch",
                                                      "certificate-date-mismatch",
                                                      "transfer-certificate-date-mismatch",
                                                      "vin-invalid",
                                                      "registration-number-invalid",
                                                      "form-number-invalid"};

/// The theme that a paper belongs to, so that nothing else is wrong with it.
std::string themeOf(const std::string& kind) {
  if (kind == "proof-of-address") return "proof";
  if (kind.starts_with("host-")) return "host";
  if (kind == "identity-document" || kind == "mandator-identity-document") return "identity";
  if (kind == "roadworthiness-test") return "test";
  if (kind == "registration-certificate") return "struck-certificate";
  if (kind == "renunciation-letters") return "heirs";
  if (kind == "administrative-status") return "status";
  return kind;
}

/// The theme of a field: what else is judged by it.
std::vector<std::string> themesOf(const std::string& pointer) {
  if (pointer.starts_with("/holder/address")) return {"holder", "proof", "host"};
  if (pointer == "/holder/birthDate") return {"holder-birth", "identity"};
  if (pointer.starts_with("/holder/birthSurname") || pointer == "/holder/givenNames")
    return {"holder-names", "identity", "proof"};
  if (pointer == "/vehicle/firstRegistrationDate") return {"first-registration", "test", "vin"};
  if (pointer == "/vehicle/registrationNumber") return {"plate", "right"};
  if (pointer == "/vehicle/fiscalPower") return {"power"};
  if (pointer == "/vehicle/vin") return {"vin"};
  if (pointer == "/transfer/date") return {"transfer", "test", "status", "right"};
  if (pointer == "/transfer/time") return {"time"};
  if (pointer == "/buyer/siren") return {"siren"};
  if (pointer.starts_with("/loss")) return {"loss", "police"};
  if (pointer == "/withdrawal/kind") return {"proof", "host", "test", "first-registration"};
  if (pointer == "/coHolderChange/kind") return {"added", "co-holders"};
  return {pointer};
}

int causeOf(const std::string& pointer) {
  if (pointer == "/vehicle/fiscalPower") return 12;
  if (pointer.find("/address/") != std::string::npos) return 14;
  return 0;
}

void record(Draft& draft, int cause, const std::string& code) {
  draft.causes.push_back(cause);
  draft.refusals.insert(code);
}

bool isFree(const Draft& draft, const std::vector<std::string>& themes) {
  return std::none_of(themes.begin(), themes.end(),
                      [&](const std::string& theme) { return draft.spoilt.count(theme) != 0; });
}

void spend(Draft& draft, const std::vector<std::string>& themes) {
  draft.spoilt.insert(themes.begin(), themes.end());
}

/// An FNI plate alone tells that the date proves the certificate.
bool provesByPlate(const Draft& draft) {
  return draft.byDateAlone && draft.themes.count("right") != 0 &&
         !draft.request["transfer"].contains("code");
}

/// What other answers hang on: without it more would change than one finding.
bool decides(const Draft& draft, const std::string& pointer) {
  if (pointer == "/coHolderChange/kind" || pointer == "/withdrawal/kind" ||
      pointer == "/import/from" || pointer == "/answer/asked")
    return true;
  if (pointer == "/transfer/date") return draft.warnings.count("request-late") != 0;
  if (pointer == "/vehicle/firstRegistrationDate" || pointer == "/vehicle/vin")
    return draft.warnings.count("vin-invalid") != 0;
  if (pointer == "/vehicle/registrationNumber") return provesByPlate(draft);
  return pointer == "/holder/birthDate" && draft.minor;
}

/// A field that has to be there is gone.
bool loseField(Draft& draft) {
  const auto pointer = draft.oneOf(draft.fields);
  const auto themes = themesOf(pointer);
  if (decides(draft, pointer) || !isFree(draft, themes)) return false;
  draft.at(pointer) = nullptr;
  spend(draft, themes);
  record(draft, causeOf(pointer), "field-missing");
  return true;
}

/// A paper that has to be there is gone, or cannot be read.
bool losePaper(Draft& draft) {
  if (draft.needed.empty()) return false;
  auto found = draft.needed.begin();
  std::advance(found, draft.between(0, static_cast<int>(draft.needed.size()) - 1));
  const auto& [kind, code] = *found;
  const std::vector<std::string> themes{themeOf(kind), kind};
  if (!isFree(draft, themes) || draft.count(kind) != 1) return false;
  if (draft.spoilt.count("size") != 0 && draft.paper(kind).value("bytes", 0) > 1048576)
    return false;
  const bool mandators = kind == "mandator-identity-document";
  // The paper of the person who comes could be read in its place.
  if (mandators && draft.has("identity-document")) return false;
  if (draft.oneIn(2)) {
    draft.paper(kind)["legible"] = false;
    record(draft, 1, "document-unreadable");
  } else {
    const int cause = code == "mandate-missing"                                         ? 16
                      : code == "conformity-missing" || code == "tax-clearance-missing" ? 13
                      : kind == "roadworthiness-test"                                   ? 4
                                                                                        : 1;
    draft.remove(kind);
    record(draft, cause, code);
    // It was to show the holder, too.
    if (mandators && draft.themes.count("identity-needed") != 0)
      draft.refusals.insert("document-missing");
  }
  spend(draft, themes);
  return true;
}

/// The person explains, and an officer reads it: no refusal any more.
void explain(Draft& draft, const std::string& code) {
  draft.request["explanations"].push_back(
      {{"code", code}, {"field", nullptr}, {"text", "Mon nom a changé en juin."}});
  draft.refusals.erase(code);
  draft.warnings.insert(code);
}

bool fits(const Draft& draft, const Defect& defect) {
  const auto& first = defect.themes.front();
  if (first == "plate" && provesByPlate(draft)) return false;
  // The form number stands for the code that is over.
  if (first == "right" && draft.warnings.count("transfer-code-expired") != 0) return false;
  const bool isAsked =
      first == "size" ? !draft.request["documents"].empty() : draft.themes.count(first) != 0;
  return isAsked && isFree(draft, defect.themes);
}

/// A cause that fits, then one of its defects: rare causes come as often as frequent ones.
const Defect* drawDefect(Draft& draft) {
  std::map<int, std::vector<const Defect*>> byCause;
  for (const auto* list : {&paperDefects(), &factDefects()})
    for (const auto& defect : *list)
      if (fits(draft, defect)) byCause[defect.cause].push_back(&defect);
  if (byCause.empty()) return nullptr;
  auto found = byCause.begin();
  std::advance(found, draft.between(0, static_cast<int>(byCause.size()) - 1));
  return draft.oneOf(found->second);
}

}  // namespace

bool spoil(Draft& draft) {
  for (int tries = 0; tries < 60; ++tries) {
    const int way = draft.between(0, 9);
    if (way == 0 ? loseField(draft) : way <= 2 && losePaper(draft)) return true;
    if (way <= 2) continue;
    const auto* defect = drawDefect(draft);
    if (defect == nullptr) continue;
    const std::string code = defect->code;
    const bool told = draft.refusals.count(code) != 0 || draft.warnings.count(code) != 0;
    defect->spoil(draft);
    spend(draft, defect->themes);
    record(draft, defect->cause, code);
    const bool canExplain =
        std::find(explainable.begin(), explainable.end(), code) != explainable.end();
    if (canExplain && !told && draft.oneIn(6)) explain(draft, code);
    return true;
  }
  return false;
}

Drawn draw(int number) {
  Draft draft(number);
  drawGood(draft);
  const int share = number / static_cast<int>(procedures().size()) % 10;
  const int defects = share < 3 ? 0 : share < 6 ? 1 : draft.between(2, 4);
  for (int i = 0; i < defects; ++i)
    static_cast<void>(spoil(draft));
  // Beside a good paper a bad one of the same kind does no harm.
  if (draft.oneIn(4) && !draft.request["documents"].empty()) {
    const auto& all = draft.request["documents"];
    json copy = all[draft.random() % all.size()];
    const auto kind = copy["kind"].get<std::string>();
    const bool whole = draft.count(kind) == 1 && copy["legible"] == true &&
                       isFree(draft, {kind, themeOf(kind), "size"});
    if (whole) {
      copy["legible"] = false;
      copy.erase("bytes");
      draft.request["documents"].push_back(copy);
    }
  }
  auto& papers = draft.request["documents"];
  std::shuffle(papers.begin(), papers.end(), draft.random);
  return draft;
}

}  // namespace drawn
