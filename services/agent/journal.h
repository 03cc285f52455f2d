// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "agent/acts.h"
#include "agent/journal_key.h"
#include "crypto/crypto.h"
#include "storage/lock.h"
#include "storage/storage.h"

// Every act of an agent, in STATE/journal/: who, in which visit, when within it, what; nothing of
// the person (acts.h).
//
// Each line holds the hash of the line before and a keyed hash made with a key that moves on with
// each line and whose past cannot be computed from its present (Bellare and Yee 1997; Schneier and
// Kelsey, Secure Audit Logs, 1999). The first key is made at provisioning and sealed to an auditor,
// who alone can compute them all; the hash of that seal (the journal's head) is kept by the
// auditor, away from the kiosk. journal_check.h finds what was changed.
//
// What somebody with root on the kiosk can do: stop the recording, write lies from that moment on,
// destroy the journal, or put back a whole copy of it from an earlier moment (an image of the
// disk). What they cannot: change, remove, reorder or insert anything recorded before without it
// being found; make a journal of their own that passes for this one; hide that it was destroyed.
// The copy put back is found by an auditor who remembers the last look (journal-verify --remember),
// or by the number of entries on a paper that a person took along. Old keys may be left in the
// cells of a flash drive: somebody who takes them out finds lines changed since then unprovable.
//
// Size: about 230 bytes for an act; a new file each 10,000 lines, the chain goes on across files.
// The kiosk removes none: an auditor does, once they are verified and remembered.
namespace agent {

// Once: the folder (0700), the first key sealed to the auditor, and the file of keys. Says the head
// (64 hexadecimal digits). Leaves a journal that is there as it is and says its head.
[[nodiscard]] storage::Result<std::string> provisionJournal(const std::filesystem::path& folder,
                                                            const crypto::PublicKey& auditor);
// SHA-256 of head.json; Missing when the journal was not provisioned.
[[nodiscard]] storage::Result<std::string> journalHead(const std::filesystem::path& folder);

// One thread at a time; one process at a time (a lock on the folder, released at the end of the
// process or of this object).
class Journal {
 public:
  // Missing: not provisioned. Busy: another process writes. Damaged: what stands there is not what
  // this journal wrote last; nothing is recorded, an auditor has to look.
  // After a power cut, bytes of an entry that never counted are kept and marked as such by an entry
  // of their own.
  [[nodiscard]] static storage::Result<Journal> open(const std::filesystem::path& folder);

  // Success means that the act is on the disk. Only then may it be done. A fault means that it is
  // not recorded, whatever the disk holds of it: the next record() or open() settles that first.
  [[nodiscard]] storage::Result<void> record(const AgentId& agent, const VisitNumber& visit,
                                             std::chrono::seconds age, const Act& act);

  // How many entries there are, for the person's paper: an anchor outside of this machine.
  [[nodiscard]] std::uint64_t entries() const { return m_position.number; }

  // The acts of this visit, as they stand on the disk (in the last two files).
  [[nodiscard]] storage::Result<std::vector<RecordedAct>> actsOf(const VisitNumber& visit) const;

 private:
  Journal(std::filesystem::path folder, storage::Lock lock, journal::Position position);

  [[nodiscard]] storage::Result<void> settle();
  [[nodiscard]] storage::Result<std::string> tail() const;
  [[nodiscard]] storage::Result<void> append(std::string_view before, std::string_view body);
  [[nodiscard]] std::filesystem::path fileOf(std::uint64_t line) const;
  [[nodiscard]] storage::Fault damaged(std::uint64_t line, const std::string& what) const;

  std::filesystem::path m_folder;
  storage::Lock m_lock;
  journal::Position m_position;
  bool m_settled = false;  // the files end with the line before the position's
};

}  // namespace agent
