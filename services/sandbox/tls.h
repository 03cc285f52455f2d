// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <openssl/ssl.h>
#include <tl/expected.hpp>

namespace sandbox {

struct TlsContextDeleter {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using TlsContext = std::unique_ptr<SSL_CTX, TlsContextDeleter>;

// The server's side of mutual TLS, from `keys/tls-ca.pem`, `tls-server.pem` and `tls-server.key` of
// `keys`: TLS 1.2 or newer, and nobody without a certificate of this authority. The error is one
// line that names the file and the mend.
tl::expected<TlsContext, std::string> mutualTls(const std::filesystem::path& keys);

// Makes what mutualTls() reads, when it is not there yet: an authority of our own (with its key
// `tls-ca.key`, by which `enrol` signs the kiosks' certificates) and a certificate for 127.0.0.1
// and localhost. EC P-256, private keys readable by their owner only.
tl::expected<void, std::string> provideTls(const std::filesystem::path& keys);

}  // namespace sandbox
