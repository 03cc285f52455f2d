// SPDX-License-Identifier: Apache-2.0
// What only one procedure asks: move, loss, name, co-holder, inheritance, withdrawal, error,
// import, answer.
#include <map>

#include "centre_questions.h"

namespace sandbox {

namespace {

constexpr int moversMonths = 1;   // R322-7
constexpr int sharersMonths = 1;  // R322-5: the added person becomes an owner

// One of these papers is enough; `named` is asked for when there is none.
void requireOne(Dossier& dossier, std::initializer_list<const char*> kinds, const char* named) {
  for (const char* kind : kinds)
    if (!dossier.papers(kind).empty()) return;
  dossier.ask("document-missing", "", named);
}

// The centre asked for it: whether the vehicle is old enough is settled.
void testWhateverTheAge(Dossier& dossier) {
  require(dossier, "roadworthiness-test",
          [](Dossier& all, const std::string& paper, const std::string& kind) {
            examineTestOn(all, paper, kind, all.today());
          });
}

}  // namespace

namespace ask {

void dates(Dossier& dossier) {
  for (const char* field : {"move.date", "loss.date", "loss.policeReportDate", "nameChange.date",
                            "coHolderChange.marriageDate", "death.date"})
    checkDay(dossier, field);
  for (const auto& paper : dossier.papers()) {
    checkDay(dossier, dotted(paper + "/issueDate"));
    // These two are held against the day of the transfer.
    const auto kind = dossier.text(paper + "/kind");
    if (kind != "transfer-certificate" && kind != "roadworthiness-test")
      checkDay(dossier, dotted(paper + "/date"));
  }
}

// R322-7: within a month of the move; the day itself must be told for that.
void afterMoveWithinAMonth(Dossier& dossier) {
  const auto moved = dossier.day("/move/date");
  if (moved && isOverMonths(*moved, moversMonths, dossier.today()))
    dossier.note("request-late", "move.date");
}

// F1726. A stolen certificate was reported to the police or the gendarmerie first.
void loss(Dossier& dossier) {
  needWord(dossier, "loss.kind", {"lost", "stolen", "damaged"});
  if (dossier.text("/loss/kind") == "stolen" && !dossier.has("/loss/policeReportDate"))
    dossier.ask("police-report-missing", "loss.policeReportDate");
}

// F16876: a marriage certificate, or another paper of civil status.
void proofOfNewName(Dossier& dossier) {
  requireOne(dossier, {"marriage-certificate", "civil-status-certificate"},
             "civil-status-certificate");
}

// F10613. The spouse by the marriage certificate; anybody else as at a change of holder, for which
// the certificate is struck through. To remove somebody is for an agent (F31218).
void coHolderChange(Dossier& dossier) {
  needWord(dossier, "coHolderChange.kind", {"add-spouse", "add-other", "remove"});
  const auto kind = dossier.text("/coHolderChange/kind").value_or("");
  if (kind != "add-other") certificate(dossier);
  if (kind != "add-spouse" && kind != "add-other") return;
  if (dossier.count("/coHolders") == 0) dossier.ask("field-missing", "coHolders");
  if (kind == "add-spouse") return require(dossier, "marriage-certificate");
  transferDate(dossier);
  struckCertificate(dossier);
  transferCertificateOrInvoice(dossier);
  const auto transfer = dossier.day("/transfer/date");
  if (transfer && isOverMonths(*transfer, sharersMonths, dossier.today()))
    dossier.note("request-late", "transfer.date");
}

// F1480: who inherits is attested; the heirs who will not be on the certificate renounce.
void estate(Dossier& dossier) {
  needFields(dossier, {"death.date"});
  certificate(dossier);
  require(dossier, "heirs-attestation");
  const auto onCertificate = 1 + static_cast<std::int64_t>(dossier.count("/coHolders"));
  if (dossier.number("/inheritance/heirs").value_or(1) > onCertificate)
    require(dossier, "renunciation-letters");
}

// F1754: back on the road a vehicle shows its test and where its holder lives.
void withdrawal(Dossier& dossier) {
  needWord(dossier, "withdrawal.kind", {"withdraw", "return"});
  if (dossier.text("/withdrawal/kind") != "return") return;
  firstRegistration(dossier);
  roadworthiness(dossier);
  proofOfAddress(dossier);
}

// F16868: the certificate and a proof of what is right. The papers are not held against what they
// correct.
void correction(Dossier& dossier) {
  needWord(dossier, "correction.whose", {"administration", "professional", "holder"});
  needWord(dossier, "correction.field", {"name", "birth", "address", "vehicle"});
  needFields(dossier, {"correction.right"});
  requireOne(dossier,
             {"identity-document", "civil-status-certificate", "proof-of-address",
              "conformity-certificate", "invoice"},
             "identity-document");
}

// Domain facts 2.11: the foreign certificate; the tax cleared in the EU (quitus fiscal), at the
// customs elsewhere (846A).
void importPapers(Dossier& dossier) {
  needWord(dossier, "import.from", {"eu", "other"});
  require(dossier, "foreign-registration-certificate");
  const auto from = dossier.text("/import/from");
  if (from == "eu") require(dossier, "tax-clearance", {}, "tax-clearance-missing");
  if (from == "other") require(dossier, "customs-certificate", {}, "tax-clearance-missing");
}

// Only what was asked for, each paper by its own rule.
void answer(Dossier& dossier) {
  needFields(dossier, {"answer.reference", "answer.asked"});
  const auto asked = dossier.text("/answer/asked");
  if (!asked) return;
  static const std::map<std::string, Question, std::less<>> byPaper{
      {"proof-of-address", proofOfAddress},
      {"identity-document", identity},
      {"transfer-certificate", transferCertificate},
      {"roadworthiness-test", testWhateverTheAge}};
  const auto found = byPaper.find(*asked);
  found == byPaper.end() ? require(dossier, *asked) : found->second(dossier);
}

}  // namespace ask

}  // namespace sandbox
