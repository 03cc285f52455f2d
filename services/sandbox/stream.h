// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

#include <httplib.h>

#include "faults.h"

namespace sandbox {

// One accepted connection, with or without TLS, that can be made to fail in the ways of FaultKind.
// cpp-httplib parses and answers through it. Used by one thread; owns the socket and the TLS state.
class WireStream final : public httplib::Stream {
 public:
  // `stopSignal` is a descriptor that becomes readable when the program ends; not owned.
  WireStream(int socket, int stopSignal);
  ~WireStream() override;
  WireStream(const WireStream&) = delete;
  WireStream& operator=(const WireStream&) = delete;

  // The TLS handshake, client certificate included. False when it failed: nothing more may be done.
  bool startTls(SSL_CTX& context);
  // Waits for the first byte of a next request. False at the end of the connection, of `patience`,
  // or of the program.
  bool waitForRequest(std::chrono::milliseconds patience);

  // From now on this happens to what is written. RefuseConnection also ends all reading.
  void disturb(const Fault& fault);
  // Carries out what disturb() asked for. True when the connection may serve another request.
  bool finishAnswer();
  // Resets the connection at once: the peer sees no orderly end.
  void reset();

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* bytes, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  using httplib::Stream::write;
  void get_remote_ip_and_port(std::string& address, int& port) const override;
  void get_local_ip_and_port(std::string& address, int& port) const override;
  socket_t socket() const override { return m_socket; }

 private:
  enum class Writing { Pass, Swallow, Keep };

  ssize_t receive(char* bytes, size_t size);
  bool sendAll(const char* bytes, size_t size);
  void pause(std::chrono::milliseconds duration) const;
  bool waitReadable(std::chrono::milliseconds patience) const;

  int m_socket;
  int m_stopSignal;
  SSL* m_tls = nullptr;
  bool m_broken = false;
  Writing m_writing = Writing::Pass;
  std::chrono::milliseconds m_delay{0};
  std::string m_kept;
  std::array<char, 16384> m_buffer{};
  size_t m_begin = 0;
  size_t m_end = 0;
};

}  // namespace sandbox
