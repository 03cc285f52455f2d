// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace journey {

/// What a field of the registration request holds (`RegistrationRequest` of the contract).
enum class FieldType { Text, Integer, YesNo, CalendarDate };

/// A value for one field; `monostate` is JSON null.
using FieldValue = std::variant<std::monostate, bool, int, std::string>;

/// Values by path of the request: "vehicle.fiscalPower", "coHolders[0].birthSurname",
/// "documents[proof-of-address].legible".
using FieldValues = std::map<std::string, FieldValue, std::less<>>;

/// The type of the field at `path`, or nothing when the request has no such field.
/// `coHolders[]`, `coHolders[0]` and `coHolders[12]` name the same field.
[[nodiscard]] std::optional<FieldType> fieldType(std::string_view path);

/// True when the field may be null besides its type (`holder.hostedBy`).
[[nodiscard]] bool mayBeNull(std::string_view path);

/// A field of a paper, "documents[proof-of-address].legible": its kind and the field in it.
struct DocumentPath {
  std::string_view kind;
  std::string_view field;
};
/// Nothing when the path is not of a paper. The parts point into `path`.
[[nodiscard]] std::optional<DocumentPath> documentPath(std::string_view path);

/// The kinds of paper that a request can list, in the order of the contract.
[[nodiscard]] const std::vector<std::string_view>& documentKinds();

/// A field that a complete request needs: every way to `send` asks for it. When one of the fields
/// in `unlessGiven` is given on that way, it needs not be asked.
struct MandatoryField {
  std::string field;
  std::vector<std::string> unlessGiven;
};

}  // namespace journey
