// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "calendar.h"
#include "centre.h"

namespace sandbox {

// One opened request under the eyes of the centre: what it says, and what is asked about it.
class Dossier {
 public:
  Dossier(const nlohmann::json& request, Day day) : m_request(request), m_day(day) {}

  // Values by JSON pointer; nothing when absent, null, empty or of another type.
  [[nodiscard]] std::optional<std::string> text(const std::string& pointer) const;
  [[nodiscard]] std::optional<Day> day(const std::string& pointer) const;
  [[nodiscard]] std::optional<bool> flag(const std::string& pointer) const;
  [[nodiscard]] std::optional<std::int64_t> number(const std::string& pointer) const;
  [[nodiscard]] const nlohmann::json& request() const { return m_request; }

  // All papers of one kind, as pointers.
  [[nodiscard]] std::vector<std::string> papers(std::string_view kind) const;

  // The day the rules are applied on.
  [[nodiscard]] Day today() const { return m_day; }

  // Of several papers of one kind one good one is enough: `examine` is called for each until one
  // raises nothing, else what was asked about the first stays.
  void askAboutBest(const std::vector<std::string>& papers,
                    const std::function<void(const std::string& paper)>& examine);
  void ask(std::string code, std::string field, std::string document = {});
  [[nodiscard]] std::vector<Asked> takeAsked() { return std::move(m_asked); }

 private:
  [[nodiscard]] const nlohmann::json* at(const std::string& pointer) const;

  const nlohmann::json& m_request;
  Day m_day;
  std::vector<Asked> m_asked;
};

// The papers' part of the centre's reading: which this case needs, and what each must show.
void examinePapers(Dossier& dossier, const RegisteredVehicle* vehicle);

// Names as two people would call the same: case, accents, hyphens, blanks and apostrophes do not
// count, and a machine-readable zone may have cut a long one.
bool isSameName(std::string_view one, std::string_view other);
// The first of several given names.
std::string firstOf(std::string_view givenNames);

}  // namespace sandbox
