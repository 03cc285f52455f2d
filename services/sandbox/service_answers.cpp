// SPDX-License-Identifier: Apache-2.0
// What a request changes beyond itself: the request that it answers, the code and number it gives.
#include <utility>

#include "centre_names.h"
#include "receipt.h"
#include "service.h"

namespace sandbox {

using nlohmann::json;

namespace {

std::string textIn(const json& request, const char* pointer) {
  const json::json_pointer place(pointer);
  const auto value = request.contains(place) ? request.at(place) : json();
  return value.is_string() ? value.get<std::string>() : std::string();
}

// Of the same holder and the same vehicle: a reference found in the street opens nothing.
bool isAbout(const json& answer, const json& request) {
  constexpr auto surname = "/holder/birthSurname";
  constexpr auto plate = "/vehicle/registrationNumber";
  return isSameName(textIn(answer, surname), textIn(request, surname)) &&
         textIn(answer, plate) == textIn(request, plate);
}

void appendAll(json& list, const json& added) {
  for (const auto& one : added)
    list.push_back(one);
}

}  // namespace

json merged(json request, const json& added) {
  const auto documents = added.value("documents", json());
  for (const auto& [name, value] : added.items()) {
    const bool kept = name == "documents" || name == "procedure" || name == "procedureVersion";
    if (!kept && !value.is_null()) request[name] = value;
  }
  if (!documents.is_array()) return request;
  auto kept = json::array();
  const auto before = request.value("documents", json());
  for (const auto& old : before.is_array() ? before : json::array()) {
    bool replaced = false;
    for (const auto& paper : documents)
      replaced = replaced || paper["kind"] == old["kind"];
    if (!replaced) kept.push_back(old);
  }
  for (const auto& paper : documents)
    kept.push_back(paper);
  request["documents"] = std::move(kept);
  return request;
}

tl::expected<void, Answer> Service::attachAnswer(const json& answer, const json& opened,
                                                 Decision& decision, Consequences& consequences) {
  const auto found = m_parts.store.findByReference(textIn(answer, "/answer/reference"));
  if (!found) return tl::unexpected(storeProblem(found.error()));
  const bool isOpen = *found && (*found)->status != "accepted" && (*found)->status != "rejected";
  if (!isOpen || !isAbout(answer, json::parse((*found)->request))) {
    decision.status = "rejected";
    decision.nextStep = "complete";
    decision.asked.push_back({"field-invalid", "answer.reference", ""});
    return {};
  }
  auto answered = **found;
  answered.request =
      merged(json::parse(answered.request), {{"documents", answer.value("documents", json())}})
          .dump();
  auto documents = json::parse(answered.documents);
  appendAll(documents, opened);
  answered.documents = documents.dump();
  if (answered.status == "to-complete") {
    answered.status = "under-review";
    answered.asked = json::array().dump();
    answered.askedBefore.clear();
  }
  consequences.answered = std::move(answered);
  return {};
}

tl::expected<void, Answer> Service::give(const StoredRequest& request, const json& opened,
                                         const Decision& decision, Consequences& consequences) {
  if (!decision.givesTransferCode && !decision.givesNewNumber) return {};
  auto before = m_parts.store.findGiven(request.id);
  if (!before) return tl::unexpected(storeProblem(before.error()));
  if (*before) {
    consequences.given = std::move(**before);
    return {};
  }
  const auto today = m_parts.clock.today();
  Given given{request.id, textIn(opened, "/vehicle/registrationNumber"), std::nullopt, ""};
  if (decision.givesTransferCode)
    given.transfer = DeclaredTransfer{parseDay(textIn(opened, "/transfer/date")).value_or(today),
                                      makeTransferCode(), today};
  if (decision.givesNewNumber) given.newRegistrationNumber = makeRegistrationNumber();
  consequences.given = std::move(given);
  return {};
}

}  // namespace sandbox
