// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

// Sylvie beside somebody, for what is about mandates.
namespace session_test {

inline session::Signature drawing() {
  session::Signature signature;
  signature.height = 0.4;
  signature.strokes = {QPolygonF({{0.1, 0.2}, {0.3, 0.1}, {0.5, 0.3}}),
                       QPolygonF({{0.4, 0.1}, {0.6, 0.2}})};
  return signature;
}

class Acting : public testing::Test {
 protected:
  void open(const std::string& step) {
    rig.walk("alone-with-a-code", step);
    rig.visit().panel().open("1042", "2580");
    ASSERT_EQ(rig.visit().panel().state(), session::AgentPanel::State::Open);
  }
  session::Mandate& mandate() { return rig.visit().mandate(); }
  session::AgentPanel& panel() { return rig.visit().panel(); }

  // As the person and Sylvie do it at the plate: the name is asked for.
  void sign(const char* length) {
    mandate().make();
    ASSERT_EQ(rig.session().overlay(), session::Session::Overlay::MandateSigning);
    mandate().takeName(QStringLiteral("Rolande Durand"));
    mandate().choose(QLatin1String(length));
    mandate().agree();
    mandate().sign(drawing());
    mandate().signWithName();
  }
  // Of Sylvie, as if it had been signed another day.
  std::string recorded(const char* first, const char* last, const char* agent = "sylvie",
                       const char* procedure = "change-of-holder") {
    const std::string number = *rig.mandates.freshNumber();
    EXPECT_TRUE(rig.mandates.add(
        {number, agent, procedure, *journey::parseIsoDate(first), *journey::parseIsoDate(last)}));
    return number;
  }
  void use(const std::string& number) {
    mandate().useForAbsent();
    ASSERT_EQ(rig.session().overlay(), session::Session::Overlay::MandateNumber);
    mandate().giveNumber(QString::fromStdString(number));
  }
  int count(session::Act act) const {
    return static_cast<int>(std::count_if(rig.book.entries.begin(), rig.book.entries.end(),
                                          [&](const auto& entry) { return entry.act == act; }));
  }
  QString problem(const char* key) {
    return rig.visit().words().text(QStringLiteral("screens.mandate.problems.") +
                                    QLatin1String(key));
  }

  Rig rig;
};

}  // namespace session_test
