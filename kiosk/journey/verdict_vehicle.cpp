// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "plates.h"
#include "vehicle_numbers.h"
#include "verdict_parts.h"

namespace journey {
namespace {

/// Frames of before 1981 carry shorter numbers: a strange one is a warning then.
constexpr Date vinsFrom{std::chrono::year{1981}, std::chrono::January, std::chrono::day{1}};

/// As Block::format, with the specific code that the format has.
std::optional<std::string> numbered(const Block& vehicle, std::string_view key, Need need,
                                    Checked (*check)(std::string_view), std::string_view code) {
  const auto text = vehicle.text(key, need);
  if (!text) return std::nullopt;
  Checked checked = check(*text);
  if (checked) return std::move(*checked);
  vehicle.refuse(code, key);
  return std::nullopt;
}

void judgeVin(const Block& vehicle, Need need, Dossier& dossier) {
  const auto text = vehicle.text("vin", need);
  if (!text || vin(*text)) return;
  if (dossier.firstRegistration && *dossier.firstRegistration < vinsFrom) {
    dossier.findings.warn("vin-invalid", {}, vehicle.path("vin"));
  } else {
    vehicle.refuse("vin-invalid", "vin");
  }
}

/// Mopeds and trailers bear no P.6 and pay no tax by it.
void judgeFiscalPower(const Block& vehicle, Need need, const Dossier& dossier) {
  const bool none = hasNoFiscalPower(dossier.nationalKind);
  static_cast<void>(vehicle.count("fiscalPower", none ? Need::Optional : need, none ? 0 : 1, 200));
}

void judgeListedOppositions(const Block& vehicle, Dossier& dossier) {
  const nlohmann::json* list = vehicle.list("oppositions");
  if (list == nullptr) return;
  std::vector<std::string_view> oppositions;
  for (const nlohmann::json& one : *list) {
    oppositions.push_back(one.is_string() ? std::string_view{one.get_ref<const std::string&>()}
                                          : std::string_view{});
  }
  judgeOppositions(oppositions, dossier.findings);
}

bool isTime(std::string_view text) {
  const auto two = [text](std::size_t at, int most) {
    const char tens = text[at];
    const char ones = text[at + 1];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return false;
    return (tens - '0') * 10 + (ones - '0') <= most;
  };
  if (text.size() != 5 && text.size() != 8) return false;
  if (text[2] != ':' || !two(0, 23) || !two(3, 59)) return false;
  return text.size() == 5 || (text[5] == ':' && two(6, 59));
}

/// A code of a strange form is not refused when there is another way: no official form is known.
void judgeCode(const Block& transfer, Dossier& dossier) {
  const auto tell = [&](std::string_view code, std::string_view key) {
    if (dossier.hasFormNumberAndDate) {
      dossier.findings.warn(code, {}, transfer.path(key));
    } else {
      transfer.refuse(code, key);
    }
  };
  const auto code = transfer.text("code", Need::Optional);
  const auto codeDate = transfer.date("codeDate", Need::Optional, dossier.requestDate);
  if (!code) return;
  if (!transferCode(*code)) tell("field-invalid", "code");
  if (codeDate && dossier.requestDate > plusDays(*codeDate, dossier.delays.transferCodeDays)) {
    tell("transfer-code-expired", "codeDate");
  }
}

// An FNI certificate has no form number: its date stands for it, as in the State's own search of
// the register (HistoVec).
bool hasOldPlate(const Block& vehicle) {
  const auto plate = vehicle.text("registrationNumber", Need::Optional);
  return plate && plateKind(*plate) == PlateKind::Fni;
}

/// Present ones that are wrong have their own findings.
bool hasAnyWayIn(const Block& transfer, const Block& vehicle) {
  const auto there = [](const Block& block, std::string_view key) {
    const nlohmann::json* value = block.find(key);
    return value != nullptr && *value != "";
  };
  if (there(transfer, "code")) return true;
  return there(vehicle, "certificateDate") &&
         (there(vehicle, "certificateFormNumber") || hasOldPlate(vehicle));
}

}  // namespace

void judgeOppositions(const std::vector<std::string_view>& oppositions, Findings& findings) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> codes{
      {{"opposition", "vehicle-opposition"},
       {"stolen", "vehicle-stolen"},
       {"pledged", "vehicle-pledged"}}};
  for (const std::string_view opposition : oppositions) {
    const auto* code = std::find_if(codes.begin(), codes.end(), [opposition](const auto& one) {
      return one.first == opposition;
    });
    findings.refuse(code == codes.end() ? "field-invalid" : code->second, {},
                    "vehicle.oppositions");
  }
}

bool hasNoFiscalPower(std::string_view nationalKind) {
  constexpr std::array<std::string_view, 9> kinds{"CL",   "CYCL", "REM",  "SREM", "RESP",
                                                  "SRSP", "REA",  "SREA", "RETC"};
  return std::find(kinds.begin(), kinds.end(), nationalKind) != kinds.end();
}

void judgeVehicle(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const Block vehicle = request.block("vehicle");
  const auto text = [&vehicle](std::string_view key) {
    return std::string{vehicle.text(key, Need::Optional).value_or("")};
  };
  static_cast<void>(numbered(vehicle, "registrationNumber", needOf(rule, "registrationNumber"),
                             registrationNumber, "registration-number-invalid"));
  dossier.firstRegistration = vehicle.date(
      "firstRegistrationDate", needOf(rule, "firstRegistrationDate"), dossier.requestDate);
  judgeVin(vehicle, needOf(rule, "vin"), dossier);
  const auto form =
      numbered(vehicle, "certificateFormNumber", Need::Optional, formNumber, "form-number-invalid");
  const auto certificateDate = vehicle.date("certificateDate", Need::Optional, dossier.requestDate);
  dossier.hasFormNumberAndDate =
      certificateDate.has_value() && (form.has_value() || hasOldPlate(vehicle));
  dossier.nationalKind = text("nationalKind");
  static_cast<void>(text("fuelType"));
  judgeFiscalPower(vehicle, needOf(rule, "fiscalPower"), dossier);
  judgeListedOppositions(vehicle, dossier);
}

void judgeTransfer(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const Block transfer = request.block("transfer");
  dossier.transferDate = transfer.date("date", needOf(rule, "date"), dossier.requestDate);
  const auto time = transfer.text("time", needOf(rule, "time"));
  if (time && !isTime(*time)) transfer.invalid("time");
  static_cast<void>(transfer.words("kind", needOf(rule, "kind")));
}

void judgeTransferCode(const OfficerRule&, const Block& request, Dossier& dossier) {
  Findings elsewhere;  // Of the vehicle, told by judgeVehicle.
  const nlohmann::json* json = request.find("vehicle");
  const Block vehicle{json != nullptr && json->is_object() ? json : nullptr, elsewhere};
  const Block transfer = request.block("transfer");
  judgeCode(transfer, dossier);
  if (!hasAnyWayIn(transfer, vehicle)) {
    transfer.refuse("transfer-code-or-form-number-missing", "code");
  }
}

}  // namespace journey
