// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier.h"

#include "kiosk/journey/tax.h"

#include <string>
#include <vector>

namespace session {

// What is ahead of a person who has not answered all yet: of the procedure that they are in, and of
// those that the reception opened after it, so that nobody comes back a second time for a paper.
struct Ahead {
  struct Paper {
    std::string kind;
    std::string words;  // documents.<words> of the texts
  };
  struct Price {
    std::string procedure;
    journey::CostOutlook outlook;
  };
  std::vector<Paper> papers;  // each kind once
  std::vector<Price> prices;  // one for each procedure, in their order
  int minutes = 0;            // for all of them
};

// Pure: both stay as they are.
[[nodiscard]] Ahead aheadOf(const Walk& walk, const Dossier& dossier);

}  // namespace session
