// SPDX-License-Identifier: Apache-2.0
#include "named_rules.h"

#include <algorithm>
#include <string>

#include "verdict_parts.h"

namespace journey {
namespace {

using Fields = std::vector<MandatoryField>;

void nothing(const OfficerRule&, Fields&) {}

/// "vehicle." and each of the fields that the procedure names.
template <const char* block>
void ofBlock(const OfficerRule& rule, Fields& fields) {
  for (const std::string& field : rule.fields)
    fields.push_back({block + field, {}});
}
constexpr char transfer[] = "transfer.";
constexpr char declarations[] = "declarations.";

/// A trailer has no fuel, and no finding tells that it lacks: ways need not ask for it.
void ofVehicle(const OfficerRule& rule, Fields& fields) {
  for (const std::string& field : rule.fields) {
    if (field != "fuelType") fields.push_back({"vehicle." + field, {}});
  }
}

/// A code, or the numbers of the certificate.
void ofTransferCode(const OfficerRule&, Fields& fields) {
  fields.push_back({"vehicle.certificateFormNumber", {"transfer.code"}});
  fields.push_back({"vehicle.certificateDate", {"transfer.code"}});
}

void ofHolder(const OfficerRule& rule, Fields& fields) {
  const NamedRule& known = *namedRule("holder");
  for (const std::string_view field : known.fields) {
    const bool asked = rule.fields.empty() || std::find(rule.fields.begin(), rule.fields.end(),
                                                        field) != rule.fields.end();
    if (asked) fields.push_back({"holder." + std::string(field), {}});
  }
}

void ofBuyer(const OfficerRule&, Fields& fields) {
  for (const char* field :
       {"birthSurname", "givenNames", "sex", "birthDate", "birthPlace", "birthCountry"}) {
    fields.push_back({std::string("buyer.") + field, {"buyer.businessName"}});
  }
  for (const char* field : {"street", "postcode", "town"})
    fields.push_back({std::string("buyer.address.") + field, {}});
}

void ofField(const OfficerRule& rule, Fields& fields) {
  fields.push_back({rule.field.text, {}});
}

void ofPaper(const OfficerRule& rule, Fields& fields) {
  MandatoryField field;
  for (const std::string& kind : rule.kinds) {
    const std::string legible = "documents[" + kind + "].legible";
    field.field.empty() ? static_cast<void>(field.field = legible)
                        : field.unlessGiven.push_back(legible);
  }
  fields.push_back(std::move(field));
}

void ofStruckCertificate(const OfficerRule&, Fields& fields) {
  fields.push_back({"documents[registration-certificate].struckThrough", {}});
}

void ofTransferCertificate(const OfficerRule&, Fields& fields) {
  fields.push_back(
      {"documents[transfer-certificate].signedBySellers", {"documents[invoice].legible"}});
}

void ofProofOfAddress(const OfficerRule&, Fields& fields) {
  fields.push_back(
      {"documents[proof-of-address].issueDate", {"documents[host-proof-of-address].issueDate"}});
}

void ofIdentity(const OfficerRule&, Fields& fields) {
  fields.push_back(
      {"documents[identity-document].legible", {"documents[mandator-identity-document].legible"}});
}

}  // namespace

const std::vector<NamedRule>& namedRules() {
  static const std::vector<NamedRule> rules = {
      {"vehicle",
       judgeVehicle,
       ofVehicle,
       takesFields,
       0,
       {"registrationNumber", "vin", "firstRegistrationDate", "nationalKind", "fuelType",
        "fiscalPower"},
       {}},
      {"transfer", judgeTransfer, ofBlock<transfer>, takesFields, 0, {"date", "time", "kind"}, {}},
      {"transfer-code", judgeTransferCode, ofTransferCode, 0, 0, {}, {}},
      {"holder",
       judgeHolder,
       ofHolder,
       takesFields,
       0,
       {"kind", "birthSurname", "givenNames", "sex", "birthDate", "birthPlace", "birthCountry",
        "address.street", "address.postcode", "address.town"},
       {}},
      {"guardian", judgeGuardian, nothing, 0, 0, {}, {}},
      {"co-holders", judgeCoHolders, nothing, takesOptional, 0, {}, {}},
      {"buyer", judgeBuyer, ofBuyer, 0, 0, {}, {}},
      {"field",
       judgeField,
       ofField,
       takesField | takesOneOf | takesCode | takesOptional,
       takesField,
       {},
       {}},
      {"statement",
       judgeNamedStatement,
       ofField,
       takesField | takesCode | takesOptional,
       takesField | takesCode,
       {},
       {}},
      {"period",
       judgePeriod,
       nothing,
       takesField | takesPeriod | takesAt | takesCode,
       takesField | takesPeriod | takesCode,
       {},
       {}},
      {"papers", judgeEveryPaper, nothing, 0, 0, {}, {}},
      {"paper", judgePaper, ofPaper, takesKinds | takesCode | takesOptional, takesKinds, {}, {}},
      {"asked-paper", judgeAskedPaper, ofField, takesField, takesField, {}, {}},
      {"struck-certificate",
       judgeStruckCertificate,
       ofStruckCertificate,
       0,
       0,
       {},
       {"registration-certificate"}},
      {"transfer-certificate",
       judgeTransferCertificate,
       ofTransferCertificate,
       0,
       0,
       {},
       {"transfer-certificate", "invoice"}},
      {"proof-of-address",
       judgeAddressPapers,
       ofProofOfAddress,
       takesOptional | takesMayDiffer,
       0,
       {},
       {"proof-of-address", "host-proof-of-address", "host-identity-document", "host-attestation"}},
      {"mandate", judgeMandate, nothing, 0, 0, {}, {"mandate", "mandator-identity-document"}},
      {"identity-document",
       judgeIdentityPapers,
       ofIdentity,
       takesFields | takesOptional | takesMayDiffer,
       0,
       {"birthSurname", "givenNames", "birthDate"},
       {"identity-document", "mandator-identity-document"}},
      {"roadworthiness-test",
       judgeRoadworthiness,
       nothing,
       takesAt | takesOptional,
       0,
       {},
       {"roadworthiness-test"}},
      {"declarations",
       judgeDeclarations,
       ofBlock<declarations>,
       takesFields,
       takesFields,
       {"insured", "licence", "onHonour"},
       {}},
  };
  return rules;
}

const NamedRule* namedRule(std::string_view name) {
  const auto& rules = namedRules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const NamedRule& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace journey
