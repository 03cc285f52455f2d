// SPDX-License-Identifier: Apache-2.0
#include "procedure_files.h"

#include "kiosk/journey/object_reader.h"
#include "kiosk/journey/openings.h"
#include "kiosk/journey/words_check.h"

#include <algorithm>
#include <utility>

namespace config {
namespace {

using nlohmann::json;

// The names of the *.json files of a folder, without their ending.
std::vector<std::string> stemsIn(const std::filesystem::path& folder) {
  std::vector<std::string> stems;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json") stems.push_back(entry.path().stem().string());
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

// Why nobody is led to this procedure.
journey::ConfigFault notOffered(const journey::Procedure& reception,
                                const journey::Procedure& procedure) {
  const auto offered = journey::offering(reception, procedure.id, procedure.openings);
  if (!offered) return offered.error();
  return {"/reception", "the reception leads nobody here",
          "name a question of the reception and the answer that is added there"};
}

}  // namespace

std::filesystem::path usualFolder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto installed = program.parent_path().parent_path() / "share/cote-a-cote/config";
  if (std::filesystem::is_directory(installed, error)) return installed;
  return KIOSK_SOURCE_CONFIG;
}

std::vector<std::string> procedureIds(const std::filesystem::path& folder) {
  return stemsIn(folder / "procedures");
}

tl::expected<journey::Parts, FileFault> loadParts(const std::filesystem::path& folder) {
  journey::Parts parts;
  for (const std::string& name : stemsIn(folder / "parts")) {
    auto part = readJson(folder / "parts" / (name + ".json"));
    if (!part) return tl::unexpected(part.error());
    parts.emplace(name, std::move(*part));
  }
  return parts;
}

tl::expected<journey::Procedure, FileFault> loadProcedure(const std::filesystem::path& folder,
                                                          const std::string& id,
                                                          const journey::Parts& parts) {
  if (!journey::isName(id)) {
    return tl::unexpected(FileFault{(folder / "procedures").string(), "",
                                    "\"" + id + "\" is no procedure", "see the files there"});
  }
  const auto file = folder / "procedures" / (id + ".json");
  const auto document = readJson(file);
  if (!document) return tl::unexpected(document.error());
  auto procedure = journey::parseProcedure(*document, parts);
  if (!procedure) return tl::unexpected(faultOf(file, procedure.error()));
  if (procedure->id == id) return std::move(*procedure);
  return tl::unexpected(
      FileFault{file.string(), "/id", "this is not the name of the file", "write " + id});
}

tl::expected<journey::Procedure, FileFault> loadReception(const std::filesystem::path& folder,
                                                          const journey::Parts& parts) {
  const auto file = folder / "reception.json";
  const auto document = readJson(file);
  if (!document) return tl::unexpected(document.error());
  auto reception = journey::parseReception(*document, parts);
  if (!reception) return tl::unexpected(faultOf(file, reception.error()));
  for (const std::string& id : procedureIds(folder)) {
    if (journey::opensProcedure(*reception, id)) continue;
    const auto offered = readJson(folder / "procedures" / (id + ".json"));
    if (!offered) continue;
    const auto openings = journey::readOpenings(*offered);
    if (!openings) continue;
    if (auto more = journey::offering(*reception, id, *openings)) reception = std::move(more);
  }
  return std::move(*reception);
}

tl::expected<journey::Rulebook, FileFault> loadRulebook(const std::filesystem::path& folder) {
  const auto parts = loadParts(folder);
  if (!parts) return tl::unexpected(parts.error());
  journey::Rulebook rulebook;
  for (const std::string& id : procedureIds(folder)) {
    auto procedure = loadProcedure(folder, id, *parts);
    if (!procedure) return tl::unexpected(procedure.error());
    rulebook.emplace(id, std::move(procedure->officer));
  }
  return rulebook;
}

tl::expected<journey::Exercises, FileFault> loadExercises(const std::filesystem::path& folder) {
  const auto file = folder / "exercises.json";
  const auto document = readJson(file);
  if (!document) return tl::unexpected(document.error());
  auto exercises = journey::parseExercises(*document);
  if (!exercises) return tl::unexpected(faultOf(file, exercises.error()));
  return std::move(*exercises);
}

std::optional<FileFault> faultInProcedures(const std::filesystem::path& folder, const json& texts,
                                           const std::string& language) {
  const auto parts = loadParts(folder);
  if (!parts) return parts.error();
  const auto reception = loadReception(folder, *parts);
  if (!reception) return reception.error();
  std::vector<std::string> ids = procedureIds(folder);
  for (const journey::Step& step : reception->steps)
    ids.insert(ids.end(), step.opens.begin(), step.opens.end());
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<journey::Procedure> all;
  for (const std::string& id : ids) {
    auto procedure = loadProcedure(folder, id, *parts);
    if (!procedure) return procedure.error();
    const auto file = folder / "procedures" / (id + ".json");
    if (!journey::opensProcedure(*reception, id))
      return faultOf(file, notOffered(*reception, *procedure));
    const auto both = journey::joined(*reception, *procedure);
    if (!both) return faultOf(file, both.error());
    const auto faults = journey::missingWords(*procedure, texts);
    if (!faults.empty()) return faultOf(folder / "text" / (language + ".json"), faults.front());
    all.push_back(std::move(*procedure));
  }
  const auto exercises = loadExercises(folder);
  if (!exercises) return exercises.error();
  if (const auto fault = journey::exerciseFault(*exercises, *reception, all)) {
    return faultOf(folder / "exercises.json", *fault);
  }
  return std::nullopt;
}

tl::expected<journey::Delays, FileFault> loadDelays(const std::filesystem::path& folder) {
  const auto file = folder / "delays.json";
  const auto document = readJson(file);
  if (!document) return tl::unexpected(document.error());
  const auto delays = journey::parseDelays(*document);
  if (!delays) return tl::unexpected(faultOf(file, delays.error()));
  return *delays;
}

}  // namespace config
