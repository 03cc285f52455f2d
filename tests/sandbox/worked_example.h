// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

// The worked example of the request: a car with its transfer code, everything there and right on
// 2026-11-20.
nlohmann::json workedExample();
