// SPDX-License-Identifier: Apache-2.0
#include "dossier.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sandbox {

namespace {

using nlohmann::json;

// Where a machine may read wrongly what is right on the paper, the person may say so.
constexpr std::array<std::string_view, 8> explainable{"proof-of-address-name-mismatch",
                                                      "proof-of-address-address-mismatch",
                                                      "identity-mismatch",
                                                      "certificate-date-mismatch",
                                                      "transfer-certificate-date-mismatch",
                                                      "vin-invalid",
                                                      "registration-number-invalid",
                                                      "form-number-invalid"};

void addOnce(std::vector<Asked>& list, Asked asked) {
  const bool known = std::any_of(list.begin(), list.end(), [&](const Asked& one) {
    return one.code == asked.code && one.field == asked.field && one.document == asked.document;
  });
  if (!known) list.push_back(std::move(asked));
}

}  // namespace

std::string dotted(const std::string& pointer) {
  std::string path;
  for (std::size_t i = 1; i < pointer.size(); ++i) {
    const auto end = std::min(pointer.find('/', i), pointer.size());
    const auto step = pointer.substr(i, end - i);
    if (!step.empty() && step.find_first_not_of("0123456789") == std::string::npos) {
      path += "[" + step + "]";
    } else {
      path += (path.empty() ? "" : ".") + step;
    }
    i = end;
  }
  return path;
}

Dossier::Dossier(const json& request, Day day, const RegisteredVehicle* vehicle)
    : m_request(request), m_day(day), m_vehicle(vehicle) {}

const json* Dossier::at(const std::string& pointer) const {
  const json::json_pointer place(pointer);
  return m_request.contains(place) ? &m_request.at(place) : nullptr;
}

bool Dossier::has(const std::string& pointer) const {
  const auto* value = at(pointer);
  return value != nullptr && !value->is_null() && *value != "";
}

std::optional<std::string> Dossier::text(const std::string& pointer) const {
  const auto* value = at(pointer);
  if (value == nullptr || !value->is_string() || value->get_ref<const std::string&>().empty())
    return std::nullopt;
  return value->get<std::string>();
}

std::optional<Day> Dossier::day(const std::string& pointer) const {
  const auto written = text(pointer);
  return written ? parseDay(*written) : std::nullopt;
}

std::optional<bool> Dossier::flag(const std::string& pointer) const {
  const auto* value = at(pointer);
  if (value == nullptr || !value->is_boolean()) return std::nullopt;
  return value->get<bool>();
}

std::optional<std::int64_t> Dossier::number(const std::string& pointer) const {
  const auto* value = at(pointer);
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  return value->get<std::int64_t>();
}

std::size_t Dossier::count(const std::string& pointer) const {
  const auto* value = at(pointer);
  return value != nullptr && value->is_array() ? value->size() : 0;
}

std::vector<std::string> Dossier::papers() const {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < count("/documents"); ++i) {
    auto paper = "/documents/" + std::to_string(i);
    if (text(paper + "/kind")) found.push_back(std::move(paper));
  }
  return found;
}

std::vector<std::string> Dossier::papers(std::string_view kind) const {
  std::vector<std::string> found;
  for (auto& paper : papers())
    if (text(paper + "/kind") == kind) found.push_back(std::move(paper));
  return found;
}

void Dossier::askAboutBest(const std::vector<std::string>& papers,
                           const std::function<void(const std::string& paper)>& examine) {
  const auto asked = m_asked;
  const auto noted = m_noted;
  std::optional<std::pair<std::vector<Asked>, std::vector<Asked>>> least;
  for (const auto& paper : papers) {
    m_asked = asked;
    m_noted = noted;
    examine(paper);
    if (m_asked.size() == asked.size()) return;
    if (!least || m_asked.size() < least->first.size()) least.emplace(m_asked, m_noted);
  }
  if (least) std::tie(m_asked, m_noted) = std::move(*least);
}

bool Dossier::isExplained(std::string_view code) const {
  if (std::find(explainable.begin(), explainable.end(), code) == explainable.end()) return false;
  for (std::size_t i = 0; i < count("/explanations"); ++i) {
    const auto one = "/explanations/" + std::to_string(i);
    if (text(one + "/code") == code && text(one + "/text")) return true;
  }
  return false;
}

void Dossier::ask(std::string code, std::string field, std::string document) {
  if (isExplained(code)) return note(std::move(code), std::move(field), std::move(document));
  addOnce(m_asked, {std::move(code), std::move(field), std::move(document)});
}

void Dossier::note(std::string code, std::string field, std::string document) {
  addOnce(m_noted, {std::move(code), std::move(field), std::move(document)});
}

}  // namespace sandbox
