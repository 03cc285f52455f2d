// SPDX-License-Identifier: Apache-2.0
#include <sandbox/faults.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using sandbox::FaultKind;
using sandbox::FaultPlan;

const sandbox::RouteNames submission{"submitRequest", "POST",
                                     "/v1/requests/{requestId}/submission"};
const sandbox::RouteNames status{"getStatus", "GET", "/v1/status"};

FaultPlan& planned(FaultPlan& plan, const char* list) {
  auto faults = sandbox::parseFaults(json::parse(list));
  EXPECT_TRUE(faults) << faults.error();
  if (faults) plan.replace(*faults);
  return plan;
}

TEST(Faults, areUsedUpInOrder) {
  FaultPlan plan;
  planned(plan, R"([{"route": "submitRequest", "kind": "slow", "times": 2, "seconds": 0.5},
                    {"route": "*", "kind": "status-500", "times": 1}])");
  EXPECT_EQ(plan.take(submission)->wait, std::chrono::milliseconds(500));
  EXPECT_EQ(plan.take(status)->kind, FaultKind::Status500);
  EXPECT_EQ(plan.take(submission)->kind, FaultKind::Slow);
  EXPECT_FALSE(plan.take(submission));
  EXPECT_TRUE(plan.left().empty());
}

TEST(Faults, nameRoutesInThreeWays) {
  for (const char* route : {"submitRequest", "/v1/requests/{requestId}/submission",
                            "POST /v1/requests/{requestId}/submission", "*"}) {
    FaultPlan plan;
    plan.replace({{route, FaultKind::Nonsense, 1, {}}});
    EXPECT_EQ(plan.take(status).has_value(), std::string(route) == "*") << route;
    plan.replace({{route, FaultKind::Nonsense, 1, {}}});
    EXPECT_TRUE(plan.take(submission)) << route;
  }
}

TEST(Faults, withoutTimesLastUntilTheyAreReplaced) {
  FaultPlan plan;
  planned(plan, R"([{"route": "*", "kind": "nonsense", "times": null}])");
  for (int i = 0; i < 100; ++i)
    EXPECT_TRUE(plan.take(status));
  planned(plan, "[]");
  EXPECT_FALSE(plan.take(status));
}

TEST(Faults, refuseConnectionsOnlyWhenAllRoutesAreMeant) {
  FaultPlan plan;
  planned(plan, R"([{"route": "getStatus", "kind": "refuse-connection", "times": 1}])");
  EXPECT_FALSE(plan.takeConnection());
  planned(plan, R"([{"route": "*", "kind": "refuse-connection", "times": 1}])");
  EXPECT_FALSE(plan.refusesAll());
  EXPECT_TRUE(plan.takeConnection());
  EXPECT_FALSE(plan.takeConnection());
  planned(plan, R"([{"route": "*", "kind": "refuse-connection"}])");
  EXPECT_TRUE(plan.refusesAll());
}

TEST(Faults, areReadStrictly) {
  for (const char* list : {R"({})", R"([1])", R"([{}])", R"([{"route": "*"}])",
                           R"([{"kind": "slow"}])", R"([{"route": "*", "kind": "unheard-of"}])",
                           R"([{"route": "*", "kind": "slow", "times": 0}])",
                           R"([{"route": "*", "kind": "slow", "times": "2"}])",
                           R"([{"route": "*", "kind": "slow", "seconds": -1}])",
                           R"([{"route": "*", "kind": "slow", "color": 1}])"})
    EXPECT_FALSE(sandbox::parseFaults(json::parse(list))) << list;
}

}  // namespace
