// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "agent/desk/accounts.h"
#include "agent/desk/site.h"

namespace desk {

// A state folder of its own for each test, and a site of two agents.
class DeskFolder : public testing::Test {
 protected:
  void SetUp() override {
    auto name = (std::filesystem::temp_directory_path() / "desk-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    m_state = name;
    m_site.id = "montbeliard";
    m_site.name = "Maison de services";
    m_site.agents = {{"sylvie", "Sylvie"}, {"karim", "Karim"}};
    std::ofstream(m_state / "secrets.json")
        << R"({"sylvie": "secret-of-sylvie", "karim": "secret-of-karim"})";
  }
  void TearDown() override { std::filesystem::remove_all(m_state); }

  std::string text(const std::string& file) const {
    std::ostringstream whole;
    whole << std::ifstream(m_state / file).rdbuf();
    return whole.str();
  }

  // libsodium's least, so that the tests are fast.
  static constexpr crypto::PasswordCost cheap{8192, 1};
  std::filesystem::path m_state;
  Site m_site;
};

}  // namespace desk
