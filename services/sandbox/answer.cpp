// SPDX-License-Identifier: Apache-2.0
#include "answer.h"

#include <algorithm>

namespace sandbox {

namespace {

constexpr int deepest = 32;

std::string_view titleOf(int status) {
  switch (status) {
    case 400:
      return "The call is malformed";
    case 403:
      return "Not accepted";
    case 404:
      return "Unknown";
    case 405:
      return "Not with this method";
    case 409:
      return "Not in this state";
    case 413:
      return "Too large";
    case 422:
      return "Understood and refused";
    case 429:
      return "Too many calls";
    case 503:
      return "Not now";
    default:
      return "A fault of the service";
  }
}

int depthOf(std::string_view text) {
  int depth = 0;
  int most = 0;
  bool inText = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    if (inText && letter == '\\') {
      ++i;
    } else if (letter == '"') {
      inText = !inText;
    } else if (!inText && (letter == '[' || letter == '{')) {
      most = std::max(most, ++depth);
    } else if (!inText && (letter == ']' || letter == '}')) {
      --depth;
    }
  }
  return most;
}

}  // namespace

Answer jsonAnswer(int status, const nlohmann::json& body) {
  return {status, "application/json", body.dump(), {}};
}

Answer problem(int status, std::string_view code, const std::vector<Breach>& errors) {
  nlohmann::json body{{"type", "urn:cote-a-cote:problem:" + std::string(code)},
                      {"title", titleOf(status)},
                      {"status", status},
                      {"code", code}};
  for (const auto& error : errors)
    body["errors"].push_back({{"field", error.field}, {"code", error.code}});
  Answer answer{status, "application/problem+json", body.dump(), {}};
  if (status == 503 || status == 429) answer.headers.emplace_back("Retry-After", "2");
  return answer;
}

std::optional<nlohmann::json> parseJson(std::string_view text) {
  if (depthOf(text) > deepest) return std::nullopt;
  auto parsed = nlohmann::json::parse(text, nullptr, false);
  if (parsed.is_discarded()) return std::nullopt;
  return parsed;
}

}  // namespace sandbox
