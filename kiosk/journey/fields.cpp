// SPDX-License-Identifier: Apache-2.0
#include "fields.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace journey {
namespace {

using Entry = std::pair<std::string_view, FieldType>;
using enum FieldType;

// The blocks of the contract's RegistrationRequest that a person answers, documents apart. What
// the register gives or the program derives (make, department …) is not here.
constexpr Entry requestFields[] = {
    {"onBehalf", YesNo},
    {"vehicle.registrationNumber", Text},
    {"vehicle.vin", Text},
    {"vehicle.certificateFormNumber", Text},
    {"vehicle.certificateDate", CalendarDate},
    {"vehicle.firstRegistrationDate", CalendarDate},
    {"vehicle.nationalKind", Text},
    {"vehicle.fuelType", Text},
    {"vehicle.fiscalPower", Integer},
    {"vehicle.mileage", Integer},
    {"vehicle.mileageCertified", YesNo},
    {"vehicle.addressStickers", Integer},
    {"vehicle.co2", Integer},
    {"vehicle.mass", Integer},
    {"vehicle.make", Text},
    {"vehicle.countryOfOrigin", Text},
    {"transfer.date", CalendarDate},
    {"transfer.time", Text},
    {"transfer.kind", Text},
    {"transfer.code", Text},
    {"transfer.codeDate", CalendarDate},
    {"holder.kind", Text},
    {"holder.birthSurname", Text},
    {"holder.usedSurname", Text},
    {"holder.givenNames", Text},
    {"holder.sex", Text},
    {"holder.birthDate", CalendarDate},
    {"holder.birthPlace", Text},
    {"holder.birthCountry", Text},
    {"holder.licenceOfCategory", YesNo},
    {"holder.addressOnCertificateIsCurrent", YesNo},
    {"holder.address.careOf", Text},
    {"holder.address.floor", Text},
    {"holder.address.building", Text},
    {"holder.address.number", Text},
    {"holder.address.extension", Text},
    {"holder.address.street", Text},
    {"holder.address.locality", Text},
    {"holder.address.postcode", Text},
    {"holder.address.town", Text},
    {"holder.hostedBy", Text},
    {"holder.hostedBy.surname", Text},
    {"holder.hostedBy.givenNames", Text},
    {"coHolders[].birthSurname", Text},
    {"coHolders[].usedSurname", Text},
    {"coHolders[].givenNames", Text},
    {"coHolders[].sex", Text},
    {"coHolders[].birthDate", CalendarDate},
    {"coHolders[].birthPlace", Text},
    {"coHolders[].birthCountry", Text},
    {"coHolders[].confirmed", YesNo},
    {"guardian.surname", Text},
    {"guardian.givenNames", Text},
    {"guardian.confirmed", YesNo},
    {"buyer.kind", Text},
    {"buyer.professional", YesNo},
    {"buyer.birthSurname", Text},
    {"buyer.usedSurname", Text},
    {"buyer.givenNames", Text},
    {"buyer.sex", Text},
    {"buyer.birthDate", CalendarDate},
    {"buyer.birthPlace", Text},
    {"buyer.birthCountry", Text},
    {"buyer.businessName", Text},
    {"buyer.siren", Text},
    {"buyer.address.floor", Text},
    {"buyer.address.building", Text},
    {"buyer.address.number", Text},
    {"buyer.address.street", Text},
    {"buyer.address.locality", Text},
    {"buyer.address.postcode", Text},
    {"buyer.address.town", Text},
    {"previousAddress.number", Text},
    {"previousAddress.street", Text},
    {"previousAddress.locality", Text},
    {"previousAddress.postcode", Text},
    {"previousAddress.town", Text},
    {"move.date", CalendarDate},
    {"loss.kind", Text},
    {"loss.date", CalendarDate},
    {"loss.policeReportDate", CalendarDate},
    {"loss.inOwnName", YesNo},
    {"nameChange.reason", Text},
    {"nameChange.date", CalendarDate},
    {"nameChange.previousSurname", Text},
    {"coHolderChange.kind", Text},
    {"coHolderChange.marriageDate", CalendarDate},
    {"death.date", CalendarDate},
    {"inheritance.heir", Text},
    {"inheritance.heirs", Integer},
    {"withdrawal.kind", Text},
    {"correction.whose", Text},
    {"correction.field", Text},
    {"correction.right", Text},
    {"import.from", Text},
    {"answer.reference", Text},
    {"answer.asked", Text},
    {"contact.telephone", Text},
    {"mandate.surname", Text},
    {"mandate.givenNames", Text},
    {"mandate.relation", Text},
    {"declarations.insured", YesNo},
    {"declarations.licence", YesNo},
    {"declarations.onHonour", YesNo},
};

struct DocumentEntry {
  std::string_view kind;
  std::vector<Entry> fields;  ///< besides `legible`, which every paper has
};

const std::vector<DocumentEntry>& documentFields() {
  static const std::vector<Entry> identity = {{"type", Text},
                                              {"issueDate", CalendarDate},
                                              {"expiryDate", CalendarDate},
                                              {"birthSurname", Text},
                                              {"usedSurname", Text},
                                              {"givenNames", Text},
                                              {"birthDate", CalendarDate}};
  static const std::vector<Entry> hostIdentity = {{"type", Text},
                                                  {"issueDate", CalendarDate},
                                                  {"expiryDate", CalendarDate},
                                                  {"surname", Text},
                                                  {"birthSurname", Text},
                                                  {"givenNames", Text},
                                                  {"birthDate", CalendarDate}};
  static const std::vector<Entry> address = {{"type", Text},
                                             {"issueDate", CalendarDate},
                                             {"surname", Text},
                                             {"givenNames", Text},
                                             {"postcode", Text}};
  static const std::vector<DocumentEntry> table = {
      {"registration-certificate",
       {{"struckThrough", YesNo},
        {"transferDateWritten", CalendarDate},
        {"signatures", Integer},
        {"formerHolders", Integer}}},
      {"transfer-certificate",
       {{"signedBySellers", YesNo}, {"signedByBuyers", YesNo}, {"date", CalendarDate}}},
      {"invoice", {{"date", CalendarDate}}},
      {"proof-of-address", address},
      {"host-identity-document", hostIdentity},
      {"host-proof-of-address", address},
      {"host-attestation",
       {{"date", CalendarDate},
        {"signed", YesNo},
        {"signedByHost", YesNo},
        {"signedByHosted", YesNo}}},
      {"identity-document", identity},
      {"mandate",
       {{"date", CalendarDate},
        {"signed", YesNo},
        {"signedByMandator", YesNo},
        {"signedByMandatary", YesNo}}},
      {"mandator-identity-document", identity},
      {"roadworthiness-test", {{"date", CalendarDate}, {"result", Text}}},
      {"loss-declaration", {{"date", CalendarDate}, {"signed", YesNo}}},
      {"death-certificate", {{"date", CalendarDate}}},
      {"heirs-attestation", {{"date", CalendarDate}, {"signed", YesNo}}},
      {"marriage-certificate", {{"date", CalendarDate}}},
      {"civil-status-certificate", {{"date", CalendarDate}}},
      {"renunciation-letters", {{"date", CalendarDate}, {"signed", YesNo}}},
      {"administrative-status", {{"issueDate", CalendarDate}}},
      {"tax-clearance", {{"date", CalendarDate}}},
      {"customs-certificate", {{"date", CalendarDate}}},
      {"foreign-registration-certificate", {{"date", CalendarDate}}},
      {"conformity-certificate", {{"date", CalendarDate}}},
  };
  return table;
}

/// "coHolders[2].sex" → "coHolders[].sex"; a path without a place is given back as it is.
std::string withoutPlaces(std::string_view path) {
  std::string general;
  for (std::size_t i = 0; i < path.size(); ++i) {
    general += path[i];
    if (path[i] != '[') continue;
    while (i + 1 < path.size() && std::isdigit(static_cast<unsigned char>(path[i + 1])) != 0)
      ++i;
  }
  return general;
}

std::optional<FieldType> typeIn(const Entry* first, const Entry* last, std::string_view name) {
  const auto* found = std::find_if(first, last, [&](const Entry& e) { return e.first == name; });
  if (found == last) return std::nullopt;
  return found->second;
}

std::optional<FieldType> documentFieldType(std::string_view kind, std::string_view name) {
  for (const DocumentEntry& document : documentFields()) {
    if (document.kind != kind) continue;
    if (name == "legible") return YesNo;
    const Entry* first = document.fields.data();
    return typeIn(first, first + document.fields.size(), name);
  }
  return std::nullopt;
}

}  // namespace

std::optional<DocumentPath> documentPath(std::string_view path) {
  constexpr std::string_view head = "documents[";
  if (path.substr(0, head.size()) != head) return std::nullopt;
  const std::size_t close = path.find("].");
  if (close == std::string_view::npos) return std::nullopt;
  return DocumentPath{path.substr(head.size(), close - head.size()), path.substr(close + 2)};
}

namespace {
/// Facts of a procedure that have no block of their own: any name, a text.
bool isParticular(std::string_view path) {
  constexpr std::string_view head = "particulars.";
  return path.substr(0, head.size()) == head && path.find('.', head.size()) == path.npos &&
         path.size() > head.size();
}
}  // namespace

std::optional<FieldType> fieldType(std::string_view path) {
  if (isParticular(path)) return Text;
  if (const auto document = documentPath(path)) {
    return documentFieldType(document->kind, document->field);
  }
  return typeIn(std::begin(requestFields), std::end(requestFields), withoutPlaces(path));
}

bool mayBeNull(std::string_view path) {
  return path == "holder.hostedBy";
}

const std::vector<std::string_view>& documentKinds() {
  static const std::vector<std::string_view> kinds = [] {
    std::vector<std::string_view> all;
    for (const DocumentEntry& document : documentFields())
      all.push_back(document.kind);
    return all;
  }();
  return kinds;
}

}  // namespace journey
