// SPDX-License-Identifier: Apache-2.0
#include "agent/agents_config.h"

#include <algorithm>
#include <array>
#include <exception>
#include <initializer_list>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "crypto/crypto.h"
#include "storage/storage.h"

namespace agent {
namespace {

using nlohmann::json;

constexpr std::size_t largestAgentsFile = 1U << 20U;
constexpr crypto::PasswordCost cheapest{19U << 20U, 2};
constexpr crypto::PasswordCost dearest{256U << 20U, 10};

constexpr std::array<std::string_view, 2> examplePins = {"407382", "915064"};
constexpr std::array<std::string_view, 2> exampleHashes = {
    "$argon2id$v=19$m=49152,t=3,p=1$f1kMiYdATRqoa4ayVtU6yA$D6LbFZ9V4/"
    "cnq6eYnV1f0qDCkIl+s3stjGzfG3noDXI",
    "$argon2id$v=19$m=49152,t=3,p=1$6hNsaShTcjmj7ThnACidZw$"
    "tlY26cEL21DN2dy0gM72r5pplcHNwF6xPozFFsm06fg"};

// Reads one object; the first fault stays, and reading goes on with empty values.
class Reader {
 public:
  Reader(const json& object, std::string pointer, std::initializer_list<std::string_view> words,
         std::optional<AgentsFault>& fault)
      : m_object(object), m_pointer(std::move(pointer)), m_fault(fault) {
    if (!object.is_object()) refuse("", "this is no object", "write { … }");
    for (const auto& item : object.items())
      if (std::find(words.begin(), words.end(), item.key()) == words.end())
        refuse("", "holds a word that is not known here", "take out what is misspelt");
  }

  [[nodiscard]] const json* find(const char* key) const {
    const auto found = m_object.is_object() ? m_object.find(key) : m_object.end();
    return m_object.is_object() && found != m_object.end() ? &*found : nullptr;
  }

  // One line of 1 to 300 bytes for which `fits` holds.
  std::string text(const char* key, bool (*fits)(std::string_view), const char* mend) {
    const json* value = find(key);
    if (value == nullptr) {
      refuse(key, "is missing", mend);
    } else if (!value->is_string() || !fits(value->get_ref<const std::string&>())) {
      refuse(key, "cannot be used", mend);
    } else {
      return value->get<std::string>();
    }
    return {};
  }

  const json& list(const char* key, std::size_t least, std::size_t most) {
    static const json none = json::array();
    const json* value = find(key);
    if (value == nullptr && least == 0) return none;
    if (value != nullptr && value->is_array() && value->size() >= least && value->size() <= most)
      return *value;
    refuse(key, "is no list of " + std::to_string(least) + " to " + std::to_string(most),
           "write [ … ]");
    return none;
  }

  [[nodiscard]] std::string at(const std::string& key) const {
    return key.empty() ? m_pointer : m_pointer + "/" + key;
  }
  void refuse(const std::string& key, std::string what, std::string mend) {
    if (!m_fault) m_fault = AgentsFault{at(key), std::move(what), std::move(mend)};
  }

 private:
  const json& m_object;
  std::string m_pointer;
  std::optional<AgentsFault>& m_fault;
};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isLine(std::string_view text) {
  return !text.empty() && text.size() <= 300 &&
         std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < ' '; });
}

bool isTelephone(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return text.size() >= 3 && text.size() <= 20 && isDigit(text.front()) && isDigit(text.back()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || c == ' '; });
}

bool isPronoun(std::string_view text) {
  return text == "she" || text == "he";
}

bool isPinHash(std::string_view text) {
  const auto cost = crypto::costOf(text);
  return cost && cost->bytes >= cheapest.bytes && cost->passes >= cheapest.passes &&
         cost->bytes <= dearest.bytes && cost->passes <= dearest.passes;
}

constexpr auto idMend = "write small letters, digits and hyphens, 32 at most";
constexpr auto lineMend = "write one line of text, 300 bytes at most";

Agent agentOf(const json& entry, const std::string& pointer, std::optional<AgentsFault>& fault) {
  Reader reader(entry, pointer, {"id", "name", "pronoun", "badge", "pin"}, fault);
  Agent agent;
  agent.id = reader.text("id", isAgentId, idMend);
  agent.name = reader.text("name", isLine, lineMend);
  agent.pronoun =
      reader.text("pronoun", isPronoun, "write she or he") == "he" ? Pronoun::He : Pronoun::She;
  agent.badge = reader.text("badge", isBadge, "write 4 to 8 digits in quotes");
  agent.pinHash = reader.text("pin", isPinHash, "write the line that agent-pin prints");
  return agent;
}

NextSite nextSiteOf(const json& entry, const std::string& pointer,
                    std::optional<AgentsFault>& fault) {
  Reader reader(entry, pointer, {"name", "telephone"}, fault);
  return {reader.text("name", isLine, lineMend),
          reader.text("telephone", isTelephone, "write digits and blanks, as 03 53 01 56 78")};
}

// JSON with each key once; a second one of the same name would silently win.
json parsed(const std::string& text, bool& twice) {
  std::vector<std::set<std::string>> keys;
  return json::parse(text, [&](int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) keys.emplace_back();
    if (event == json::parse_event_t::object_end) keys.pop_back();
    if (event == json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
      twice = true;
    return true;
  });
}

}  // namespace

const Agent* AgentsConfig::withId(std::string_view id) const {
  const auto found = std::find_if(agents.begin(), agents.end(),
                                  [&](const Agent& agent) { return agent.id == id; });
  return found == agents.end() ? nullptr : &*found;
}

const Agent* AgentsConfig::withBadge(std::string_view badge) const {
  const auto found = std::find_if(agents.begin(), agents.end(),
                                  [&](const Agent& agent) { return agent.badge == badge; });
  return found == agents.end() ? nullptr : &*found;
}

bool isAgentId(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || isDigit(c); };
  return !text.empty() && text.size() <= 32 && plain(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

bool isBadge(std::string_view text) {
  return text.size() >= 4 && text.size() <= 8 && std::all_of(text.begin(), text.end(), isDigit);
}

bool isExamplePin(std::string_view pinHash) {
  return std::find(exampleHashes.begin(), exampleHashes.end(), pinHash) != exampleHashes.end();
}

bool isPublishedPin(std::string_view pin) {
  return std::find(examplePins.begin(), examplePins.end(), pin) != examplePins.end();
}

tl::expected<AgentsConfig, AgentsFault> parseAgents(const json& document) {
  AgentsConfig config;
  std::optional<AgentsFault> fault;
  Reader reader(document, "", {"$schema", "site", "agents", "nextSites"}, fault);
  static const json none = json::object();
  const json* place = reader.find("site");
  Reader site(place != nullptr ? *place : none, "/site", {"id", "name"}, fault);
  config.site = {site.text("id", isAgentId, idMend), site.text("name", isLine, lineMend)};
  const json& agents = reader.list("agents", 1, 50);
  for (std::size_t i = 0; i < agents.size(); ++i) {
    Agent agent = agentOf(agents[i], reader.at("agents/" + std::to_string(i)), fault);
    if (config.withId(agent.id) != nullptr)
      reader.refuse("agents/" + std::to_string(i) + "/id", "is another agent's too",
                    "give each an id of their own");
    if (config.withBadge(agent.badge) != nullptr)
      reader.refuse("agents/" + std::to_string(i) + "/badge", "is another agent's too",
                    "give each a badge of their own");
    config.agents.push_back(std::move(agent));
  }
  const json& sites = reader.list("nextSites", 0, 5);
  for (std::size_t i = 0; i < sites.size(); ++i)
    config.nextSites.push_back(
        nextSiteOf(sites[i], reader.at("nextSites/" + std::to_string(i)), fault));
  if (fault) return tl::unexpected(*fault);
  return config;
}

tl::expected<AgentsConfig, std::string> readAgents(const std::filesystem::path& config) {
  const auto file = (config / "agents.json");
  const auto text = storage::readFile(file, largestAgentsFile);
  if (!text) return tl::unexpected(text.error().detail + "; give the folder of the configuration");
  try {
    bool twice = false;
    const json document = parsed(*text, twice);
    if (twice)
      return tl::unexpected(file.string() + ": a word stands twice in one object; keep one");
    auto agents = parseAgents(document);
    if (agents) return *agents;
    const AgentsFault& fault = agents.error();
    return tl::unexpected(file.string() + ": " + fault.where + (fault.where.empty() ? "" : ": ") +
                          fault.what + "; " + fault.mend);
  } catch (const json::parse_error& error) {
    const auto end =
        text->begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text->size()));
    return tl::unexpected(file.string() + ": line " +
                          std::to_string(1 + std::count(text->begin(), end, '\n')) +
                          ": is not JSON; mend or restore it");
  } catch (const std::exception&) {
    return tl::unexpected(file.string() + ": is no list of agents; mend or restore it");
  }
}

}  // namespace agent
