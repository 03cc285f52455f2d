// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// One of thousands of MQTT 5 connections in one thread: what a kiosk (TLS) or a desk page
// (WebSocket) is to a broker. Never waits, but for connect() to 127.0.0.1. Written apart from
// libmosquitto, which knows no WebSocket. A broken connection ends the program: it is a fault.
class Peer {
 public:
  struct Setting {
    int port = 0;
    SSL_CTX* tls = nullptr;  // none: WebSocket
    X509* certificate = nullptr;
    std::string id;  // client id
    std::string user, secret;
    std::string willTopic, willText;
    std::uint32_t sessionExpiry = 0, willDelay = 0;
    std::uint16_t keepalive = 0;
    std::vector<std::string> topics;  // subscribed with QoS 1 and "no local"
  };
  struct Events {
    std::function<void(Peer&)> ready;  // subscribed
    std::function<void(Peer&, std::string_view topic, std::string_view payload)> message;
  };

  Peer(std::size_t number, Setting setting, const Events& events);
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer();

  [[nodiscard]] std::size_t number() const { return m_number; }
  [[nodiscard]] int socket() const { return m_socket; }
  [[nodiscard]] bool wantsToWrite() const { return !m_out.empty(); }
  // Reads and writes as far as that goes.
  void turn();
  // QoS 1. expiry 0: none.
  void publish(std::string_view topic, std::string_view payload, bool retain, std::uint32_t expiry);
  // Keeps the connection alive; to be called every second or so.
  void keepAlive(std::chrono::steady_clock::time_point now);
  [[nodiscard]] std::uint64_t acknowledged() const { return m_acknowledged; }
  [[nodiscard]] std::uint64_t refused() const { return m_refused; }

 private:
  [[noreturn]] void fail(const std::string& why) const;
  void connect();
  void subscribe();
  void send(unsigned char kind, std::string_view body);
  void flush();
  void read();
  bool takeFrame();
  bool takePacket();
  void packet(unsigned char kind, std::string_view body);
  void published(unsigned char kind, std::string_view body);

  const std::size_t m_number;
  const Setting m_setting;
  const Events& m_events;
  int m_socket = -1;
  SSL* m_tls = nullptr;
  bool m_upgraded = false;
  std::string m_out, m_raw, m_in;  // to send; frames (WebSocket); MQTT
  std::uint16_t m_packet = 0;
  std::uint64_t m_acknowledged = 0, m_refused = 0;
  std::chrono::steady_clock::time_point m_spoke = std::chrono::steady_clock::now();
};
