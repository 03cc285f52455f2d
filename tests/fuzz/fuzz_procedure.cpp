// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/journey/graph.h"
#include "kiosk/journey/request.h"
#include "kiosk/journey/route.h"
#include "kiosk/journey/rules.h"
#include "kiosk/journey/words_check.h"
#include "tests/journey/shipped.h"

// Procedures as an absurd or half-written configuration could hold them. An input that begins with
// { or [ is read as a whole file; any other one changes a good procedure, value by value, so that
// the search gets deep: pairs of (which value, by what).
namespace {

using nlohmann::json;
using namespace journey;

void require(bool holds) {
  if (!holds) std::abort();
}

const json& good() {
  static const json base = [] {
    std::ifstream file(KIOSK_SOURCE_DIR "/tests/fixtures/procedures/base.json");
    return json::parse(file);
  }();
  return base;
}

const std::vector<json::json_pointer>& places() {
  static const std::vector<json::json_pointer> all = [] {
    std::vector<json::json_pointer> pointers;
    const json flat = good().flatten();
    for (const auto& item : flat.items())
      pointers.emplace_back(item.key());
    return pointers;
  }();
  return all;
}

/// Another value for a place: something odd, or what stands elsewhere in the procedure.
json otherValue(std::uint8_t choice) {
  const json odd[] = {nullptr,       true, 0,   -1,     1000000007,    1.5,
                      json::array(), "",   "x", "é\n/", json::object()};
  if (choice < std::size(odd)) return odd[choice];
  return good()[places()[choice % places().size()]];
}

json changed(const std::uint8_t* data, std::size_t size) {
  json document = good();
  for (std::size_t i = 0; i + 1 < size && i < 24; i += 2) {
    document[places()[data[i] % places().size()]] = otherValue(data[i + 1]);
  }
  return document;
}

/// What was taken can be walked to an end, drawn and worded, whatever somebody answers.
void use(const Procedure& procedure, const std::uint8_t* data, std::size_t size) {
  const Date today = *parseIsoDate("2026-11-20");
  Answers answers;
  for (std::size_t asked = 0;; ++asked) {
    const Route way = route(procedure, answers, today);
    const Step& step = way.current();
    if (step.next.empty()) break;
    require(asked <= procedure.steps.size());
    const std::uint8_t chance = size == 0 ? 0 : data[asked % size];
    std::string answer = step.options.empty() ? "yes" : step.options[chance % step.options.size()];
    if (step.mayBeUnknown && chance % 7 == 0) answer = "unknown";
    answers = withAnswer(procedure, answers, step.id, answer, today);
  }
  const Route way = route(procedure, answers, today);
  require(way.current().answer == AnswerKind::Send || !way.current().leadsTo.empty());
  require(requestOf(procedure, answers, today) ==
          requestOf(procedure, reachable(procedure, answers, today), today));
  require(!graphvizOf(procedure, nullptr).empty());
  require(wordFaults({procedure}, good()).size() >= wordsNeeded(procedure).mandatory.size() / 2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool isFile = size > 0 && (data[0] == '{' || data[0] == '[');
  const json document =
      isFile ? json::parse(data, data + size, nullptr, false) : changed(data, size);
  const auto procedure = parseProcedure(document, shipped::parts());
  if (procedure) {
    use(*procedure, data, size);
  } else {
    require(!procedure.error().what.empty() && !procedure.error().mend.empty());
  }
  return 0;
}
