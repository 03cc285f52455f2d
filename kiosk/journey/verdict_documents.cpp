// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "verdict_parts.h"

namespace journey {
namespace {

constexpr std::size_t manyPapers = 100;

bool hasReadable(const Papers& papers, std::initializer_list<std::string_view> kinds) {
  for (const Paper& paper : papersOf(papers, kinds)) {
    const auto legible = paper.object->find("legible");
    if (legible != paper.object->end() && *legible == true) return true;
  }
  return false;
}

/// The elements of `documents` that are papers, with the findings on those that are not.
Papers readPapers(const nlohmann::json& list, const Block& request, Dossier& dossier) {
  Papers papers;
  if (list.size() > manyPapers) request.invalid("documents");
  for (std::size_t i = 0; i < list.size() && i < manyPapers; ++i) {
    Paper paper{"", i, &list[i]};
    if (!list[i].is_object()) {
      Block{nullptr, dossier.findings, "documents", i, {}}.invalid({});
      continue;
    }
    const auto kind = paper.block(dossier.findings).text("kind", Need::Mandatory);
    if (!kind) continue;
    paper.kind = *kind;
    papers.push_back(paper);
  }
  return papers;
}

/// The service takes no file over its limit, of whatever paper.
void judgeSizes(const Papers& papers, Dossier& dossier) {
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
void judgeUnreadable(const Papers& papers, Dossier& dossier) {
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

}  // namespace

Papers papersOf(const Papers& papers, std::initializer_list<std::string_view> kinds) {
  Papers result;
  for (const std::string_view kind : kinds) {
    for (const Paper& paper : papers) {
      if (paper.kind == kind) result.push_back(paper);
    }
  }
  return result;
}

void judgeBest(const Papers& candidates, Dossier& dossier, PaperJudge judge) {
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

void judgePapers(const Block& request, Dossier& dossier) {
  const nlohmann::json empty = nlohmann::json::array();
  const nlohmann::json* list = request.list("documents");
  if (list == nullptr) list = &empty;
  const Papers papers = readPapers(*list, request, dossier);
  judgeSizes(papers, dossier);
  judgeUnreadable(papers, dossier);
  judgeCertificates(papers, dossier);
  judgeAddressPapers(papers, dossier);
  judgeIdentityPapers(papers, dossier);
  judgeRoadworthiness(papers, dossier);
}

}  // namespace journey
