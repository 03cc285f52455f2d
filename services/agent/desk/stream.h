// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

#include <httplib.h>
#include <openssl/ssl.h>

namespace desk {

// One accepted connection, with or without TLS, through which cpp-httplib parses and answers. A
// whole request has to be there within `requestPatience`, however slowly its bytes come. Used by
// one thread; owns the socket and the TLS state.
class Stream final : public httplib::Stream {
 public:
  static constexpr std::chrono::seconds requestPatience{10};

  // `stopSignal` is a descriptor that becomes readable when the program ends; not owned.
  Stream(int socket, int stopSignal);
  ~Stream() override;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // The handshake. False when it failed: nothing more may be done.
  bool startTls(SSL_CTX& context);
  // Waits for the first byte of a next request. False at the end of the connection, of `patience`,
  // or of the program.
  bool waitForRequest(std::chrono::milliseconds patience);

  bool is_readable() const override { return !m_broken; }
  bool is_writable() const override { return !m_broken; }
  ssize_t read(char* bytes, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  using httplib::Stream::write;
  void get_remote_ip_and_port(std::string& address, int& port) const override;
  void get_local_ip_and_port(std::string& address, int& port) const override;
  socket_t socket() const override { return m_socket; }

 private:
  using Clock = std::chrono::steady_clock;

  // Waits until the socket can do `events`, at most until the request's deadline.
  bool ready(short events) const;
  bool waitFor(short events, std::chrono::milliseconds patience) const;
  // What to wait for after TLS said no for now; 0 when the connection is over.
  short wantedByTls(int result);
  ssize_t receive(char* bytes, size_t size);

  int m_socket;
  int m_stopSignal;
  SSL* m_tls = nullptr;
  bool m_broken = false;
  Clock::time_point m_deadline;
  std::array<char, 4096> m_buffer{};
  size_t m_begin = 0;
  size_t m_end = 0;
};

}  // namespace desk
