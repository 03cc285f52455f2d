// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "calendar.h"

namespace sandbox {

// The provisional certificate (CPI) of an accepted request as a PDF of one A4 page: number,
// vehicle, holder, valid for one month in France. Marked as invented: this stand-in issues nothing
// real.
std::string provisionalCertificatePdf(const std::string& reference, const nlohmann::json& request,
                                      Day issued);

}  // namespace sandbox
