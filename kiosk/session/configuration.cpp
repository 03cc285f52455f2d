// SPDX-License-Identifier: Apache-2.0
#include "configuration.h"

#include "kiosk/journey/object_reader.h"
#include "kiosk/journey/words_check.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace session {
namespace {

using config::faultOf;
using config::readJson;
using nlohmann::json;

std::optional<int> yearOf(const std::filesystem::path& file) {
  const std::string stem = file.stem().string();
  int year = 0;
  const auto read = std::from_chars(stem.data(), stem.data() + stem.size(), year);
  if (file.extension() != ".json" || stem.size() != 4 || read.ptr != stem.data() + 4) {
    return std::nullopt;
  }
  return year;
}

struct TariffChoice {
  std::filesystem::path file;
  bool clockIsWrong = false;
};

// The newest tariff that is not after the day, of this year or the last: amounts carry their own
// dates, so that New Year stops no kiosk. The oldest of all when the day is before all.
tl::expected<TariffChoice, FileFault> chooseTariff(const std::filesystem::path& folder,
                                                   journey::Date today) {
  std::optional<int> best;
  std::optional<int> oldest;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto year = yearOf(entry.path());
    if (!year) continue;
    if (!oldest || *year < *oldest) oldest = year;
    if (*year <= static_cast<int>(today.year()) && (!best || *year > *best)) best = year;
  }
  if (!oldest) {
    return tl::unexpected(
        FileFault{folder.string(), "", "there is no tariff", "put a <year>.json there"});
  }
  const int year = static_cast<int>(today.year());
  if (best && *best + 1 < year) {
    const auto missing = folder / (std::to_string(year) + ".json");
    return tl::unexpected(
        FileFault{missing.string(), "", "is missing", "put this year's tariff there"});
  }
  return TariffChoice{folder / (std::to_string(best.value_or(*oldest)) + ".json"), !best};
}

// kiosk.json names a file that is not there.
std::optional<FileFault> unknownName(const std::filesystem::path& folder, const std::string& key,
                                     const std::string& where, const std::string& name) {
  std::error_code error;
  if (std::filesystem::exists(folder / where / (name + ".json"), error) || error) return {};
  return FileFault{(folder / "kiosk.json").string(), '/' + key,
                   "there is no " + where + '/' + name + ".json", "name one that is there"};
}

// Those that kiosk.json names must be there; the one of the house is always offered.
std::optional<FileFault> readLanguages(Configuration& all) {
  const std::string& site = all.kiosk.language;
  std::vector<std::string> wanted = all.kiosk.languages;
  for (const std::string& code : wanted) {
    if (auto fault = unknownName(all.folder, "languages", "text", code)) return fault;
  }
  if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), site) == wanted.end()) {
    wanted.insert(wanted.begin(), site);
  }
  all.languages = languagesIn(all.folder / "text", wanted, site);
  return {};
}

// Reads a file with the parser of its kind; the fault names the file.
template <class Parse>
auto load(const std::filesystem::path& file, Parse parse)
    -> tl::expected<typename decltype(parse(json()))::value_type, FileFault> {
  const auto document = readJson(file);
  if (!document) return tl::unexpected(document.error());
  auto parsed = parse(*document);
  if (!parsed) return tl::unexpected(faultOf(file, parsed.error()));
  return std::move(*parsed);
}

// The place of the first text of `wanted` that `texts` does not have.
std::optional<std::string> lacking(const json& wanted, const json& texts) {
  for (const auto& [name, value] : wanted.items()) {
    const auto found = texts.is_object() ? texts.find(name) : texts.end();
    if (value.is_object()) {
      const auto below = lacking(value, found == texts.end() ? json::object() : *found);
      if (below) return '/' + name + *below;
    } else if (found == texts.end() || !found->is_string() ||
               found->get_ref<const std::string&>().empty()) {
      return '/' + name;
    }
  }
  return std::nullopt;
}

tl::expected<agent::AgentsConfig, journey::ConfigFault> parseAgents(const json& document) {
  return agent::parseAgents(document).map_error([](const agent::AgentsFault& fault) {
    return journey::ConfigFault{fault.where, fault.what, fault.mend};
  });
}

}  // namespace

tl::expected<json, FileFault> loadTexts(const std::filesystem::path& folder,
                                        const std::string& language) {
  if (!journey::isName(language)) {
    return tl::unexpected(FileFault{(folder / "text").string(), "",
                                    "\"" + language + "\" is no language", "see the files there"});
  }
  return readJson(folder / "text" / (language + ".json"));
}

tl::expected<json, FileFault> loadCheckedTexts(const Configuration& all,
                                               const std::string& language) {
  auto texts = loadTexts(all.folder, language);
  if (!texts) return texts;
  if (auto place = lacking(all.texts, *texts)) {
    return tl::unexpected(FileFault{(all.folder / "text" / (language + ".json")).string(), *place,
                                    "the text is missing", "translate it"});
  }
  return texts;
}

tl::expected<Configuration, FileFault> loadConfiguration(const std::filesystem::path& folder,
                                                         const std::string& language,
                                                         journey::Date today) {
  auto catalogue = config::Catalogue::load(folder);
  if (!catalogue) return tl::unexpected(catalogue.error());
  Configuration all(std::move(*catalogue));
  all.folder = folder;
  auto kiosk = load(folder / "kiosk.json", parseKioskConfig);
  if (!kiosk) return tl::unexpected(kiosk.error());
  all.kiosk = std::move(*kiosk);
  auto agents = load(folder / "agents.json", parseAgents);
  if (!agents) return tl::unexpected(agents.error());
  all.agents = std::move(*agents);
  if (!language.empty()) {
    if (auto texts = loadTexts(folder, language); !texts) return tl::unexpected(texts.error());
    all.kiosk.language = language;
  }
  if (auto fault = unknownName(folder, "language", "text", all.kiosk.language)) {
    return tl::unexpected(std::move(*fault));
  }
  auto exercises = config::loadExercises(folder);
  if (!exercises) return tl::unexpected(exercises.error());
  all.exercises = std::move(*exercises);
  auto texts = loadTexts(folder, all.kiosk.language);
  if (!texts) return tl::unexpected(texts.error());
  all.texts = std::move(*texts);
  if (const auto faults = journey::missingWords(all.catalogue.reception(), all.texts);
      !faults.empty()) {
    return tl::unexpected(
        faultOf(folder / "text" / (all.kiosk.language + ".json"), faults.front()));
  }
  if (auto fault = readLanguages(all)) return tl::unexpected(std::move(*fault));
  const auto choice = chooseTariff(folder / "tariffs", today);
  if (!choice) return tl::unexpected(choice.error());
  all.clockIsWrong = choice->clockIsWrong;
  auto tariff = load(choice->file, journey::parseTariff);
  if (!tariff) return tl::unexpected(tariff.error());
  all.law.tariff = std::move(*tariff);
  const auto delays = config::loadDelays(folder);
  if (!delays) return tl::unexpected(delays.error());
  all.law.delays = *delays;
  return all;
}

}  // namespace session
