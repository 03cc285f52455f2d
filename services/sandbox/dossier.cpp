// SPDX-License-Identifier: Apache-2.0
#include "dossier.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace sandbox {

namespace {

using nlohmann::json;

// A machine-readable zone has room for about this many letters of a name.
constexpr std::size_t cutLength = 12;

// Letters of two bytes in UTF-8 that French and neighbouring names are written with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> plainLetters{{
    {"àáâãåÀÁÂÃÅ", "A"}, {"äÄæÆ", "AE"},  {"çćčÇĆČ", "C"},   {"èéêëęěÈÉÊËĘĚ", "E"},
    {"ìíîïİÌÍÎÏ", "I"},  {"ñńňÑŃŇ", "N"}, {"òóôõÒÓÔÕ", "O"}, {"öøÖØœŒ", "OE"},
    {"ùúûůÙÚÛŮ", "U"},   {"üÜ", "UE"},    {"ýÿÝŸ", "Y"},     {"šśşŠŚŞ", "S"},
    {"žźżŽŹŻ", "Z"},     {"łŁ", "L"},     {"ß", "SS"},       {"đðĐÐ", "D"},
    {"ğĞ", "G"},         {"řŘ", "R"},     {"ťţŤŢ", "T"},     {"ąĄ", "A"},
    {"őŐ", "O"},         {"űŰ", "U"},     {"ăĂ", "A"},       {"ő", "O"},
    {"ū", "U"},          {"ī", "I"},
}};

std::string plain(std::string_view name) {
  std::string letters;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte < 0x80) {
      if (std::isalnum(byte) != 0) letters += static_cast<char>(std::toupper(byte));
      continue;
    }
    const auto letter = name.substr(i, 2);
    if ((byte & 0xE0) == 0xC0) ++i;
    for (const auto& [written, meant] : plainLetters)
      if (written.find(letter) != std::string_view::npos) {
        letters += meant;
        break;
      }
  }
  return letters;
}

// "MUELLER" and "MULLER" are one name: a zone writes ü either way.
std::string withoutDigraphs(std::string letters) {
  for (const std::string_view digraph : {"AE", "OE", "UE"})
    for (auto at = letters.find(digraph); at != std::string::npos; at = letters.find(digraph, at))
      letters.erase(at + 1, 1);
  return letters;
}

bool beginsWith(const std::string& whole, const std::string& start) {
  return whole.size() >= start.size() && whole.compare(0, start.size(), start) == 0;
}

}  // namespace

bool isSameName(std::string_view one, std::string_view other) {
  const auto a = withoutDigraphs(plain(one));
  const auto b = withoutDigraphs(plain(other));
  if (a == b) return !a.empty();
  if (std::min(a.size(), b.size()) < cutLength) return false;
  return beginsWith(a, b) || beginsWith(b, a);
}

std::string firstOf(std::string_view givenNames) {
  const auto begin = givenNames.find_first_not_of(" ,");
  if (begin == std::string_view::npos) return {};
  const auto end = givenNames.find_first_of(" ,", begin);
  return std::string(givenNames.substr(begin, end - begin));
}

const json* Dossier::at(const std::string& pointer) const {
  const json::json_pointer place(pointer);
  return m_request.contains(place) ? &m_request.at(place) : nullptr;
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

std::vector<std::string> Dossier::papers(std::string_view kind) const {
  std::vector<std::string> found;
  const auto* documents = at("/documents");
  if (documents == nullptr || !documents->is_array()) return found;
  for (std::size_t i = 0; i < documents->size(); ++i)
    if ((*documents)[i].value("kind", "") == kind)
      found.push_back("/documents/" + std::to_string(i));
  return found;
}

void Dossier::askAboutBest(const std::vector<std::string>& papers,
                           const std::function<void(const std::string& paper)>& examine) {
  const auto before = m_asked;
  std::optional<std::vector<Asked>> aboutFirst;
  for (const auto& paper : papers) {
    m_asked = before;
    examine(paper);
    if (m_asked.size() == before.size()) return;
    if (!aboutFirst) aboutFirst = m_asked;
  }
  if (aboutFirst) m_asked = std::move(*aboutFirst);
}

void Dossier::ask(std::string code, std::string field, std::string document) {
  const bool known = std::any_of(m_asked.begin(), m_asked.end(), [&](const Asked& asked) {
    return asked.code == code && asked.field == field && asked.document == document;
  });
  if (!known) m_asked.push_back({std::move(code), std::move(field), std::move(document)});
}

}  // namespace sandbox
