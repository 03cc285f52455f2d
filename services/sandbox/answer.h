// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "contract.h"

namespace sandbox {

// What was asked, after the contract has let it through.
struct Call {
  ContractCall route;
  nlohmann::json body;    // null when the operation takes no JSON
  std::string bytes;      // the body as it came
  Contract::Given given;  // headers and queries

  [[nodiscard]] std::string inPath(std::string_view name) const {
    const auto found = route.inPath.find(name);
    return found == route.inPath.end() ? std::string() : found->second;
  }
};

struct Answer {
  int status = 200;
  std::string type;  // empty: no body
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

Answer jsonAnswer(int status, const nlohmann::json& body);
// RFC 9457. `code` is what a machine may rely on; nothing a person gave goes in.
Answer problem(int status, std::string_view code, const std::vector<Breach>& errors = {});

// JSON from the network: no more than 32 levels deep, nothing behind it. Nothing for any other
// text.
std::optional<nlohmann::json> parseJson(std::string_view text);

}  // namespace sandbox
