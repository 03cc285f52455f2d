// SPDX-License-Identifier: Apache-2.0
#include "front.h"

#include <cstdio>
#include <exception>
#include <utility>

namespace desk {

using nlohmann::json;

namespace {

constexpr const char* jsonType = "application/json";

// What a browser sends along with a POST of our own page; of a foreign page it is another one.
bool isOwnPage(const httplib::Request& request) {
  const auto origin = request.get_header_value("Origin");
  const auto host = request.get_header_value("Host");
  const auto begin = origin.find("://");
  if (host.empty() || begin == std::string::npos) return false;
  const auto scheme = origin.substr(0, begin);
  return (scheme == "http" || scheme == "https") && origin.substr(begin + 3) == host;
}

// A name that a foreign page has pointed at this machine (DNS rebinding) is not one of these.
bool isLoopbackName(const std::string& host) {
  const auto name = host.substr(0, host.rfind(':'));
  return name == "127.0.0.1" || name == "localhost";
}

void addHeaders(httplib::Response& response, const std::string& policy) {
  response.set_header("Content-Security-Policy", policy);
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("X-Frame-Options", "DENY");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Permissions-Policy",
                      "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
}

void send(const Answer& answer, httplib::Response& response) {
  response.status = answer.status;
  response.set_header("Cache-Control", "no-store");
  response.set_content(answer.body.dump(-1, ' ', true, json::error_handler_t::replace), jsonType);
}

Answer fault(int status, const char* code) {
  return {status, {{"code", code}}};
}

}  // namespace

Front::Front(FrontParts parts)
    : m_parts(std::move(parts)),
      // Scripts, styles and fonts of this server alone, none inside of the page; WebAssembly for
      // libsodium; and no text ever becomes HTML or a script (Trusted Types).
      m_policy(
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
          "style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self' " +
          m_parts.line +
          "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          "require-trusted-types-for 'script'; trusted-types desk") {}

void Front::page(const httplib::Request& request, httplib::Response& response) {
  const auto found = m_parts.pages.find(request.path);
  if (found == m_parts.pages.end()) return send(fault(404, "no-such-page"), response);
  const auto& file = found->second;
  // Kept by the browser, but asked for again: a new version counts at the next opening.
  response.set_header("Cache-Control", "no-cache");
  response.set_header("ETag", file.tag);
  if (request.get_header_value("If-None-Match") == file.tag) {
    response.status = 304;
    return;
  }
  response.status = 200;
  response.set_content(file.content, file.type);
}

Answer Front::post(const httplib::Request& request) {
  const bool known = request.path == "/sign-in" || request.path == "/password" ||
                     request.path == "/resume" || request.path == "/sign-out" ||
                     request.path == "/open";
  if (!known) return fault(404, "no-such-page");
  if (!isOwnPage(request)) return fault(403, "foreign-page");
  const auto type = request.get_header_value("Content-Type");
  if (type.substr(0, type.find(';')) != jsonType) return fault(415, "wants-json");
  const auto asked = json::parse(request.body, nullptr, false);
  if (!asked.is_object()) return fault(400, "malformed");
  if (request.path == "/resume") return m_parts.signIn.resume(asked, m_parts.now());
  if (request.path == "/open") return m_parts.signIn.openCallBack(asked, m_parts.now());
  if (request.path == "/sign-out") return m_parts.signIn.signOut(asked);
  if (request.path == "/password")
    return m_parts.signIn.changePassword(asked, request.remote_addr, m_parts.now());
  return m_parts.signIn.signIn(asked, request.remote_addr, m_parts.now());
}

void Front::answer(const httplib::Request& request, httplib::Response& response) noexcept {
  try {
    addHeaders(response, m_policy);
    // The library refuses some requests by itself; only their body is ours.
    if (response.status >= 400) {
      const bool large = response.status == 413;
      return send(fault(response.status, large ? "too-large" : "malformed"), response);
    }
    if (m_parts.loopback && !isLoopbackName(request.get_header_value("Host")))
      return send(fault(421, "wrong-host"), response);
    if (request.method == "POST") return send(post(request), response);
    if (request.method != "GET" && request.method != "HEAD")
      return send(fault(405, "wrong-method"), response);
    if (request.path == "/site") return send({200, m_parts.site.facts()}, response);
    page(request, response);
  } catch (const std::exception& broken) {
    std::fprintf(stderr, "desk: a request could not be served: %s\n", broken.what());
    response.status = 500;
  }
}

}  // namespace desk
