// SPDX-License-Identifier: Apache-2.0
#include "national_register.h"

#include "kiosk/journey/date.h"

#include <utility>

namespace session {
namespace {

// A person is never kept waiting by it; later than this they are three questions further.
constexpr std::chrono::seconds patience{20};

std::optional<std::string> given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::optional<journey::RegisterFacts> factsOf(
    const national::Result<national::RegisterEntry>& answer) {
  journey::RegisterFacts facts;
  if (!answer) {
    if (answer.error().code != "transfer-code-unknown") return std::nullopt;
    facts.transferCodeKnown = false;
    return facts;
  }
  facts.make = answer->make;
  facts.model = answer->model;
  if (answer->fiscalPower > 0) facts.fiscalPower = answer->fiscalPower;
  facts.nationalKind = answer->nationalKind;
  facts.fuelType = answer->fuelType;
  facts.firstRegistrationDate = journey::parseIsoDate(answer->firstRegistrationDate);
  facts.oppositions = answer->oppositions;
  return facts;
}

NationalRegister::NationalRegister(national::Service service, national::Executor executor)
    : m_service(std::move(service)), m_executor(std::move(executor)) {}

void NationalRegister::ask(const VehicleQuery& query, Handler handler) {
  if (!m_client) m_client = std::make_unique<national::Client>(m_service, m_executor);
  // One way at a time: with a code, the form number is the person's second means, not a condition.
  national::LookupQuery asked;
  asked.registrationNumber = query.registrationNumber;
  asked.transferCode = given(query.transferCode);
  if (!asked.transferCode) {
    asked.formNumber = given(query.formNumber);
    asked.certificateDate = given(query.certificateDate);
  }
  m_client->lookup(asked, patience,
                   [handler = std::move(handler)](auto answer) { handler(factsOf(answer)); });
}

}  // namespace session
