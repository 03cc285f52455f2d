// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier.h"

// The questions that an officer of the processing centre puts to a dossier. Each asks for what is
// missing or wrong, with the code that the verdict has for it, and leaves the rest alone. The
// source of each rule stands at its definition. Who is asked what: centre_procedures.cpp.
namespace sandbox {

using Question = void (*)(Dossier& dossier);

struct Reading {
  std::string_view procedure;
  std::vector<Question> questions;
};

// The questions for this procedure, after those for all; an unknown one has those for all alone.
const std::vector<Question>& questionsFor(std::string_view procedure);

namespace ask {

// Vehicle (centre_vehicle.cpp)
void plate(Dossier& dossier);           // there, well formed, known to the register
void plateIfGiven(Dossier& dossier);    // well formed
void vin(Dossier& dossier);             // there
void numbersIfGiven(Dossier& dossier);  // VIN, form number, certificate date
void firstRegistration(Dossier& dossier);
void fiscalPower(Dossier& dossier);
void whatTheRegisterKnows(Dossier& dossier);  // what is told is what the register knows
void oppositions(Dossier& dossier);

// People (centre_people.cpp)
void holder(Dossier& dossier);
void holderNames(Dossier& dossier);  // no more than who answers
void guardian(Dossier& dossier);
void coHolders(Dossier& dossier);
void insured(Dossier& dossier);
void licence(Dossier& dossier);
void onHonour(Dossier& dossier);

// Transfer (centre_transfer.cpp)
void transferDate(Dossier& dossier);
void transferTime(Dossier& dossier);  // there
void transferTimeIfGiven(Dossier& dossier);
void right(Dossier& dossier);  // transfer code, or the certificate in force
void withinAMonth(Dossier& dossier);
void struckCertificate(Dossier& dossier);
void transferCertificateOrInvoice(Dossier& dossier);
void transferCertificate(Dossier& dossier);
void attestationWhenSoldByHeirs(Dossier& dossier);

// Sale (centre_sale.cpp)
void buyer(Dossier& dossier);
void sellersAddress(Dossier& dossier);
void administrativeStatus(Dossier& dossier);
void roadworthinessAtTheSale(Dossier& dossier);
void withinFifteenDays(Dossier& dossier);

// Papers (centre_papers.cpp, centre_address.cpp, centre_identity.cpp)
void sizes(Dossier& dossier);
void unreadablePapers(Dossier& dossier);
void certificate(Dossier& dossier);  // there and legible
void invoice(Dossier& dossier);
void conformity(Dossier& dossier);
void roadworthiness(Dossier& dossier);
void proofOfAddress(Dossier& dossier);     // or the host's three papers
void proofOfAddressAge(Dossier& dossier);  // if given, and no more than its age
void identity(Dossier& dossier);
void identityIfGiven(Dossier& dossier);
void identityExpiry(Dossier& dossier);  // if given, and no more than its end
void identityOfTheRenamed(Dossier& dossier);
void mandate(Dossier& dossier);

// What only one procedure knows (centre_changes.cpp)
void dates(Dossier& dossier);  // of moves, losses, deaths, issues: real days, not to come
void afterMoveWithinAMonth(Dossier& dossier);
void loss(Dossier& dossier);
void proofOfNewName(Dossier& dossier);
void coHolderChange(Dossier& dossier);
void estate(Dossier& dossier);
void withdrawal(Dossier& dossier);
void correction(Dossier& dossier);
void importPapers(Dossier& dossier);
void answer(Dossier& dossier);

}  // namespace ask

// --- What the questions share.

// Asks for the paper when it is not there (`absent`), about it when it cannot be read, and else
// lets `examine` look at it.
using Examine =
    std::function<void(Dossier& dossier, const std::string& paper, const std::string& kind)>;
void require(Dossier& dossier, const std::string& kind, const Examine& examine = {},
             const std::string& absent = "document-missing");
void examineIfGiven(Dossier& dossier, const std::string& kind, const Examine& examine);

// field-missing for each of these dotted paths where nothing stands.
void needFields(Dossier& dossier, std::initializer_list<std::string_view> fields);
// field-missing, or field-invalid when it is none of these words.
void needWord(Dossier& dossier, const std::string& field,
              std::initializer_list<std::string_view> words);
// field-invalid when something stands there that is no day, or one to come.
void checkDay(Dossier& dossier, const std::string& field);
std::string pointerOf(std::string_view dottedPath);
bool isFormNumber(std::string_view text);

// The roadworthiness test where a vehicle of this age needs one on that day, and how it is read.
void requireTest(Dossier& dossier, Day day);
void examineTestOn(Dossier& dossier, const std::string& paper, const std::string& kind, Day day);

// What a proof of address, the host's too, shows of its age.
void examineProofAge(Dossier& dossier, const std::string& paper, const std::string& kind);

// Whether the time since `from` is over on `day`: civil months, the last day included.
bool isOverMonths(Day from, int months, Day day);

// Holders under this age have a guardian; adults alone had their cards prolonged.
constexpr int adultMonths = 18 * 12;

}  // namespace sandbox
