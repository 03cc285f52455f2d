// SPDX-License-Identifier: Apache-2.0
#include "agent/call_store.h"

#include <system_error>
#include <utility>

#include "storage/storage.h"

namespace agent {
namespace {

constexpr std::size_t largestCallFile = 262'144;

}  // namespace

FileCallStore::FileCallStore(std::filesystem::path state,
                             std::function<void(const std::string& line)> log)
    : m_file(std::move(state) / "call.json"), m_log(std::move(log)) {}

tl::expected<void, std::string> FileCallStore::write(const CallRecord& record) {
  if (auto done = storage::writeFile(m_file, toText(record), storage::ownerOnly); !done)
    return tl::unexpected(std::move(done.error().detail));
  return {};
}

CallRecord FileCallStore::read() {
  const auto text = storage::readFile(m_file, largestCallFile);
  if (!text && text.error().kind == storage::FaultKind::Missing) return {};
  auto record = text ? recordOf(*text) : tl::unexpected(text.error().detail);
  if (record) return std::move(*record);
  const std::filesystem::path aside = m_file.string() + ".unreadable";
  std::error_code failed;
  std::filesystem::rename(m_file, aside, failed);
  m_log(m_file.string() + ": cannot be read (" + record.error() +
        "): " + (failed ? "left where it is" : "kept aside as call.json.unreadable") +
        "; the kiosk goes on without an open call");
  return {};
}

}  // namespace agent
