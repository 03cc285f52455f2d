// SPDX-License-Identifier: Apache-2.0
#include "verdict_cases.h"

namespace {

using namespace verdict_cases;

Change onProof(const char* key, json value) {
  return {proof + "/" + key, std::move(value)};
}

TEST(VerdictAddress, age) {
  check(
      {{"six months", {onProof("issueDate", "2026-05-20")}, {}},
       {"six months and a day",
        {onProof("issueDate", "2026-05-19")},
        {"proof-of-address-too-old#proof-of-address"}},
       {"today", {onProof("issueDate", "2026-11-20")}, {}},
       {"tomorrow", {onProof("issueDate", "2026-11-21")}, {"field-invalid@documents[2].issueDate"}},
       {"no date", {onProof("issueDate", gone)}, {"field-missing@documents[2].issueDate"}},
       {"a lease has no age", {onProof("issueDate", "2015-01-01"), onProof("type", "lease")}, {}},
       {"tax notice of last year",
        {onProof("issueDate", "2025-08-01"), onProof("type", "tax-notice")},
        {}},
       {"tax notice of the year before",
        {onProof("issueDate", "2024-08-01"), onProof("type", "tax-notice")},
        {"proof-of-address-too-old"}}});
}

TEST(VerdictAddress, names) {
  const auto named = [](const char* surname, const char* given) {
    return std::vector<Change>{onProof("surname", surname), onProof("givenNames", given)};
  };
  const std::string mismatch = "proof-of-address-name-mismatch";
  check({{"used surname", named("MARTIN", "ROLANDE"), {}},
         {"birth surname", named("Durand", "Rolande"), {}},
         {"both", named("MARTIN DURAND", "ROLANDE"), {}},
         {"both, hyphen", named("DURAND-MARTIN", "ROLANDE"), {}},
         {"both, with née", named("MARTIN née DURAND", "ROLANDE"), {}},
         {"with its civility", named("Mme MARTIN", "ROLANDE"), {}},
         {"of a couple", named("MARTIN", "ROLAND ET ROLANDE"), {}},
         {"of two surnames", named("M. DUPONT OU MME MARTIN", "ROLANDE"), {}},
         {"somebody else's", named("DUPONT", "ROLANDE"), {mismatch + "@documents[2].surname"}},
         {"beginning of the surname", named("MART", "ROLANDE"), {mismatch}},
         {"the husband's", named("MARTIN", "ROLAND"), {mismatch + "@documents[2].givenNames"}},
         {"an initial", named("MARTIN", "R."), {mismatch}},
         {"neither", named("DUPONT", "PAUL"), {mismatch, mismatch}},
         {"no given names", {onProof("givenNames", nullptr)}, {"proof-of-address-name-missing"}},
         {"given names blank", {onProof("givenNames", "")}, {"proof-of-address-name-missing"}},
         {"no surname", {onProof("surname", gone)}, {"proof-of-address-name-missing"}},
         {"a number", {onProof("surname", 5)}, {"field-invalid@documents[2].surname"}},
         {"more given names than the holder's", named("MARTIN", "ROLANDE MARIE"), {}}});
}

TEST(VerdictAddress, usualGivenNames) {
  const auto known = [](const char* holders, const char* bills) {
    return std::vector<Change>{{"/holder/givenNames", holders},
                               {identity + "/givenNames", holders},
                               onProof("givenNames", bills)};
  };
  check({{"first of several", known("ROLANDE MARIE JEANNE", "ROLANDE"), {}},
         {"the usual one", known("MARIE ROLANDE", "ROLANDE"), {}},
         {"compound in two words", known("MARIE-ROLANDE", "MARIE ROLANDE"), {}},
         {"half of a compound",
          known("MARIE-ROLANDE", "ROLANDE"),
          {"proof-of-address-name-mismatch"}}});
}

TEST(VerdictAddress, place) {
  check(
      {{"another postcode", {onProof("postcode", "25000")}, {"proof-of-address-address-mismatch"}},
       {"with a space", {onProof("postcode", "25 200")}, {}},
       {"no postcode", {onProof("postcode", nullptr)}, {"field-missing@documents[2].postcode"}},
       {"a number", {onProof("postcode", 25200)}, {"field-invalid@documents[2].postcode"}},
       {"holder's unknown",
        {{"/holder/address/postcode", gone}},
        {"field-missing@holder.address.postcode"}}});
}

TEST(VerdictAddress, hosted) {
  const json hostIdentity = {{"kind", "host-identity-document"}, {"legible", true}};
  const json hostProof = {{"kind", "host-proof-of-address"},
                          {"legible", true},
                          {"issueDate", "2026-09-15"},
                          {"postcode", "25200"}};
  const json attestation = {{"kind", "host-attestation"}, {"legible", true}};
  const Change hosted{"/holder/hostedBy", {{"surname", "DUPONT"}, {"givenNames", "PAUL"}}};
  const std::vector<Change> whole = {
      hosted, {proof, gone}, {another, hostIdentity}, {another, hostProof}, {another, attestation}};
  const auto with = [&](std::vector<Change> more) {
    std::vector<Change> all = whole;
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  // Without the proof, the host's papers stand at 4, 5 and 6.
  check({{"whole set", whole, {}},
         {"host's name as text", with({{"/holder/hostedBy", "DUPONT PAUL"}}), {}},
         {"own proof in another name does not matter",
          {hosted,
           onProof("surname", "DUPONT"),
           {another, hostIdentity},
           {another, hostProof},
           {another, attestation}},
          {}},
         {"set without a host named",
          {onProof("givenNames", nullptr),
           {another, hostIdentity},
           {another, hostProof},
           {another, attestation}},
          {}},
         {"no identity of the host",
          with({{"/documents/4", gone}}),
          {"hosted-set-incomplete#host-identity-document"}},
         {"no proof of the host",
          with({{"/documents/5", gone}}),
          {"hosted-set-incomplete#host-proof-of-address"}},
         {"no attestation",
          with({{"/documents/6", gone}}),
          {"hosted-set-incomplete#host-attestation"}},
         {"none",
          {hosted},
          {"hosted-set-incomplete", "hosted-set-incomplete", "hosted-set-incomplete"}},
         {"attestation not signed",
          with({{"/documents/6/signedByHost", false}}),
          {"hosted-set-incomplete@documents[6].signedByHost"}},
         {"host's proof too old",
          with({{"/documents/5/issueDate", "2026-05-19"}}),
          {"proof-of-address-too-old#host-proof-of-address"}},
         {"host lives elsewhere",
          with({{"/documents/5/postcode", "90000"}}),
          {"proof-of-address-address-mismatch#host-proof-of-address"}},
         {"host's papers unreadable",
          with({{"/documents/4/legible", false}}),
          {"document-unreadable#host-identity-document"}},
         {"host's document over",
          with({{"/documents/4/expiryDate", "2026-11-19"}}),
          {"identity-document-expired#host-identity-document"}},
         {"hosted by a number", {{"/holder/hostedBy", 5}}, {"field-invalid@holder.hostedBy"}},
         {"hosted by nobody", {{"/holder/hostedBy", ""}}, {}}});
}

}  // namespace
