// SPDX-License-Identifier: Apache-2.0
#include "site.h"

#include "agent/agents_config.h"
#include "storage/storage.h"

namespace desk {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestSiteFile = 4 << 20;

// Keeps the order of what is written: chapters stand in the order of the visit.
using Ordered = nlohmann::ordered_json;

tl::expected<Ordered, std::string> readJson(const fs::path& file) {
  const auto text = storage::readFile(file, longestSiteFile);
  if (!text) return tl::unexpected(text.error().detail + ": restore it, or see --config");
  auto whole = Ordered::parse(*text, nullptr, false);
  if (!whole.is_object()) return tl::unexpected(file.string() + ": is no JSON object: mend it");
  return whole;
}

std::string textOf(const Ordered& object, const char* member) {
  if (!object.is_object()) return {};
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string lower(std::string text) {
  for (auto& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

void takeWords(Site& site, const Ordered& text) {
  site.steps = json::object();
  site.chapters = json::array();
  if (const auto steps = text.find("steps"); steps != text.end() && steps->is_object())
    for (const auto& [id, step] : steps->items()) {
      const auto brief = textOf(step, "short");
      site.steps[id] = brief.empty() ? textOf(step, "title") : brief;
    }
  if (const auto chapters = text.find("chapters"); chapters != text.end() && chapters->is_object())
    for (const auto& [id, name] : chapters->items())
      if (name.is_string()) site.chapters.push_back(name.get<std::string>());
}

}  // namespace

tl::expected<Site, std::string> Site::load(const fs::path& config) {
  const auto people = agent::readAgents(config);
  if (!people) return tl::unexpected(people.error());
  Site site;
  site.id = people->site.id;
  site.name = people->site.name;
  for (const auto& one : people->agents)
    site.agents.push_back({one.id, one.name});
  const auto kiosk = readJson(config / "kiosk.json");
  if (!kiosk) return tl::unexpected(kiosk.error());
  const auto language = textOf(*kiosk, "language");
  if (!agent::isAgentId(language))
    return tl::unexpected((config / "kiosk.json").string() + ": language: wants one, as \"fr\"");
  const auto text = readJson(config / "text" / (language + ".json"));
  if (!text) return tl::unexpected(text.error());
  takeWords(site, *text);
  return site;
}

const Agent* Site::find(const std::string& written) const {
  const auto wanted = lower(written);
  const Agent* named = nullptr;
  for (const auto& agent : agents) {
    if (agent.id == wanted) return &agent;
    if (lower(agent.name) != wanted) continue;
    if (named != nullptr) return nullptr;
    named = &agent;
  }
  return named;
}

json Site::facts() const {
  auto people = json::array();
  for (const auto& agent : agents)
    people.push_back({{"id", agent.id}, {"name", agent.name}});
  return {{"site", {{"id", id}, {"name", name}}},
          {"agents", people},
          {"steps", steps},
          {"chapters", chapters}};
}

}  // namespace desk
