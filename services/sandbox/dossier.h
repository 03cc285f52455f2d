// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "calendar.h"
#include "register.h"

namespace sandbox {

// What the processing centre asks for: a code of the verdict (findings, config/text), and where.
struct Asked {
  std::string code;
  std::string field;     // empty: none
  std::string document;  // empty: none
};

// One opened request under the eyes of the centre: what it says, and what is asked about it.
class Dossier {
 public:
  // `vehicle` as the register knows it, or null. Neither is owned; both outlive the dossier.
  Dossier(const nlohmann::json& request, Day day, const RegisteredVehicle* vehicle = nullptr);

  // Values by JSON pointer; nothing when absent, null, empty or of another type.
  [[nodiscard]] std::optional<std::string> text(const std::string& pointer) const;
  [[nodiscard]] std::optional<Day> day(const std::string& pointer) const;
  [[nodiscard]] std::optional<bool> flag(const std::string& pointer) const;
  [[nodiscard]] std::optional<std::int64_t> number(const std::string& pointer) const;
  [[nodiscard]] std::size_t count(const std::string& pointer) const;  // of a list
  // True when something stands there, whatever its type.
  [[nodiscard]] bool has(const std::string& pointer) const;
  [[nodiscard]] const nlohmann::json& request() const { return m_request; }
  [[nodiscard]] const RegisteredVehicle* vehicle() const { return m_vehicle; }

  // All papers, or those of one kind, as pointers.
  [[nodiscard]] std::vector<std::string> papers() const;
  [[nodiscard]] std::vector<std::string> papers(std::string_view kind) const;

  // The day the rules are applied on.
  [[nodiscard]] Day today() const { return m_day; }

  // Of several papers of one kind one good one is enough: `examine` is called for each until one
  // raises nothing, else what was asked about the one that lacks least stays.
  void askAboutBest(const std::vector<std::string>& papers,
                    const std::function<void(const std::string& paper)>& examine);
  // Asks once. What the person has explained (`explanations`) is noted where a machine may be wrong
  // about it: an officer reads the explanation.
  void ask(std::string code, std::string field, std::string document = {});
  // Seen, and no reason to send the dossier back.
  void note(std::string code, std::string field, std::string document = {});
  [[nodiscard]] std::vector<Asked> takeAsked() { return std::move(m_asked); }
  [[nodiscard]] std::vector<Asked> takeNoted() { return std::move(m_noted); }

 private:
  [[nodiscard]] const nlohmann::json* at(const std::string& pointer) const;
  [[nodiscard]] bool isExplained(std::string_view code) const;

  const nlohmann::json& m_request;
  Day m_day;
  const RegisteredVehicle* m_vehicle;
  std::vector<Asked> m_asked;
  std::vector<Asked> m_noted;
};

// "/documents/2/date" as the contract writes it: "documents[2].date".
std::string dotted(const std::string& pointer);

}  // namespace sandbox
