// SPDX-License-Identifier: Apache-2.0
#include "walker.h"

#include <gtest/gtest.h>

namespace screens_test {
namespace {

QString typedFor(const session::StepView& step) {
  static const std::map<QString, QString> byStep = {{"birth-date", "1952-04-03"},
                                                    {"co-holder-birth-date", "1950-06-30"},
                                                    {"identity-birth-date", "1952-04-03"},
                                                    {"identity-expiry", "2029-01-01"},
                                                    {"first-registration", "2012-03-01"},
                                                    {"certificate-date", "2013-06-04"},
                                                    {"test-date", "2026-08-01"},
                                                    {"street-number", "12"},
                                                    {"floor", "2"},
                                                    {"building", "B"},
                                                    {"proof-date", "2026-09-15"},
                                                    {"host-proof-date", "2026-09-15"}};
  if (const auto found = byStep.find(step.id); found != byStep.end()) return found->second;
  static const std::map<QString, QString> byKeys = {
      {"plate", "AB123CD"},           {"code", "AB12C"},
      {"form-number", "2013BZ80335"}, {"name", "DE LA TOUR D'AUVERGNE"},
      {"text", "RUE DU 8 MAI 1945"},  {"phone", "0381000000"},
      {"postcode", "25200"},          {"power", "5"}};
  if (step.kind == "date") return "2026-11-10";
  if (step.kind == "town") return "MONTBELIARD";
  if (step.kind == "country") return "FR";
  const auto found = byKeys.find(step.keys);
  return found == byKeys.end() ? QStringLiteral("1") : found->second;
}

}  // namespace

QString Walker::choose(const session::StepView& step) {
  QString best;
  int least = -1;
  for (const session::OptionView& option : step.options) {
    const int tried = m_tried[step.id.toStdString() + ":" + option.id.toStdString()];
    if (least < 0 || tried < least) {
      least = tried;
      best = option.id;
    }
  }
  ++m_tried[step.id.toStdString() + ":" + best.toStdString()];
  return best;
}

bool Walker::answer(session::Session& session, const session::StepView& step) {
  if (step.kind == "declare" || step.kind == "inform") {
    if (!step.leadsTo.isEmpty()) return false;
    session.next();
    return true;
  }
  const QString typed = step.kind == "choice" ? choose(step) : typedFor(step);
  session.keep(typed);
  session.answer(typed);
  const session::StepView after = session.step();
  if (after.id == step.id && session.phase() == session::Session::Phase::Question) {
    ADD_FAILURE() << step.id.toStdString() << " does not take " << typed.toStdString() << ": "
                  << after.problem.toStdString();
    return false;
  }
  return true;
}

void Walker::walk(Rig& rig) {
  using Phase = session::Session::Phase;
  session::Session& session = rig.session();
  session.begin();
  for (int step = 0; step < 150; ++step) {
    rig.settle();
    const session::StepView view = session.step();
    const journey::Step* of = rig.configuration().procedure.find(view.id.toStdString());
    const std::string textId = of ? of->textId : view.id.toStdString();
    if (m_steps.insert(textId).second) m_seen(rig, textId);
    if (session.phase() == Phase::Question) {
      if (!answer(session, view)) return;
    } else if (session.phase() == Phase::Send) {
      return;
    } else {
      session.next();
      if (session.step().id == view.id) return;
    }
  }
}

}  // namespace screens_test
