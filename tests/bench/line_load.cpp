// SPDX-License-Identifier: Apache-2.0
// line_load SETTING.json: thousands of kiosks and hundreds of desk pages on one broker (or on two
// with a bridge between them), in one thread. Each call is timed from the kiosk's sending to each
// page that hears it, each first answer back to the kiosk. Ends by itself: with the last phase, or
// with status 1 after five minutes or at the first connection that breaks. A JSON line on stdout
// before and after each phase.
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <sstream>

#include <nlohmann/json.hpp>

#include "agent/messages.h"
#include "agent/topics.h"
#include "bench_certificates.h"
#include "mqtt_peer.h"

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr unsigned longestRun = 300;  // seconds
constexpr std::size_t atOnce = 64;    // connections being made
constexpr seconds settling{3};        // after a phase, for what is still on its way
constexpr rlim_t descriptors = 16'384;
constexpr std::uint64_t seed = 19;

struct Desk {
  std::size_t group = 0;
  std::string agent, site;
};

struct Call {
  std::size_t kiosk = 0;
  Clock::time_point sent, answerSent;
  std::map<std::size_t, int> heard;  // by peer
  int answers = 0;
};

struct Event {
  Clock::time_point at;
  std::size_t kiosk;
  bool call;
};

double millisecondsSince(Clock::time_point then) {
  return std::chrono::duration<double, std::milli>(Clock::now() - then).count();
}

// A UUIDv7 in form; its end is the number.
std::string idOf(std::size_t number) {
  std::ostringstream text;
  text << "00000000-0000-7000-8000-" << std::hex << std::setw(12) << std::setfill('0') << number;
  return text.str();
}

agent::KioskStatus statusOf(agent::KioskState state) {
  agent::KioskStatus status;
  status.state = state;
  if (state == agent::KioskState::Online) return status;
  status.step = "plate";
  status.chapter = 3;
  status.chapters = 8;
  return status;
}

class Load {
 public:
  explicit Load(const json& setting);
  void run();

 private:
  [[nodiscard]] bool isKiosk(std::size_t number) const { return number < m_kiosks; }
  [[nodiscard]] const std::string& siteOf(std::size_t kiosk) const {
    return m_sites[kiosk % m_sites.size()];
  }
  [[nodiscard]] static std::string nameOf(std::size_t kiosk) { return "k" + std::to_string(kiosk); }
  [[nodiscard]] std::string topicOf(std::size_t kiosk, const char* what) const {
    return agent::kioskTopic(siteOf(kiosk), nameOf(kiosk), what);
  }
  Peer::Setting kioskSetting(std::size_t number);
  Peer::Setting deskSetting(std::size_t number) const;
  void connectAll();
  void turn(milliseconds wait);
  void ready(Peer& peer);
  void message(Peer& peer, std::string_view topic, std::string_view payload);
  void status(std::size_t kiosk, agent::KioskStatus status);
  void call(std::size_t kiosk, std::size_t number, agent::CallState state);
  void begin(std::size_t kiosk);
  void heard(Peer& desk, std::string_view topic, std::size_t number);
  void phase(const json& phase);
  void report(const json& phase, std::size_t first) const;

  const json m_setting;
  const std::size_t m_kiosks;
  const std::vector<std::string> m_sites;
  std::vector<Desk> m_desks;
  Certificates m_certificates;
  Peer::Events m_events;
  std::vector<std::unique_ptr<Peer>> m_peers;  // kiosks, then desks
  int m_poll = ::epoll_create1(EPOLL_CLOEXEC);
  std::size_t m_ready = 0;
  std::vector<Call> m_calls;
  std::vector<std::vector<double>> m_latencies;  // by group
  std::vector<double> m_answers, m_late;
  std::uint64_t m_received = 0;
  Clock::time_point m_looked;
  std::mt19937_64 m_random{seed};
};

Load::Load(const json& setting)
    : m_setting(setting),
      m_kiosks(setting.at("kiosks")),
      m_sites(setting.at("sites").get<std::vector<std::string>>()),
      m_certificates(setting.at("authority"), setting.at("authorityKey")),
      m_latencies(setting.at("groups").size()) {
  for (std::size_t group = 0; group < setting.at("groups").size(); ++group)
    for (const auto& one : setting["groups"][group].at("desks"))
      m_desks.push_back({group, one.at("agent"), one.at("site")});
  m_events.ready = [this](Peer& peer) { ready(peer); };
  m_events.message = [this](Peer& peer, auto topic, auto payload) {
    message(peer, topic, payload);
  };
}

Peer::Setting Load::kioskSetting(std::size_t number) {
  Peer::Setting setting;
  setting.port = m_setting.at("port");
  setting.tls = m_certificates.context();
  setting.certificate = m_certificates.of(nameOf(number));
  setting.id = nameOf(number) + "-" + std::string(32, 'a');
  setting.willTopic = topicOf(number, "status");
  setting.willText = agent::toJson(agent::KioskStatus{}).value();
  setting.willDelay = 20;
  setting.sessionExpiry = 300;
  setting.keepalive = 15;
  const auto& site = siteOf(number);
  setting.topics = {agent::deskTopic(site, "+"), agent::kioskTopic(site, "+", "status"),
                    topicOf(number, "answer"), topicOf(number, "guide")};
  return setting;
}

Peer::Setting Load::deskSetting(std::size_t number) const {
  const Desk& desk = m_desks[number - m_kiosks];
  const auto& group = m_setting.at("groups")[desk.group];
  Peer::Setting setting;
  setting.port = group.at("port");
  setting.id = "desk-" + desk.agent + "-" + std::to_string(number);
  setting.user = desk.agent;
  setting.secret = group.at("secrets").at(desk.agent);
  setting.willTopic = agent::deskTopic(desk.site, desk.agent);
  setting.willText = agent::toJson(agent::DeskStatus{}).value();
  setting.keepalive = 10;
  setting.topics = {agent::kioskTopic(desk.site, "+", "status"),
                    agent::kioskTopic(desk.site, "+", "call"), agent::deskTopic(desk.site, "+")};
  return setting;
}

void Load::connectAll() {
  const auto began = Clock::now();
  while (m_ready < m_kiosks + m_desks.size()) {
    while (m_peers.size() < m_kiosks + m_desks.size() && m_peers.size() < m_ready + atOnce) {
      const auto number = m_peers.size();
      m_peers.push_back(std::make_unique<Peer>(
          number, isKiosk(number) ? kioskSetting(number) : deskSetting(number), m_events));
      epoll_event event{EPOLLIN, {.u64 = number}};
      ::epoll_ctl(m_poll, EPOLL_CTL_ADD, m_peers.back()->socket(), &event);
    }
    turn(milliseconds(20));
  }
  std::cout << json{{"connected", m_peers.size()}, {"ms", millisecondsSince(began)}} << std::endl;
}

void Load::turn(milliseconds wait) {
  epoll_event events[256];
  const int count = ::epoll_wait(m_poll, events, 256, static_cast<int>(wait.count()));
  for (int i = 0; i < count; ++i)
    m_peers[events[i].data.u64]->turn();
  const auto now = Clock::now();
  if (now - m_looked < seconds(1)) return;
  m_looked = now;
  for (auto& peer : m_peers) {
    peer->keepAlive(now);
    // What a full socket left.
    if (peer->wantsToWrite()) peer->turn();
  }
}

void Load::ready(Peer& peer) {
  ++m_ready;
  if (isKiosk(peer.number())) return status(peer.number(), statusOf(agent::KioskState::Online));
  const Desk& desk = m_desks[peer.number() - m_kiosks];
  agent::DeskStatus there;
  there.state = agent::DeskState::Available;
  peer.publish(agent::deskTopic(desk.site, desk.agent), agent::toJson(there).value(), true, 86'400);
}

void Load::status(std::size_t kiosk, agent::KioskStatus status) {
  m_peers[kiosk]->publish(topicOf(kiosk, "status"), agent::toJson(status).value(), true, 86'400);
}

// The open call in the status, and the event that rings, as Caller has them.
void Load::call(std::size_t kiosk, std::size_t number, agent::CallState state) {
  agent::KioskStatus now = statusOf(agent::KioskState::Help);
  now.call.emplace();
  now.call->call = idOf(number);
  now.call->state = state;
  agent::CallEvent rings;
  rings.call = idOf(number);
  rings.state = state;
  rings.step = now.step;
  rings.chapter = now.chapter;
  const auto event = agent::toJson(rings);
  const auto open = agent::toJson(now);
  if (state == agent::CallState::Waiting) m_calls[number].sent = Clock::now();
  m_peers[kiosk]->publish(topicOf(kiosk, "status"), open.value(), true, 86'400);
  m_peers[kiosk]->publish(topicOf(kiosk, "call"), event.value(), false, 1'800);
}

void Load::begin(std::size_t kiosk) {
  m_calls.push_back({});
  m_calls.back().kiosk = kiosk;
  call(kiosk, m_calls.size() - 1, agent::CallState::Waiting);
}

void Load::heard(Peer& desk, std::string_view, std::size_t number) {
  Call& one = m_calls.at(number);
  const Desk& who = m_desks[desk.number() - m_kiosks];
  if (++one.heard[desk.number()] > 1) return;
  m_latencies[who.group].push_back(millisecondsSince(one.sent));
  if (who.group + 1 != m_latencies.size() || one.answerSent != Clock::time_point{}) return;
  // The first page of the last group answers.
  one.answerSent = Clock::now();
  agent::Answer answer{idOf(number), who.agent, agent::AnswerAction::Coming, 3, {}};
  desk.publish(topicOf(one.kiosk, "answer"), agent::toJson(answer).value(), false, 1'800);
}

void Load::message(Peer& peer, std::string_view topic, std::string_view payload) {
  ++m_received;
  const bool event = topic.ends_with("/call"), answer = topic.ends_with("/answer");
  if (!event && !answer) return;
  const auto read = json::parse(payload, nullptr, false);
  const auto number = std::stoull(read.at("call").get<std::string>().substr(24), nullptr, 16);
  if (event && read.at("state") == "waiting") heard(peer, topic, number);
  if (!answer) return;
  if (++m_calls.at(number).answers > 1) return;
  m_answers.push_back(millisecondsSince(m_calls[number].answerSent));
  call(peer.number(), number, agent::CallState::Answered);
}

void Load::phase(const json& phase) {
  const milliseconds length = seconds(phase.at("seconds").get<int>());
  std::vector<Event> plan;
  std::uniform_int_distribution<std::int64_t> when(0, length.count() * 1000);
  std::uniform_int_distribution<std::size_t> who(0, m_kiosks - 1);
  const auto began = Clock::now();
  const auto add = [&](std::size_t count, bool isCall) {
    for (std::size_t i = 0; i < count; ++i)
      plan.push_back({began + std::chrono::microseconds(when(m_random)),
                      count == m_kiosks ? i : who(m_random), isCall});
  };
  add(phase.at("calls"), true);
  add(phase.at("statuses"), false);
  std::ranges::sort(plan, {}, &Event::at);
  const auto first = m_calls.size();
  for (auto* list : {&m_answers, &m_late})
    list->clear();
  for (auto& list : m_latencies)
    list.clear();
  m_received = 0;
  std::cout << json{{"begins", phase.at("name")}} << std::endl;
  const auto busy = statusOf(agent::KioskState::Busy);
  for (std::size_t next = 0; next < plan.size() || Clock::now() < began + length;) {
    const auto now = Clock::now();
    for (; next < plan.size() && plan[next].at <= now; ++next) {
      m_late.push_back(millisecondsSince(plan[next].at));
      if (plan[next].call)
        begin(plan[next].kiosk);
      else
        status(plan[next].kiosk, busy);
    }
    turn(std::chrono::ceil<milliseconds>(
        std::clamp<Clock::duration>(next < plan.size() ? plan[next].at - now : seconds(1),
                                    Clock::duration::zero(), milliseconds(100))));
  }
  std::cout << json{{"ends", phase.at("name")}, {"received", m_received}} << std::endl;
  for (const auto until = Clock::now() + settling; Clock::now() < until;)
    turn(milliseconds(50));
  report(phase, first);
}

void Load::report(const json& phase, std::size_t first) const {
  std::size_t wanted = 0, lost = 0, twice = 0, unanswered = 0;
  for (std::size_t number = first; number < m_calls.size(); ++number) {
    const Call& one = m_calls[number];
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
      if (m_desks[i].site != siteOf(one.kiosk)) continue;
      ++wanted;
      const auto found = one.heard.find(m_kiosks + i);
      lost += found == one.heard.end();
      twice += found != one.heard.end() && found->second > 1;
    }
    unanswered += one.answers == 0;
    twice += one.answers > 1;
  }
  std::uint64_t refused = 0;
  for (const auto& peer : m_peers)
    refused += peer->refused();
  std::cout << json{{"phase", phase.at("name")},
                    {"calls", m_calls.size() - first},
                    {"wanted", wanted},
                    {"lost", lost},
                    {"twice", twice},
                    {"unanswered", unanswered},
                    {"refused", refused},
                    {"latencies", m_latencies},
                    {"answers", m_answers},
                    {"late", m_late}}
            << std::endl;
}

void Load::run() {
  connectAll();
  for (const auto until = Clock::now() + settling; Clock::now() < until;)
    turn(milliseconds(50));
  for (const auto& one : m_setting.at("phases"))
    phase(one);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  ::alarm(longestRun);
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = std::min(descriptors, limit.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &limit);
  std::ifstream file(arguments[1]);
  Load(json::parse(file)).run();
  return 0;
}
