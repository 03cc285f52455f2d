// SPDX-License-Identifier: Apache-2.0
#include "draft.h"

namespace drawn {
namespace {

struct Procedure {
  const char* name;
  void (*draw)(Draft& draft);
};
constexpr Procedure table[] = {
    {"change-of-holder", changeOfHolder},   {"sale-declaration", saleDeclaration},
    {"change-of-address", changeOfAddress}, {"duplicate", duplicate},
    {"change-of-name", changeOfName},       {"co-holder", coHolder},
    {"inheritance", inheritance},           {"withdrawal", withdrawal},
    {"error-correction", errorCorrection},  {"new-vehicle", newVehicle},
    {"imported-vehicle", importedVehicle},  {"answer-the-centre", answerTheCentre}};

}  // namespace

const std::vector<std::string>& procedures() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& procedure : table)
      all.emplace_back(procedure.name);
    return all;
  }();
  return names;
}

void drawGood(Draft& draft) {
  draft.onBehalf = draft.procedure != "answer-the-centre" && draft.oneIn(6);
  table[static_cast<std::size_t>(draft.number) % std::size(table)].draw(draft);
  if (draft.onBehalf) needMandate(draft);
  draft.themes.insert("honour");
  draft.themes.insert("vehicle");
}

}  // namespace drawn
