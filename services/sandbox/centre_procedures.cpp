// SPDX-License-Identifier: Apache-2.0
// Who is asked what: the whole reading of the centre in one table.
#include <algorithm>

#include "centre_questions.h"

namespace sandbox {

namespace {

using namespace ask;
using Questions = std::vector<Question>;

// Whatever the procedure. A procedure that is not in the table below is read by these alone.
const Questions forAll{numbersIfGiven, whatTheRegisterKnows, oppositions, dates, mandate, onHonour,
                       sizes,          unreadablePapers};

const std::vector<Reading>& readings() {
  static const std::vector<Reading> table{
      {"change-of-holder",  // F1050, CR R322-5
       {plate, firstRegistration, fiscalPower, transferDate, transferTimeIfGiven, right,
        withinAMonth, holder, guardian, coHolders, struckCertificate, transferCertificateOrInvoice,
        attestationWhenSoldByHeirs, proofOfAddress, identity, roadworthiness, insured, licence}},
      {"sale-declaration",  // F1707, CR R322-4
       {plate, transferDate, transferTime, withinFifteenDays, buyer, holder, sellersAddress,
        coHolders, struckCertificate, transferCertificate, administrativeStatus,
        roadworthinessAtTheSale, identityIfGiven}},
      {"change-of-address",  // F12118, CR R322-7
       {plate, afterMoveWithinAMonth, holder, coHolders, proofOfAddress, identityIfGiven}},
      {"duplicate",  // F1726
       {plate, firstRegistration, loss, holder, coHolders, proofOfAddress, identity,
        roadworthiness}},
      {"change-of-name",  // F16876
       {plate, firstRegistration, holder, coHolders, certificate, proofOfNewName, proofOfAddress,
        identityOfTheRenamed, roadworthiness}},
      {"co-holder",  // F10613, F31218, ANTS-cotit
       {plate, firstRegistration, fiscalPower, holder, coHolders, coHolderChange, proofOfAddress,
        identity, roadworthiness, insured, licence}},
      {"inheritance",  // F1480
       {plate, firstRegistration, fiscalPower, holder, coHolders, estate, proofOfAddress, identity,
        roadworthiness, insured, licence}},
      {"withdrawal",  // F1754
       {plate, holder, coHolders, certificate, identity, withdrawal}},
      {"error-correction",  // F16868
       {plate, holder, coHolders, certificate, correction, identityExpiry, proofOfAddressAge}},
      {"new-vehicle",  // F10293
       {plateIfGiven, vin, fiscalPower, holder, guardian, coHolders, conformity, invoice,
        proofOfAddress, identity, insured, licence}},
      {"imported-vehicle",  // domain facts 2.11
       {plateIfGiven, vin, firstRegistration, fiscalPower, holder, coHolders, importPapers,
        conformity, proofOfAddress, identity, roadworthiness, insured, licence}},
      {"answer-the-centre",  // domain facts 2.13
       {plate, holderNames, answer}},
  };
  return table;
}

std::vector<Reading> withThoseForAll() {
  auto whole = readings();
  for (auto& reading : whole)
    reading.questions.insert(reading.questions.end(), forAll.begin(), forAll.end());
  whole.push_back({"", forAll});
  whole.back().questions.push_back(plateIfGiven);
  whole.back().questions.push_back(coHolders);
  return whole;
}

}  // namespace

const std::vector<Question>& questionsFor(std::string_view procedure) {
  static const auto whole = withThoseForAll();
  const auto found = std::find_if(whole.begin(), whole.end(), [&](const Reading& reading) {
    return reading.procedure == procedure;
  });
  return found == whole.end() ? whole.back().questions : found->questions;
}

}  // namespace sandbox
