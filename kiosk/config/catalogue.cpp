// SPDX-License-Identifier: Apache-2.0
#include "catalogue.h"

#include <cstdio>
#include <set>
#include <utility>

namespace config {

tl::expected<Catalogue, FileFault> Catalogue::load(std::filesystem::path folder) {
  Catalogue catalogue;
  auto parts = loadParts(folder);
  if (!parts) return tl::unexpected(parts.error());
  auto reception = loadReception(folder, *parts);
  if (!reception) return tl::unexpected(reception.error());
  catalogue.m_folder = std::move(folder);
  catalogue.m_parts = std::move(*parts);
  catalogue.m_reception = std::make_unique<journey::Procedure>(std::move(*reception));
  return catalogue;
}

const journey::Procedure* Catalogue::opened(const std::string& id) const {
  const auto known = m_opened.find(id);
  if (known != m_opened.end()) return known->second.get();
  auto& slot = m_opened[id];
  const auto told = [](const FileFault& fault) {
    std::fprintf(stderr, "kiosk: %s\n", fault.line().c_str());
    return nullptr;
  };
  const auto procedure = loadProcedure(m_folder, id, m_parts);
  if (!procedure) return told(procedure.error());
  auto both = journey::joined(*m_reception, *procedure);
  if (!both) return told(faultOf(m_folder / "procedures" / (id + ".json"), both.error()));
  slot = std::make_unique<journey::Procedure>(std::move(*both));
  return slot.get();
}

std::vector<std::string> Catalogue::ids() const {
  std::set<std::string> all;
  for (const journey::Step& step : m_reception->steps)
    all.insert(step.opens.begin(), step.opens.end());
  return {all.begin(), all.end()};
}

bool Catalogue::readAhead() const {
  for (const std::string& id : ids()) {
    if (m_opened.find(id) != m_opened.end()) continue;
    static_cast<void>(opened(id));
    return true;
  }
  return false;
}

std::vector<std::string> Catalogue::stepIds() const {
  std::set<std::string> all;
  for (const journey::Step& step : m_reception->steps)
    all.insert(step.id);
  for (const std::string& id : ids()) {
    const journey::Procedure* procedure = opened(id);
    for (std::size_t i = 0; procedure != nullptr && i < procedure->steps.size(); ++i)
      all.insert(procedure->steps[i].id);
  }
  return {all.begin(), all.end()};
}

}  // namespace config
