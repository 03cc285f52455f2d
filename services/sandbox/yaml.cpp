// SPDX-License-Identifier: Apache-2.0
#include "yaml.h"

#include <charconv>
#include <cstdint>

#include <yaml-cpp/yaml.h>

namespace sandbox {

namespace {

constexpr int deepestYaml = 100;

nlohmann::json scalar(const YAML::Node& node) {
  const auto& text = node.Scalar();
  if (node.Tag() != "?") return text;
  if (text == "null" || text == "~" || text.empty()) return nullptr;
  if (text == "true" || text == "false") return text == "true";
  const char* end = text.data() + text.size();
  std::int64_t whole = 0;
  if (const auto read = std::from_chars(text.data(), end, whole);
      read.ec == std::errc{} && read.ptr == end)
    return whole;
  double real = 0;
  if (const auto read = std::from_chars(text.data(), end, real);
      read.ec == std::errc{} && read.ptr == end)
    return real;
  return text;
}

nlohmann::json convert(const YAML::Node& node, int depth) {
  if (depth > deepestYaml) throw YAML::Exception(node.Mark(), "nested too deeply");
  if (node.IsScalar()) return scalar(node);
  if (node.IsSequence()) {
    auto list = nlohmann::json::array();
    for (const auto& item : node)
      list.push_back(convert(item, depth + 1));
    return list;
  }
  if (node.IsMap()) {
    auto object = nlohmann::json::object();
    for (const auto& entry : node) {
      const auto& key = entry.first.Scalar();
      if (object.contains(key)) throw YAML::Exception(entry.first.Mark(), "written twice: " + key);
      object[key] = convert(entry.second, depth + 1);
    }
    return object;
  }
  return nullptr;
}

}  // namespace

tl::expected<nlohmann::json, std::string> readYaml(const std::filesystem::path& file) {
  try {
    return convert(YAML::LoadFile(file.string()), 0);
  } catch (const YAML::BadFile&) {
    return tl::unexpected(file.string() + " cannot be read");
  } catch (const YAML::Exception& fault) {
    return tl::unexpected(file.string() + ", line " + std::to_string(fault.mark.line + 1) +
                          ", column " + std::to_string(fault.mark.column + 1) + ": " + fault.msg);
  }
}

}  // namespace sandbox
