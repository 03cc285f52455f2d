// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "agent/line.h"

struct mosquitto;

namespace agent {

// One connection to the broker through libmosquitto, MQTT 5 over TLS; made anew for the next, so
// that nothing of libmosquitto's own is sent again with an age that has long passed. One thread; no
// function waits, but for connect() while TCP does.
class MqttClient {
 public:
  // Called from within turn() and publish() only. They must not call the client.
  class Listener {
   public:
    virtual ~Listener() = default;
    virtual void onConnect(int reason) = 0;                // CONNACK; 0: accepted
    virtual void onPublished(int number, int reason) = 0;  // PUBACK; from 0x80: refused
    // `expiry`: the seconds that were left when the broker sent it.
    virtual void onMessage(std::string_view topic, std::string_view payload,
                           std::optional<std::uint32_t> expiry) = 0;
  };
  using Done = tl::expected<void, std::string>;  // a fault is a line for the log

  // Both must outlive it.
  MqttClient(const LineSettings& settings, Listener& listener);
  MqttClient(const MqttClient&) = delete;
  MqttClient& operator=(const MqttClient&) = delete;
  // Closes the socket without a farewell.
  ~MqttClient();

  [[nodiscard]] Done connect();
  [[nodiscard]] Done subscribe(const std::string& topic);
  // QoS 1; gives the number that onPublished() will name.
  [[nodiscard]] tl::expected<int, std::string> publish(const std::string& topic,
                                                       const std::string& text, bool retained,
                                                       std::optional<std::chrono::seconds> expiry);
  // Reads, writes and keeps alive, as far as that goes without waiting.
  [[nodiscard]] Done turn();
  [[nodiscard]] int socket() const;  // -1: closed
  [[nodiscard]] bool wantsToWrite() const;

 private:
  [[nodiscard]] Done prepare();
  [[nodiscard]] Done setWill();

  const LineSettings& m_settings;
  Listener& m_listener;
  struct Free {
    void operator()(mosquitto* client) const;
  };
  std::unique_ptr<mosquitto, Free> m_client;
};

}  // namespace agent
