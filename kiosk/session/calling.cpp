// SPDX-License-Identifier: Apache-2.0
#include "calling.h"

#include "wording.h"

namespace session {
namespace {

using agent::Stage;
using namespace std::chrono_literals;

constexpr int minutesOfADay = 24 * 60;

std::set<std::string> idsOf(const Agents& agents) {
  std::set<std::string> ids;
  for (const agent::Agent& agent : agents.config().agents)
    ids.insert(agent.id);
  return ids;
}

agent::CallSettings settingsOf(const KioskConfig& config, const Agents& agents) {
  agent::CallSettings settings;
  settings.kiosk = config.kioskId;
  settings.agents = idsOf(agents);
  settings.firstRound = std::chrono::milliseconds(config.call.secondAgent).count();
  settings.secondRound = std::chrono::milliseconds(config.call.nobody).count();
  settings.unacknowledged = std::chrono::milliseconds(config.call.lineDown).count();
  return settings;
}

bool isOpen(Stage stage) {
  switch (stage) {
    case Stage::None:
    case Stage::CallBackBooked:
    case Stage::Withdrawn:
    case Stage::Ended:
      return false;
    default:
      return true;
  }
}

bool isTaken(Stage stage) {
  return stage == Stage::Answered || stage == Stage::OnTheWay || stage == Stage::Arrived;
}

}  // namespace

Calling::Calling(const KioskConfig& config, const Agents& agents, const Desk& desk,
                 const Words& words, agent::CallStore& store, agent::LinePort& line,
                 agent::Moment now, QObject* parent)
    : QObject(parent),
      m_config(config),
      m_agents(agents),
      m_desk(desk),
      m_words(words),
      m_now(now),
      m_caller(
          settingsOf(config, agents), store, line, [this] { look(); }, now),
      m_view(m_caller.view(now)) {
  m_state = stateNow();
  connect(&desk, &Desk::changed, this, &Calling::look);
}

bool Calling::open() const {
  return isOpen(m_view.stage);
}

void Calling::tick(agent::Moment now, int minute) {
  m_now = now;
  m_minute = minute;
  m_caller.tick(now);
  look();
}

void Calling::retell(const QString& callBack) {
  m_callBack = callBack;
  m_state = stateNow();
  emit changed();
}

std::chrono::milliseconds Calling::tickInterval() const {
  if (open()) return 1s;
  const auto due = m_caller.due();
  if (!due) return 60s;
  return std::chrono::milliseconds(std::clamp<std::int64_t>(*due - m_now.steady, 250, 60'000));
}

void Calling::doing(const agent::Doing& doing) {
  m_caller.doing(doing, m_now);
}

void Calling::endVisit(agent::VisitEnd end) {
  m_caller.endVisit(end, m_now);
}

void Calling::call() {
  if (open()) return;
  const auto called = m_caller.call(agent::CallKind::Help, m_now);
  m_notRecorded = !called && called.error() == agent::CallFault::NotRecorded;
  look();
}

void Calling::withdraw() {
  m_caller.withdraw(m_now);
  look();
}

bool Calling::bookCallBack(std::int64_t in, const crypto::Bytes& sealed, QString when) {
  if (!m_caller.bookCallBack(in, sealed, m_now)) return false;
  m_callBack = std::move(when);
  look();
  return true;
}

void Calling::look() {
  const agent::CallView view = m_caller.view(m_now);
  const bool news =
      isTaken(view.stage) && (view.stage != m_view.stage || view.agent != m_view.agent);
  const bool same = view == m_view;
  m_view = view;
  const QString state = stateNow();
  if (!same || state != m_state) {
    m_state = state;
    emit changed();
    emit tickIntervalChanged();
  }
  if (news) emit answered();
}

QString Calling::stateNow() const {
  const auto text = [&](const char* name) {
    return filled(QStringLiteral("call.state.") + QLatin1String(name));
  };
  if (isTaken(m_view.stage)) return text(m_view.stage == Stage::Arrived ? "here" : "coming");
  if (open()) return text(m_view.fallback ? "kept" : "sent");
  // What the line says counts; without one, the hours of the desk.
  if (m_view.lineDown || !m_view.known) return m_desk.state();
  if (!m_view.present.anybody()) return m_desk.openNow() ? text("nobody") : m_desk.state();
  if (m_view.before == 0) return text(m_view.present.available.empty() ? "busy" : "there");
  return text(m_view.before == 1 ? "one-before" : "before");
}

// The part of the texts that fits how the call stands.
QString Calling::key() const {
  if (m_notRecorded) return QStringLiteral("screens.call.not-recorded.");
  switch (m_view.stage) {
    case Stage::Answered:
      return QStringLiteral("screens.call.answered.");
    case Stage::OnTheWay:
      return QStringLiteral("screens.call.on-the-way.");
    case Stage::Arrived:
      return QStringLiteral("screens.call.arrived.");
    case Stage::Withdrawn:
    case Stage::Ended:
    case Stage::None:
      return QStringLiteral("screens.call.over.");
    case Stage::CallBackBooked:
      return QStringLiteral("screens.call.call-back.");
    default:
      break;
  }
  if (m_view.lineDown) return QStringLiteral("screens.call.cut.");
  if (m_view.stage == Stage::Nobody) {
    return m_view.known && !m_view.present.anybody() ? QStringLiteral("screens.call.closed.")
                                                     : QStringLiteral("screens.call.nobody.");
  }
  if (m_view.stage == Stage::SecondAsked && m_view.agent) {
    return QStringLiteral("screens.call.second.");
  }
  return m_view.stage == Stage::Leaving ? QStringLiteral("screens.call.leaving.")
                                        : QStringLiteral("screens.call.sent.");
}

// A text with what is known put in: {name}, {minutes}, {count}. A text may have a form for a man
// ("…-he") beside the usual one.
QString Calling::filled(const QString& key) const {
  const std::string agent = m_view.agent.value_or(std::string());
  QString form = key;
  if (m_agents.formOf(agent) == QLatin1String("he")) {
    const QString his = key + QStringLiteral("-he");
    if (!m_words.optionalText(his).isEmpty()) form = his;
  }
  return m_words.filled(
      form, {{QStringLiteral("name"), m_agents.nameOf(agent)},
             {QStringLiteral("minutes"), QString::number(m_view.minutesLeft.value_or(0))},
             {QStringLiteral("count"), QString::number(m_view.before)},
             {QStringLiteral("when"), m_callBack}});
}

QString Calling::title() const {
  return filled(key() + QStringLiteral("title"));
}

QString Calling::help() const {
  const int left = m_view.minutesLeft.value_or(0);
  if (m_view.stage == Stage::Answered && left < 2) {
    return filled(QStringLiteral("screens.call.answered.help-soon"));
  }
  return filled(key() + QStringLiteral("help"));
}

QString Calling::wait() const {
  const bool coming = m_view.stage == Stage::Answered || m_view.stage == Stage::OnTheWay;
  if (!coming || m_view.minutesLeft.value_or(0) < 1) return {};
  return filled(QStringLiteral("screens.call.wait"));
}

QString Calling::timeOf(std::int64_t age) const {
  const auto ago = static_cast<int>((age / 60) % minutesOfADay);
  return Wording(m_words).time((m_minute - ago + minutesOfADay) % minutesOfADay);
}

QList<CallRow> Calling::rows() const {
  QList<CallRow> rows;
  const auto add = [&](const char* name, std::optional<std::int64_t> age) {
    QString text = filled(QStringLiteral("screens.call.rows.") + QLatin1String(name));
    if (age) text += QStringLiteral(" · ") + timeOf(*age);
    rows.append({text, age.has_value()});
  };
  const auto& ages = m_view.ages;
  if (!open()) return rows;
  if (!ages.sent) {
    add("leaving", {});
    return rows;
  }
  add("sent", ages.sent);
  if (!isTaken(m_view.stage)) {
    if (m_view.stage == Stage::SecondAsked && m_view.agent) add("second", ages.secondAsked);
    add("awaited", {});
    return rows;
  }
  add("received", ages.answered);
  if (m_view.stage == Stage::Answered) add("will-come", {});
  if (ages.onTheWay || m_view.stage == Stage::OnTheWay) add("on-the-way", ages.onTheWay);
  if (m_view.stage == Stage::Arrived) add("arrived", ages.arrived);
  return rows;
}

QList<PanelNote> Calling::ways() const {
  QList<PanelNote> ways;
  if (!m_view.fallback && !m_notRecorded) return ways;
  const auto title = [&](const char* name) {
    return m_words.text(QStringLiteral("screens.call.ways.") + QLatin1String(name));
  };
  ways.append({title("desk"), m_desk.sentence()});
  if (!m_desk.telephone().isEmpty()) ways.append({title("telephone"), m_desk.telephone()});
  for (const agent::NextSite& site : m_agents.config().nextSites) {
    ways.append({title("next-site"), QString::fromStdString(site.name) + u'\n' +
                                         QString::fromStdString(site.telephone)});
  }
  return ways;
}

QString Calling::spoken() const {
  QStringList parts{title(), help()};
  for (const PanelNote& way : ways())
    parts.append(way.title + QStringLiteral(". ") + way.text);
  return parts.join(u'\n');
}

}  // namespace session
