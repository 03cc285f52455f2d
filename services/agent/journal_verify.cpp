// SPDX-License-Identifier: Apache-2.0
// The auditor's program: what was changed in a journal of agents' acts since it was recorded.
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>

#include "agent/auditor.h"
#include "agent/journal.h"
#include "agent/journal_check.h"
#include "crypto/crypto.h"

namespace {

using namespace agent;
namespace fs = std::filesystem;

constexpr int badStart = 2;
constexpr int altered = 1;

struct Options {
  fs::path secret;
  fs::path journal;
  std::string head;
  std::string auditor;
  bool provision = false;
  bool remember = false;
};

int refuse(const std::string& line) {
  std::fprintf(stderr, "journal-verify: %s\n", line.c_str());
  return badStart;
}

int provisionFor(const Options& options, const crypto::PublicKey& auditor) {
  const auto head = provisionJournal(options.journal, auditor);
  if (!head) return refuse(head.error().detail);
  std::printf("head %s\n", head->c_str());
  return 0;
}

int provision(const Options& options) {
  if (options.secret.empty() == options.auditor.empty())
    return refuse("--provision: give either --secret or --auditor");
  if (!options.auditor.empty()) {
    const auto key = crypto::publicKeyFromBase64(options.auditor);
    if (!key)
      return refuse("--auditor: is no public key; copy \"publicKey\" of the auditor's file");
    return provisionFor(options, *key);
  }
  auto auditor = journal::Auditor::readOrMake(options.secret);
  if (!auditor) return refuse(auditor.error());
  // The file before the journal: a key that nobody has would make a journal that nobody can check.
  if (const auto written = auditor->write(options.secret); !written) return refuse(written.error());
  const auto head = provisionJournal(options.journal, auditor->keys.publicKey);
  if (!head) return refuse(head.error().detail);
  if (auditor->journals.contains(*head)) return 0;
  auditor->journals.emplace(*head, std::nullopt);
  if (const auto written = auditor->write(options.secret); !written) return refuse(written.error());
  std::printf("head %s\n", head->c_str());
  return 0;
}

// The head that has to be there: as given, or the one found if the file knows it.
std::string headWanted(const Options& options, const journal::Auditor& auditor) {
  if (!options.head.empty()) return options.head;
  const auto found = journalHead(options.journal);
  return found && auditor.journals.contains(*found) ? *found : std::string();
}

int tell(const journal::Report& report) {
  for (const auto& note : report.notes)
    std::printf("note: %s\n", note.c_str());
  for (const auto& finding : report.findings)
    std::printf("%s\n", finding.text().c_str());
  if (report.findings.empty()) {
    std::printf("sound: %llu entries\n", static_cast<unsigned long long>(report.entries));
    return 0;
  }
  std::printf("not sound: %zu findings\n", report.findings.size());
  return altered;
}

int verify(const Options& options) {
  auto auditor = journal::Auditor::read(options.secret);
  if (!auditor) return refuse(auditor.error());
  const std::string head = headWanted(options, *auditor);
  const auto known = auditor->journals.find(head);
  const journal::Remembered* seen =
      known != auditor->journals.end() && known->second ? &*known->second : nullptr;
  auto report = journal::checkJournal(options.journal, auditor->keys, head, seen);
  if (!report) return refuse(report.error());
  const int ending = tell(*report);
  if (options.remember && report->seen) {
    auditor->journals[head] = std::move(report->seen);
    if (const auto written = auditor->write(options.secret); !written)
      return refuse(written.error());
  }
  return ending;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app(
      "Says what was changed in a journal of agents' acts. Ends with 0 when it is sound, 1 when it "
      "is not, 2 when it cannot be looked at.",
      "journal-verify");
  app.add_option("JOURNAL", options.journal, "Folder of the journal: STATE/journal")->required();
  app.add_option("--secret", options.secret, "The auditor's file, kept away from the kiosk");
  app.add_option("--head", options.head,
                 "The journal's head as --provision printed it, when the file does not know it");
  app.add_flag("--remember", options.remember,
               "Keep in the file how far a sound journal was read: a copy of before is then found, "
               "and files before the last one may be removed");
  app.add_flag("--provision", options.provision,
               "Make the journal, and the auditor's file when it is absent; prints the head");
  app.add_option("--auditor", options.auditor,
                 "With --provision: the auditor's public key, when the file is elsewhere");
  app.set_version_flag("--version", "journal-verify " AGENT_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return refuse(std::string(error.what()) + "; see journal-verify --help");
  }
  if (options.provision) return provision(options);
  if (options.secret.empty()) return refuse("--secret: give the auditor's file");
  return verify(options);
}
