// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "national/http_client.h"

namespace national {
namespace {

bool isPort(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHostCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_';
}

}  // namespace

std::string addressBreach(const std::string& url) {
  constexpr std::string_view secure = "https://";
  constexpr std::string_view plain = "http://";
  std::string_view rest = url;
  const bool isSecure = rest.substr(0, secure.size()) == secure;
  if (!isSecure && rest.substr(0, plain.size()) != plain) return "must begin with https://";
  rest.remove_prefix(isSecure ? secure.size() : plain.size());

  const std::string_view host = rest.substr(0, rest.find(':'));
  if (host.empty() || !std::all_of(host.begin(), host.end(), isHostCharacter))
    return "must be https://host:port without a path";
  if (host.size() < rest.size() && !isPort(rest.substr(host.size() + 1)))
    return "must end with a port number";
  if (!isSecure && host != "127.0.0.1") return "must be https:// for any machine but 127.0.0.1";
  return {};
}

}  // namespace national
