// SPDX-License-Identifier: Apache-2.0
#include "tls.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "storage/storage.h"

namespace sandbox {

namespace {

constexpr long tenYears = 10L * 365 * 24 * 3600;
constexpr long oneDay = 24L * 3600;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

std::string reason() {
  const auto code = ERR_get_error();
  const char* text = code == 0 ? nullptr : ERR_reason_error_string(code);
  ERR_clear_error();
  return text == nullptr ? "cannot be read" : text;
}

bool extend(X509* certificate, X509* issuer, int extension, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  auto* made = X509V3_EXT_conf_nid(nullptr, &context, extension, value);
  const bool added = made != nullptr && X509_add_ext(certificate, made, -1) == 1;
  X509_EXTENSION_free(made);
  return added;
}

bool describe(X509* certificate, EVP_PKEY* key, const char* name) {
  std::uint64_t serial = 0;
  if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) return false;
  auto* subject = X509_get_subject_name(certificate);
  return X509_set_version(certificate, X509_VERSION_3) == 1 &&
         ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1 &&
         // A day back: a kiosk whose clock is a little late must not find it "not yet valid".
         X509_gmtime_adj(X509_getm_notBefore(certificate), -oneDay) != nullptr &&
         X509_gmtime_adj(X509_getm_notAfter(certificate), tenYears) != nullptr &&
         X509_set_pubkey(certificate, key) == 1 &&
         X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name), -1, -1, 0) == 1;
}

template <typename Write>
bool writePem(const std::filesystem::path& path, mode_t mode, Write write) {
  const auto draft = path.string() + ".new";
  const int descriptor = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (descriptor < 0) return false;
  auto* file = fdopen(descriptor, "w");
  if (file == nullptr) {
    close(descriptor);
    return false;
  }
  bool written = write(file) == 1 && std::fflush(file) == 0 && fsync(descriptor) == 0;
  written = std::fclose(file) == 0 && written;
  return written && std::rename(draft.c_str(), path.c_str()) == 0;
}

bool writeKey(const std::filesystem::path& path, EVP_PKEY* key) {
  return writePem(path, storage::ownerOnly, [key](FILE* file) {
    return PEM_write_PKCS8PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  });
}

bool writeCertificate(const std::filesystem::path& path, X509* certificate) {
  return writePem(path, storage::everybodyReads,
                  [certificate](FILE* file) { return PEM_write_X509(file, certificate); });
}

bool makeAuthority(const std::filesystem::path& keys) {
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate certificate(X509_new(), X509_free);
  auto* own = certificate.get();
  if (!key || own == nullptr || !describe(own, key.get(), "Sandbox authority")) return false;
  X509_set_issuer_name(own, X509_get_subject_name(own));
  return extend(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
         extend(own, own, NID_key_usage, "critical,keyCertSign,cRLSign") &&
         extend(own, own, NID_subject_key_identifier, "hash") &&
         X509_sign(own, key.get(), EVP_sha256()) > 0 && writeKey(keys / "tls-ca.key", key.get()) &&
         writeCertificate(keys / "tls-ca.pem", own);
}

bool makeServerCertificate(const std::filesystem::path& keys) {
  auto* keyFile = std::fopen((keys / "tls-ca.key").c_str(), "r");
  auto* certificateFile = std::fopen((keys / "tls-ca.pem").c_str(), "r");
  const Key signer(keyFile ? PEM_read_PrivateKey(keyFile, nullptr, nullptr, nullptr) : nullptr,
                   EVP_PKEY_free);
  const Certificate issuer(
      certificateFile ? PEM_read_X509(certificateFile, nullptr, nullptr, nullptr) : nullptr,
      X509_free);
  if (keyFile != nullptr) std::fclose(keyFile);
  if (certificateFile != nullptr) std::fclose(certificateFile);
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate certificate(X509_new(), X509_free);
  auto* own = certificate.get();
  if (!signer || !issuer || !key || own == nullptr || !describe(own, key.get(), "127.0.0.1"))
    return false;
  X509_set_issuer_name(own, X509_get_subject_name(issuer.get()));
  return extend(own, issuer.get(), NID_basic_constraints, "critical,CA:FALSE") &&
         extend(own, issuer.get(), NID_key_usage, "critical,digitalSignature") &&
         extend(own, issuer.get(), NID_ext_key_usage, "serverAuth") &&
         extend(own, issuer.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost") &&
         extend(own, issuer.get(), NID_subject_key_identifier, "hash") &&
         extend(own, issuer.get(), NID_authority_key_identifier, "keyid") &&
         X509_sign(own, signer.get(), EVP_sha256()) > 0 &&
         writeKey(keys / "tls-server.key", key.get()) &&
         writeCertificate(keys / "tls-server.pem", own);
}

}  // namespace

tl::expected<void, std::string> provideTls(const std::filesystem::path& keys) {
  std::error_code ignored;
  if (!std::filesystem::exists(keys / "tls-ca.pem", ignored) && !makeAuthority(keys))
    return tl::unexpected((keys / "tls-ca.pem").string() + " cannot be written: " + reason());
  if (!std::filesystem::exists(keys / "tls-server.pem", ignored) && !makeServerCertificate(keys))
    return tl::unexpected((keys / "tls-server.pem").string() + " cannot be made: " + reason());
  return {};
}

tl::expected<TlsContext, std::string> mutualTls(const std::filesystem::path& keys) {
  TlsContext context(SSL_CTX_new(TLS_server_method()));
  if (!context) return tl::unexpected("TLS cannot start: " + reason());
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  const auto authority = (keys / "tls-ca.pem").string();
  const auto certificate = (keys / "tls-server.pem").string();
  const auto key = (keys / "tls-server.key").string();
  std::string unreadable;
  if (SSL_CTX_load_verify_locations(context.get(), authority.c_str(), nullptr) != 1) {
    unreadable = authority;
  } else if (SSL_CTX_use_certificate_chain_file(context.get(), certificate.c_str()) != 1) {
    unreadable = certificate;
  } else if (SSL_CTX_use_PrivateKey_file(context.get(), key.c_str(), SSL_FILETYPE_PEM) != 1) {
    unreadable = key;
  }
  if (!unreadable.empty())
    return tl::unexpected(unreadable + ": " + reason() + "; remove it and enrol again");
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  SSL_CTX_set_client_CA_list(context.get(), SSL_load_client_CA_file(authority.c_str()));
  // Resumption would let a client in by an earlier session; each connection shows its certificate.
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET);
  SSL_CTX_set_num_tickets(context.get(), 0);
  return context;
}

}  // namespace sandbox
