// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "walk.h"

#include "kiosk/journey/answers.h"
#include "kiosk/journey/procedure.h"
#include "kiosk/journey/register_check.h"
#include "kiosk/journey/route.h"
#include "kiosk/journey/tax.h"
#include "kiosk/journey/verdict.h"

#include <tl/expected.hpp>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace session {

// What the law says here and today, loaded once.
struct Law {
  journey::Tariff tariff;
  journey::Delays delays;
};

// What the answers of one person amount to: the request, how the officer will read it, the cost.
// Everything is recomputed from the answers; only what the register said is kept. Free of Qt.
class Dossier {
 public:
  // Both outlive the dossier. The procedure is the one that the walk is in.
  Dossier(const Walk& walk, const Law& law) : m_walk(walk), m_law(law) {}

  // The same law for another walk, which outlives the result.
  [[nodiscard]] Dossier of(const Walk& walk) const { return {walk, m_law}; }

  void learn(std::optional<journey::RegisterFacts> facts) { m_facts = std::move(facts); }
  [[nodiscard]] const std::optional<journey::RegisterFacts>& facts() const { return m_facts; }

  // The request as it would be sent, with the oppositions that the register knows.
  [[nodiscard]] nlohmann::json request(const journey::Answers& answers) const;
  // The officer's reading, the register's word included. Declarations on honour that are still to
  // be made further on are no finding before the way has come to the sending.
  [[nodiscard]] journey::Verdict verdict(const journey::Answers& answers) const;
  // No refusal is left.
  [[nodiscard]] bool mayBeSent(const journey::Answers& answers) const;
  [[nodiscard]] tl::expected<journey::Cost, journey::TaxFault> cost(
      const journey::Answers& answers) const;
  // What can be said of the price before the questions.
  [[nodiscard]] journey::CostOutlook outlook(const journey::Answers& answers) const;
  // The kinds of paper that this case needs, as far as the answers tell.
  [[nodiscard]] std::vector<std::string> papersNeeded(const journey::Answers& answers) const;
  // What a paper is called in this case (documents.<id> of the texts): nobody strikes a certificate
  // through that only changes a name.
  [[nodiscard]] std::string wordsOfPaper(const std::string& kind,
                                         const journey::Answers& answers) const;

 private:
  // The officer may ask for a test, and the age of the vehicle is not known yet.
  [[nodiscard]] bool mayNeedTest(const nlohmann::json& opened) const;
  [[nodiscard]] const journey::Procedure& procedure() const { return m_walk.procedure(); }
  [[nodiscard]] journey::Date today() const { return m_walk.today(); }

  // Adds what the person explained of the points where the machine may be wrong.
  void explain(nlohmann::json& request) const;

  const Walk& m_walk;
  const Law& m_law;
  std::optional<journey::RegisterFacts> m_facts;
};

// The kind of the paper that a finding is about, "" when it is about none. `field` of a finding
// names papers by their place in the request.
[[nodiscard]] std::string paperOf(const journey::Finding& finding, const nlohmann::json& request);

// The step on the way where the person can mend the finding, null when they cannot.
[[nodiscard]] const journey::Step* mendingStep(const journey::Route& way,
                                               const nlohmann::json& request,
                                               const journey::Finding& finding);

}  // namespace session
