// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "agent/line_port.h"

namespace agent {

struct LineSettings {
  std::string host = "127.0.0.1";  // a name in the broker's certificate, or its address there
  int port = 8883;
  std::string site;
  std::string kiosk;  // CN of the certificate
  // PEM: authority of the broker, certificate and key of this kiosk (services/agent/enrol).
  std::filesystem::path authority;
  std::filesystem::path certificate;
  std::filesystem::path key;
  std::chrono::seconds keepalive{15};       // at least 5 (libmosquitto)
  std::chrono::seconds sessionExpiry{300};  // so long the broker keeps answers for us
  // So long the broker waits before it says that we are gone: a visit's end is a new process.
  std::chrono::seconds willDelay{20};
  // No CONNACK, PUBACK or PINGRESP for so long: the connection is given up, as broken or frozen.
  std::chrono::milliseconds patience{5'000};
  // Attempts: a wait drawn between nothing and a bound that doubles from the first to the longest.
  std::chrono::milliseconds firstWait{500};
  std::chrono::milliseconds longestWait{60'000};
};

// All of them run on the owner's thread, through the executor. Those that are empty are left out.
// The age in a payload already holds the time it lay at the broker.
struct LineEvents {
  std::function<void(bool)> connected;
  // An agent's or another kiosk's status; after connected(true) all come anew. Offline
  // too when the broker's copy was cleared.
  std::function<void(const std::string& agent, const DeskStatus&)> desk;
  std::function<void(const std::string& kiosk, const KioskStatus&)> kiosk;
  std::function<void(const Answer&, std::int64_t laySeconds)> answer;
  std::function<void(const GuideEnvelope&)> guide;   // from the desk only
  std::function<void(const std::string& line)> log;  // ids and kinds, never a value
};

struct LineCounts {
  std::uint64_t connections = 0;
  std::uint64_t refused = 0;  // payloads that did not fit or were too large, dropped
  std::uint64_t wakeUps = 0;  // of the line's own thread
};

// MQTT 5 over TLS to the site's broker (its topics: README.md). Its own thread sleeps
// in poll() and makes every call of libmosquitto; public functions only hand over and return. It
// never gives up connecting. What is not acknowledged is sent again, as a new message with the same
// id in it, so that nobody counts it twice.
class Line : public LinePort {
 public:
  // Runs a function on the owner's thread, later; called from the line's thread.
  using Executor = std::function<void(std::function<void()>)>;

  // Starts at once. A missing or broken file of keys is told in the log and tried again.
  Line(LineSettings settings, LineEvents events, Executor executor);
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  // On the owner's thread. No event comes after it. Says no farewell: the broker's Will does, after
  // its delay, unless the next process is back by then. Waits two seconds at most.
  ~Line() override;

  void publishStatus(const KioskStatus& status, Acknowledged acknowledged) override;
  void publishCall(const CallEvent& event, Acknowledged acknowledged) override;
  void publishGuide(const GuideEnvelope& envelope, Acknowledged acknowledged) override;
  void publishCount(const Count& count, Acknowledged acknowledged) override;

  [[nodiscard]] LineCounts counts() const;

 private:
  class Work;
  std::shared_ptr<Work> m_work;
};

}  // namespace agent
