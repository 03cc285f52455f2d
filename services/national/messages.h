// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What travels between a kiosk and the national service, as values. Meaning, formats and limits of
// every field: the schema of the same name in services/national/openapi.yaml. A value that came
// from the service has been checked against that schema.
namespace national {

struct SealingKey {
  std::string keyId;
  std::string publicKey;  // X25519, base64
};

struct ReceiptKey {
  std::string keyId;
  std::string publicKey;  // Ed25519, base64
};

struct Status {
  std::string time;
  std::int64_t maxDocumentBytes = 0;
  std::int64_t maxPartBytes = 0;
  std::vector<SealingKey> sealingKeys;
  ReceiptKey receiptKey;
};

// A registration number with the transfer code, or with form number and certificate date (old
// plates: the date alone). Absent members are not sent.
struct LookupQuery {
  std::string registrationNumber;
  std::optional<std::string> transferCode;
  std::optional<std::string> formNumber;
  std::optional<std::string> certificateDate;
};

struct RegisterEntry {
  std::string registrationNumber;
  std::string make;
  std::string model;
  int fiscalPower = 0;
  std::string fuelType;
  std::string nationalKind;
  std::string firstRegistrationDate;
  std::vector<std::string> oppositions;  // "opposition", "stolen", "pledged"
};

struct QuoteQuery {
  std::string procedure;
  std::string department;
  std::string taxableEvent;
  std::string firstRegistrationDate;
  int fiscalPower = 0;
  std::string fuelType;
  std::string nationalKind;
};

struct QuoteLine {
  std::string code;  // "Y.1" to "Y.5"
  std::int64_t cents = 0;
};

struct Quote {
  std::vector<QuoteLine> lines;
  std::int64_t totalCents = 0;  // Y.6
  std::string tariff;
};

struct PartName {
  std::string sha256;  // of the sealed bytes, lower-case hexadecimal
  std::int64_t size = 0;
};

struct Announcement {
  std::string requestId;
  std::string procedure;
  int procedureVersion = 0;
  std::string kioskId;
  std::string keyId;
  std::vector<PartName> parts;
  std::string signature;  // base64
};

struct Receipt {
  std::string requestId;
  std::string reference;
  std::string status;
  std::string receivedAt;
  std::vector<std::string> digests;
  std::optional<std::string> answer;  // base64, sealed to the visit's answer key
  std::string signature;              // base64

  bool operator==(const Receipt&) const = default;
};

struct RequestState {
  std::string requestId;
  std::string status;
  std::vector<std::string> missingParts;
  std::optional<Receipt> receipt;
};

struct Asked {
  std::string code;
  std::string field;     // "" when none
  std::string document;  // "" when none
};

// The answer of a receipt, opened with the visit's key.
struct SealedAnswer {
  std::string reference;
  std::string status;
  std::optional<std::int64_t> totalCents;
  std::string nextStep;  // "wait", "pay", "complete"
  std::vector<Asked> asked;
  std::string transferCode;           // sale: shown to the seller; "" when none
  std::string transferCodeUntil;      // the last day on which it holds; "" when none
  std::string newRegistrationNumber;  // "" when the number stays
  bool platesToBeMade = false;
};

}  // namespace national
