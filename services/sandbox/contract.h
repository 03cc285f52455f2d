// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "schemas.h"

namespace sandbox {

// One call of the contract that fits an address: which operation, and what stands in its braces.
struct ContractCall {
  std::string operation;  // operationId
  std::string method;     // upper case
  std::string path;       // the template
  std::map<std::string, std::string, std::less<>> inPath;
};

// `services/national/openapi.yaml`, read at run time. The sandbox knows the contract by this file
// alone and shares no code with those who call it.
class Contract {
 public:
  // The error is one line that names the file, the place and what is wrong.
  static tl::expected<Contract, std::string> load(const std::filesystem::path& file);

  [[nodiscard]] std::optional<ContractCall> find(std::string_view method,
                                                 std::string_view address) const;
  // True when another method would have fitted: 405 rather than 404.
  [[nodiscard]] bool hasAddress(std::string_view address) const;

  // `given` answers what was sent as (in, name): in is "header" or "query"; nothing when absent.
  using Given = std::function<std::optional<std::string>(const std::string&, const std::string&)>;
  [[nodiscard]] std::vector<Breach> checkParameters(const ContractCall& call,
                                                    const Given& given) const;
  // The media type that the call's body must have; empty when it has none.
  [[nodiscard]] std::string bodyType(const ContractCall& call) const;
  [[nodiscard]] std::vector<Breach> checkBody(const ContractCall& call,
                                              const nlohmann::json& body) const;
  // An answer of ours: status and media type must be in the contract, and JSON must fit its schema
  // (`body` is null for other types). An empty type is an answer without a body.
  [[nodiscard]] std::vector<Breach> checkAnswer(const ContractCall& call, int status,
                                                const std::string& type,
                                                const nlohmann::json& body) const;
  // A schema of `components/schemas` by its name.
  [[nodiscard]] std::vector<Breach> check(const std::string& schema,
                                          const nlohmann::json& value) const;

 private:
  struct Route {
    ContractCall call;
    std::vector<std::string> segments;
    std::string pointer;  // of the operation in the document
  };

  explicit Contract(Schemas schemas);
  tl::expected<void, std::string> readRoutes();
  [[nodiscard]] const Route* routeOf(const ContractCall& call) const;
  // Follows one `$ref`; returns the pointer of what is meant.
  [[nodiscard]] std::string resolve(const std::string& pointer) const;

  Schemas m_schemas;
  std::vector<Route> m_routes;
};

}  // namespace sandbox
