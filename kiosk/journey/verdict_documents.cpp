// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "verdict_parts.h"

namespace journey {
namespace {

constexpr std::size_t manyPapers = 100;

bool hasReadable(const PaperList& papers, std::initializer_list<std::string_view> kinds) {
  for (const Paper& paper : papersOf(papers, kinds)) {
    const auto legible = paper.object->find("legible");
    if (legible != paper.object->end() && *legible == true) return true;
  }
  return false;
}

/// The service takes no file over its limit, of whatever paper.
void judgeSizes(const PaperList& papers, Dossier& dossier) {
  for (const Paper& paper : papers) {
    const Block block = paper.block(dossier.findings);
    const auto bytes =
        block.count("bytes", Need::Optional, 0, std::numeric_limits<std::int64_t>::max() / 2);
    if (bytes && *bytes > dossier.delays.maxDocumentBytes) {
      block.refuse("document-too-large", "bytes");
    }
  }
}

/// A paper beyond those that the case needs may stay away, but an unreadable one goes back to the
/// person, unless a readable one that serves the same purpose lies beside it.
void judgeUnreadable(const PaperList& papers, Dossier& dossier) {
  for (const Paper& paper : papers) {
    const auto legible = paper.object->find("legible");
    if (legible == paper.object->end() || *legible != false) continue;
    const bool sameReadable =
        hasReadable(papers, {paper.kind}) ||
        (paper.kind == "invoice" && hasReadable(papers, {"transfer-certificate"})) ||
        (paper.kind == "transfer-certificate" && hasReadable(papers, {"invoice"})) ||
        (paper.kind == "identity-document" && dossier.onBehalf &&
         hasReadable(papers, {"mandator-identity-document"})) ||
        (paper.kind == "proof-of-address" && dossier.hosted);
    if (!sameReadable) paper.block(dossier.findings).refuse("document-unreadable", "legible");
  }
}

/// The day of the sale on a transfer certificate and the day of a test are compared elsewhere.
void judgeDays(const PaperList& papers, Dossier& dossier) {
  for (const Paper& paper : papers) {
    const Block block = paper.block(dossier.findings);
    static_cast<void>(block.date("issueDate", Need::Optional, dossier.requestDate));
    const bool isCompared =
        paper.kind == "transfer-certificate" || paper.kind == "roadworthiness-test";
    if (!isCompared) static_cast<void>(block.date("date", Need::Optional, dossier.requestDate));
  }
}

}  // namespace

PaperList papersOf(const PaperList& papers, std::initializer_list<std::string_view> kinds) {
  PaperList result;
  for (const std::string_view kind : kinds) {
    for (const Paper& paper : papers) {
      if (paper.kind == kind) result.push_back(paper);
    }
  }
  return result;
}

void judgeBest(const PaperList& candidates, Dossier& dossier, PaperJudge judge) {
  std::optional<Findings> best;
  for (const Paper& paper : candidates) {
    Findings findings;
    judge(paper, dossier, findings);
    if (findings.all().empty()) return;
    if (!best || findings.all().size() < best->all().size()) best = std::move(findings);
  }
  if (best) dossier.findings.append(*best);
}

bool judgeLegible(const Block& paper, Need need) {
  const auto* value = paper.find("legible");
  if (value == nullptr && need == Need::Mandatory) paper.missing("legible");
  const bool legible = paper.flag("legible").value_or(true);
  if (!legible) paper.refuse("document-unreadable", "legible");
  return legible;
}

PaperList readPapers(const Block& request, Findings& findings) {
  PaperList papers;
  const nlohmann::json* list = request.list("documents");
  if (list == nullptr) return papers;
  if (list->size() > manyPapers) request.invalid("documents");
  for (std::size_t i = 0; i < list->size() && i < manyPapers; ++i) {
    Paper paper{"", i, &(*list)[i]};
    if (!(*list)[i].is_object()) {
      Block{nullptr, findings, "documents", i, {}}.invalid({});
      continue;
    }
    const auto kind = paper.block(findings).text("kind", Need::Mandatory);
    if (!kind) continue;
    paper.kind = *kind;
    papers.push_back(paper);
  }
  return papers;
}

void judgeEveryPaper(const OfficerRule&, const Block&, Dossier& dossier) {
  judgeSizes(dossier.papers, dossier);
  judgeUnreadable(dossier.papers, dossier);
  judgeDays(dossier.papers, dossier);
}

namespace {

/// That a paper is there and can be read is all that is asked of it.
void judgeReadable(const Paper& paper, const Dossier&, Findings& findings) {
  static_cast<void>(judgeLegible(paper.block(findings), Need::Mandatory));
}

void judgeOneOf(const std::vector<std::string>& kinds, std::string_view code, bool optional,
                Dossier& dossier) {
  PaperList candidates;
  for (const std::string& kind : kinds) {
    const PaperList ofKind = papersOf(dossier.papers, {kind});
    candidates.insert(candidates.end(), ofKind.begin(), ofKind.end());
  }
  if (candidates.empty() && !optional) dossier.findings.refuse(code, kinds.front());
  judgeBest(candidates, dossier, judgeReadable);
}

/// A certificate that is handed over is struck through, dated and signed; of one that its holder
/// keeps nothing of this is said.
bool isHandedOver(const PaperList& papers) {
  const PaperList certificates = papersOf(papers, {"registration-certificate"});
  return std::any_of(certificates.begin(), certificates.end(), [](const Paper& paper) {
    for (const char* key :
         {"struckThrough", "transferDateWritten", "signatures", "formerHolders"}) {
      const auto said = paper.object->find(key);
      if (said != paper.object->end() && !said->is_null()) return true;
    }
    return false;
  });
}

}  // namespace

void judgePaper(const OfficerRule& rule, const Block&, Dossier& dossier) {
  judgeOneOf(rule.kinds, rule.code.empty() ? "document-missing" : rule.code, rule.optional,
             dossier);
}

void judgeAskedPaper(const OfficerRule& rule, const Block& request, Dossier& dossier) {
  const nlohmann::json* asked = rule.field.find(request.object());
  if (asked == nullptr || !asked->is_string()) {
    dossier.findings.refuse("field-missing", {}, rule.field.text);
    return;
  }
  const std::string& kind = asked->get_ref<const std::string&>();
  OfficerRule whole;
  if (kind == "proof-of-address") return judgeAddressPapers(whole, request, dossier);
  if (kind == "identity-document") return judgeIdentityPapers(whole, request, dossier);
  if (kind == "registration-certificate" && isHandedOver(dossier.papers)) {
    return judgeStruckCertificate(whole, request, dossier);
  }
  if (kind == "transfer-certificate") return judgeTransferCertificate(whole, request, dossier);
  judgeOneOf({kind}, "document-missing", false, dossier);
  whole.optional = true;
  if (kind == "roadworthiness-test") judgeRoadworthiness(whole, request, dossier);
}

}  // namespace journey
