// SPDX-License-Identifier: Apache-2.0
#include "worked_example.h"

nlohmann::json workedExample() {
  return nlohmann::json::parse(R"({
    "procedure": "change-of-holder", "procedureVersion": 1, "requestDate": "2026-11-20",
    "onBehalf": false,
    "vehicle": {"registrationNumber": "AB-123-CD", "vin": "VF1AAAAA123456789",
      "certificateFormNumber": "2013BZ80335", "certificateDate": "2013-06-04",
      "firstRegistrationDate": "2012-03-01", "nationalKind": "VP", "fuelType": "GO",
      "fiscalPower": 5},
    "transfer": {"date": "2026-11-10", "time": "14:30", "kind": "sale", "code": "AB12C",
      "codeDate": "2026-11-10"},
    "holder": {"kind": "person", "birthSurname": "DURAND", "usedSurname": "MARTIN",
      "givenNames": "ROLANDE", "sex": "F", "birthDate": "1952-04-03", "birthPlace": "BELFORT",
      "birthCountry": "FR", "licenceOfCategory": true,
      "address": {"number": "12", "street": "RUE DES LILAS", "postcode": "25200",
        "town": "MONTBELIARD", "department": "25"}, "hostedBy": null},
    "coHolders": [],
    "declarations": {"insured": true, "licence": true, "onHonour": true},
    "documents": [
      {"kind": "registration-certificate", "legible": true, "struckThrough": true,
        "transferDateWritten": "2026-11-10", "signatures": 1, "formerHolders": 1},
      {"kind": "transfer-certificate", "legible": true, "signedBySellers": true,
        "signedByBuyers": true, "date": "2026-11-10"},
      {"kind": "proof-of-address", "legible": true, "issueDate": "2026-09-15",
        "surname": "MARTIN", "givenNames": "ROLANDE", "postcode": "25200"},
      {"kind": "identity-document", "legible": true, "type": "identity-card",
        "expiryDate": "2029-01-01", "birthSurname": "DURAND", "givenNames": "ROLANDE",
        "birthDate": "1952-04-03"},
      {"kind": "roadworthiness-test", "legible": true, "date": "2026-08-01",
        "result": "favourable"}]})");
}
