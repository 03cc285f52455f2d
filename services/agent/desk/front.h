// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include <httplib.h>

#include "pages.h"
#include "sign_in.h"

namespace desk {

struct FrontParts {
  const Site& site;
  const Pages& pages;
  SignIn& signIn;
  std::string line;              // the one other address that the page may talk to
  bool loopback = true;          // bound to 127.0.0.1: asked under another name, nothing is given
  std::function<Seconds()> now;  // seconds since 1970
};

// Between HTTP and what the desk knows: page files, GET /site, POST /sign-in, /password,
// /resume, /open and /sign-out, with the headers that keep foreign pages and foreign scripts out.
// Calls may come from every thread; answers without throwing.
class Front {
 public:
  explicit Front(FrontParts parts);
  void answer(const httplib::Request& request, httplib::Response& response) noexcept;

 private:
  void page(const httplib::Request& request, httplib::Response& response);
  Answer post(const httplib::Request& request);

  FrontParts m_parts;
  std::string m_policy;
};

}  // namespace desk
