// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>

#include "fixture.h"
#include "outbox/transport.h"

namespace outbox_test {

// A national service in memory, as the contract tells it, behind a line and a front that misbehave
// by a seeded chance: before the effect, after it, in every way that the courier can tell apart.
class HostileService final : public outbox::Transport {
 public:
  using Fault = national::NationalFault;
  using Kind = national::FaultKind;
  template <typename T>
  using Result = national::Result<T>;

  HostileService(const TwoSides& sides, std::mt19937_64& random, unsigned faultsInThousand)
      : m_sides(sides), m_random(random), m_faults(faultsInThousand) {}

  void heal() { m_faults = 0; }
  // How often each request was registered anew; exactly once is the only good answer.
  [[nodiscard]] const std::map<std::string, int>& registrations() const { return m_registrations; }
  [[nodiscard]] long calls() const { return m_calls; }

  Result<national::RequestState> find(const std::string& requestId) override {
    return answer<national::RequestState>([&]() -> Result<national::RequestState> {
      const auto found = m_requests.find(requestId);
      if (found == m_requests.end()) return unknown();
      return stateOf(found->second);
    });
  }

  Result<national::RequestState> announce(const national::Announcement& announced) override {
    return answer<national::RequestState>([&]() -> Result<national::RequestState> {
      auto& request = m_requests[announced.requestId];
      if (!request.announcement.requestId.empty() &&
          outbox::signedLines(request.announcement) != outbox::signedLines(announced))
        ADD_FAILURE() << "one id, two parcels";
      request.announcement = announced;
      return stateOf(request);
    });
  }

  Result<void> putPart(const std::string& requestId, const std::string& sha256,
                       std::span<const std::uint8_t> sealed) override {
    return answer<void>([&]() -> Result<void> {
      const auto found = m_requests.find(requestId);
      if (found == m_requests.end()) return unknown();
      EXPECT_EQ(crypto::sha256Hex(sealed), sha256);
      found->second.held.insert(sha256);
      return {};
    });
  }

  Result<national::Receipt> submit(const std::string& requestId) override {
    return answer<national::Receipt>([&]() -> Result<national::Receipt> {
      const auto found = m_requests.find(requestId);
      if (found == m_requests.end()) return unknown();
      Request& request = found->second;
      if (request.receipt) return *request.receipt;
      if (!stateOf(request).missingParts.empty())
        return tl::unexpected(Fault{Kind::Rejected, "409", std::nullopt, "parts-missing"});
      ++m_registrations[requestId];
      request.receipt = m_sides.receiptFor(request.announcement);
      return *request.receipt;
    });
  }

 private:
  struct Request {
    national::Announcement announcement;
    std::set<std::string> held;
    std::optional<national::Receipt> receipt;
  };

  static tl::unexpected<Fault> unknown() {
    return tl::unexpected(Fault{Kind::Unknown, "404", std::nullopt, "request-unknown"});
  }

  static national::RequestState stateOf(const Request& request) {
    national::RequestState state{request.announcement.requestId,
                                 request.receipt ? request.receipt->status : "draft",
                                 {},
                                 request.receipt};
    for (const auto& part : request.announcement.parts)
      if (!request.held.contains(part.sha256)) state.missingParts.push_back(part.sha256);
    return state;
  }

  static void spoil(national::Receipt& receipt) { receipt.reference += "X"; }
  static void spoil(national::RequestState& state) {
    if (state.receipt)
      spoil(*state.receipt);
    else
      state.missingParts.push_back(std::string(64, 'f'));
  }

  template <typename T>
  Result<T> answer(const std::function<Result<T>()>& effect) {
    ++m_calls;
    if (m_random() % 1000 >= m_faults) return effect();
    const auto way = m_random() % 9;
    const auto fail = [](Kind kind) { return tl::unexpected(Fault{kind, "hostile"}); };
    if (way == 0) return fail(Kind::Unreachable);
    if (way == 1) return fail(Kind::UnknownOutcome);
    if (way == 2) return fail(Kind::Busy);
    if (way == 3) return tl::unexpected(Fault{Kind::Busy, "hostile", oddRetryAfter()});
    // Rare: all waits until somebody starts the courier again.
    if (way == 4 && m_random() % 40 == 0) return fail(Kind::CredentialsRefused);
    if (way == 5 && m_random() % 4 == 0) return fail(Kind::NotInContract);
    Result<T> done = effect();
    if (way == 6 && m_random() % 4 == 0) return fail(Kind::NotInContract);
    if constexpr (!std::is_void_v<T>) {
      if (way == 7 && m_random() % 4 == 0 && done) {
        spoil(*done);
        return done;
      }
    }
    return fail(Kind::UnknownOutcome);
  }

  std::chrono::seconds oddRetryAfter() {
    constexpr std::int64_t odd[] = {0, 1, 30, 3600, 86'400, 4'000'000'000, -7};
    return std::chrono::seconds(odd[m_random() % std::size(odd)]);
  }

  const TwoSides& m_sides;
  std::mt19937_64& m_random;
  unsigned m_faults;
  long m_calls = 0;
  std::map<std::string, Request> m_requests;
  std::map<std::string, int> m_registrations;
};

}  // namespace outbox_test
