// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "outbox/transport.h"

namespace outbox_test {

// Answers exactly the calls that a test expects, in their order. Fails on one that was not
// expected, and, at the end, on one that never came.
class StrictTransport final : public outbox::Transport {
 public:
  using State = national::Result<national::RequestState>;
  using Receipt = national::Result<national::Receipt>;
  using Done = national::Result<void>;

  void expectFind(State answer) { m_expected.push_back({"find", {}, std::move(answer), {}, {}}); }
  void expectAnnounce(State answer) {
    m_expected.push_back({"announce", {}, std::move(answer), {}, {}});
  }
  void expectPart(std::string sha256, Done answer) {
    m_expected.push_back({"part", std::move(sha256), {}, answer, {}});
  }
  void expectSubmit(Receipt answer) {
    m_expected.push_back({"submit", {}, {}, {}, std::move(answer)});
  }
  // What happens, from the outside, at the moment of the next call.
  void atNextCall(std::function<void()> look) { m_look = std::move(look); }

  ~StrictTransport() override {
    for (const auto& call : m_expected)
      ADD_FAILURE() << "never called: " << call.name;
  }

  State find(const std::string&) override { return take("find").state; }
  State announce(const national::Announcement&) override { return take("announce").state; }
  Done putPart(const std::string&, const std::string& sha256,
               std::span<const std::uint8_t> sealed) override {
    EXPECT_EQ(crypto::sha256Hex(sealed), sha256);
    auto call = take("part");
    EXPECT_EQ(call.sha256, sha256);
    return call.done;
  }
  Receipt submit(const std::string&) override { return take("submit").receipt; }

 private:
  struct Call {
    std::string name;
    std::string sha256;
    State state = national::RequestState();
    Done done;
    Receipt receipt = national::Receipt();
  };

  Call take(const std::string& name) {
    if (m_look) std::exchange(m_look, nullptr)();
    Call none{name, {}, tl::unexpected(national::NationalFault()), {}, {}};
    if (m_expected.empty() || m_expected.front().name != name) {
      ADD_FAILURE() << "not expected: " << name
                    << ", expected: " << (m_expected.empty() ? "nothing" : m_expected.front().name);
      return none;
    }
    Call call = std::move(m_expected.front());
    m_expected.pop_front();
    return call;
  }

  std::deque<Call> m_expected;
  std::function<void()> m_look;
};

}  // namespace outbox_test
