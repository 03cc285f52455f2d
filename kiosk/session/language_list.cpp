// SPDX-License-Identifier: Apache-2.0
#include "language_list.h"

#include "kiosk/journey/object_reader.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace session {
namespace {

using nlohmann::json;

// Looks for /language/name and stops there: false ends the reading.
class NameFinder final : public json::json_sax_t {
 public:
  std::string name;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }
  bool start_object(std::size_t) override {
    ++m_depth;
    return true;
  }
  bool end_object() override {
    --m_depth;
    // Past the block of the language there is nothing to look for.
    return !m_inBlock || m_depth > 1;
  }
  bool key(string_t& key) override {
    if (m_depth == 1) m_inBlock = key == "language";
    m_isName = m_inBlock && m_depth == 2 && key == "name";
    return true;
  }
  bool string(string_t& text) override {
    if (m_isName) name = text;
    return !m_isName;
  }

 private:
  int m_depth = 0;
  bool m_inBlock = false;
  bool m_isName = false;
};

std::vector<std::string> filesIn(const std::filesystem::path& folder, const std::string& site) {
  std::vector<std::string> codes;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string code = entry.path().stem().string();
    if (entry.path().extension() == ".json" && journey::isName(code)) codes.push_back(code);
  }
  std::sort(codes.begin(), codes.end(), [&](const std::string& left, const std::string& right) {
    return std::pair(left != site, left) < std::pair(right != site, right);
  });
  return codes;
}

}  // namespace

std::optional<std::string> languageName(const std::filesystem::path& file) {
  std::ifstream stream(file);
  NameFinder finder;
  if (!stream) return std::nullopt;
  (void)json::sax_parse(stream, &finder, json::input_format_t::json, false);
  return finder.name.empty() ? std::nullopt : std::optional(finder.name);
}

std::vector<LanguageName> languagesIn(const std::filesystem::path& folder,
                                      const std::vector<std::string>& wanted,
                                      const std::string& site) {
  std::vector<LanguageName> found;
  for (const std::string& code : wanted.empty() ? filesIn(folder, site) : wanted) {
    if (auto name = languageName(folder / (code + ".json"))) {
      found.push_back({code, std::move(*name)});
    }
  }
  return found;
}

}  // namespace session
