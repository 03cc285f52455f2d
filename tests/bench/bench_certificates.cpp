// SPDX-License-Identifier: Apache-2.0
#include "bench_certificates.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>

namespace {

constexpr long aDay = 86'400;

void want(bool done, const char* what) {
  if (done) return;
  std::fprintf(stderr, "line_load: %s: ", what);
  ERR_print_errors_fp(stderr);
  std::exit(1);
}

}  // namespace

Certificates::Certificates(const std::string& authority, const std::string& authorityKey)
    : m_key(EVP_EC_gen("P-256")), m_context(SSL_CTX_new(TLS_client_method())) {
  if (std::FILE* file = std::fopen(authority.c_str(), "r")) {
    m_authority = PEM_read_X509(file, nullptr, nullptr, nullptr);
    std::fclose(file);
  }
  if (std::FILE* file = std::fopen(authorityKey.c_str(), "r")) {
    m_authorityKey = PEM_read_PrivateKey(file, nullptr, nullptr, nullptr);
    std::fclose(file);
  }
  want(m_authority != nullptr && m_authorityKey != nullptr && m_key != nullptr, "authority");
  SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
  want(SSL_CTX_load_verify_locations(m_context, authority.c_str(), nullptr) == 1, "authority");
  want(SSL_CTX_use_PrivateKey(m_context, m_key) == 1, "key");
  // One buffer less for each of thousands; what is to be sent may lie elsewhere at the next try.
  SSL_CTX_set_mode(m_context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

Certificates::~Certificates() {
  SSL_CTX_free(m_context);
  EVP_PKEY_free(m_key);
  EVP_PKEY_free(m_authorityKey);
  X509_free(m_authority);
}

X509* Certificates::of(const std::string& name) {
  X509* made = X509_new();
  X509_set_version(made, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(made), ++m_serial);
  X509_gmtime_adj(X509_getm_notBefore(made), -aDay);
  X509_gmtime_adj(X509_getm_notAfter(made), aDay);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(made, X509_get_subject_name(m_authority));
  X509_set_pubkey(made, m_key);
  X509_EXTENSION* usage = X509V3_EXT_conf_nid(nullptr, nullptr, NID_ext_key_usage, "clientAuth");
  X509_add_ext(made, usage, -1);
  X509_EXTENSION_free(usage);
  want(X509_sign(made, m_authorityKey, EVP_sha256()) > 0, "signing");
  return made;
}
