// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/ssl.h>

#include <string>

// Kiosks' certificates by the thousand, made in memory and signed by the authority that
// services/agent/enrol made. They share one key: what a broker does does not depend on it.
class Certificates {
 public:
  Certificates(const std::string& authority, const std::string& authorityKey);
  Certificates(const Certificates&) = delete;
  Certificates& operator=(const Certificates&) = delete;
  ~Certificates();

  // Knows the authority and the one key; lives as long as this.
  [[nodiscard]] SSL_CTX* context() const { return m_context; }
  // For this name; the caller's.
  [[nodiscard]] X509* of(const std::string& name);

 private:
  X509* m_authority = nullptr;
  EVP_PKEY* m_authorityKey = nullptr;
  EVP_PKEY* m_key = nullptr;
  SSL_CTX* m_context = nullptr;
  long m_serial = 1'000;
};
