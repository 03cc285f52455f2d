// SPDX-License-Identifier: Apache-2.0
#include "agent/line.h"

#include <poll.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "agent/kept.h"
#include "agent/mqtt_client.h"
#include "agent/post.h"
#include "agent/probe.h"
#include "agent/topics.h"
#include "crypto/crypto.h"

namespace agent {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// How long an end waits for what is on its way.
constexpr milliseconds farewell{1'000};

// How long a message lay at the broker.
std::int64_t layFor(std::optional<std::uint32_t> left, std::chrono::seconds expiry) {
  return left ? std::max<std::int64_t>(expiry.count() - *left, 0) : 0;
}

}  // namespace

// Lives as long as its thread, which may outlast the Line by one look-up of a name.
class Line::Work : public MqttClient::Listener {
 public:
  Work(LineSettings settings, LineEvents events, Executor executor)
      : m_settings(std::move(settings)), m_post(std::move(events), std::move(executor)) {}

  [[nodiscard]] Post& post() { return m_post; }
  [[nodiscard]] LineCounts counts() const { return {m_connections, m_refused, m_post.wakeUps()}; }
  void run();

 private:
  void log(const std::string& line);
  bool connect();
  void serve();
  void takeInbox();
  bool sendKept();
  bool publish(Kept::Message& message);
  bool subscribe();
  bool breathe(bool readable);
  [[nodiscard]] std::optional<Clock::time_point> wanted() const;
  [[nodiscard]] Clock::time_point quietSince() const;
  void lost(const std::string& why);

  void onConnect(int reason) override;
  void onPublished(int number, int reason) override;
  void onMessage(std::string_view topic, std::string_view payload,
                 std::optional<std::uint32_t> expiry) override;
  void refuse(const std::string& what);

  const LineSettings m_settings;
  Post m_post;
  std::atomic<std::uint64_t> m_connections = 0, m_refused = 0;

  // The thread's own.
  std::optional<MqttClient> m_client;
  Kept m_kept;
  bool m_accepted = false;  // CONNACK came
  bool m_subscribed = false;
  bool m_broken = false;  // a callback found it so
  int m_attempt = 0;
  Clock::time_point m_began, m_heard, m_breathed;
  std::optional<Clock::time_point> m_pinged, m_farewell;
  std::string m_lastLog;
};

// The same reason again and again is told once.
void Line::Work::log(const std::string& line) {
  if (line == m_lastLog) return;
  m_lastLog = line;
  m_post.tell([line](const LineEvents& events) {
    if (events.log) events.log("line: " + line);
  });
}

bool Line::Work::connect() {
  m_accepted = m_subscribed = m_broken = false;
  m_pinged.reset();
  const auto ready = [this](int descriptor, milliseconds wait) {
    takeInbox();
    return m_post.sleep(descriptor, POLLOUT, wait) != 0;
  };
  if (!answers(m_settings.host, m_settings.port, Clock::now() + m_settings.patience, ready,
               [this] { return m_post.stopped(); })) {
    log("no broker answers");
    return false;
  }
  m_client.emplace(m_settings, *this);
  const auto done = m_client->connect();
  if (!done) log("no connection: " + done.error());
  m_began = m_heard = m_breathed = Clock::now();
  return done.has_value();
}

void Line::Work::takeInbox() {
  for (auto& message : m_post.take())
    for (auto& out : m_kept.add(std::move(message)))
      // What the owner gave is destroyed where the owner is.
      m_post.tell([done = std::move(out.acknowledged)](const LineEvents&) {});
}

bool Line::Work::publish(Kept::Message& message) {
  constexpr const char* topics[] = {"status", "call", "guide", "count"};
  constexpr std::optional<std::chrono::seconds> expiries[] = {
      statusExpiry, callExpiry, guideExpiry, {}};
  const auto kind = message.payload.index();
  const auto now = Clock::now();
  const Text text = textOf(message, now);
  if (!text) {
    refuse(std::string("our own ") + topics[kind] + " at " + text.error());
    m_kept.drop(message);
    return true;
  }
  const auto number = m_client->publish(kioskTopic(m_settings.site, m_settings.kiosk, topics[kind]),
                                        *text, kind == 0, expiries[kind]);
  if (number) m_kept.sent(message, *number, now);
  return number.has_value();
}

bool Line::Work::sendKept() {
  if (!m_accepted) return true;
  for (auto* message : m_kept.unsent(Clock::now()))
    if (!publish(*message)) return false;
  return true;
}

bool Line::Work::subscribe() {
  m_subscribed = true;
  const std::string& site = m_settings.site;
  const std::string topics[] = {deskTopic(site, "+"), kioskTopic(site, "+", "status"),
                                kioskTopic(site, m_settings.kiosk, "answer"),
                                kioskTopic(site, m_settings.kiosk, "guide")};
  for (const auto& topic : topics)
    if (!m_client->subscribe(topic)) return false;
  return true;
}

// Since when libmosquitto may have to keep the connection alive. Not again while it has asked.
Clock::time_point Line::Work::quietSince() const {
  return m_pinged ? m_breathed : std::min(m_heard, m_breathed);
}

// When this thread has to look again though nothing comes.
std::optional<Clock::time_point> Line::Work::wanted() const {
  if (!m_accepted) return m_began + m_settings.patience;
  // libmosquitto counts in whole seconds.
  auto first = quietSince() + m_settings.keepalive + std::chrono::seconds(1);
  if (m_pinged) first = std::min(first, *m_pinged + m_settings.patience);
  if (const auto sent = m_kept.waitingSince()) first = std::min(first, *sent + m_settings.patience);
  if (m_farewell) first = std::min(first, *m_farewell);
  return first;
}

// One turn of the client; false when the connection is no more.
bool Line::Work::breathe(bool readable) {
  const auto now = Clock::now();
  if (readable) {
    m_heard = now;
    m_pinged.reset();
  }
  const auto done = m_client->turn();
  if (now - m_breathed > m_settings.keepalive) m_breathed = now;
  // So long after the last word, libmosquitto has asked whether the broker is there.
  if (now - m_heard > m_settings.keepalive && !m_pinged) m_pinged = now;
  if (!done) lost(done.error());
  return done && !m_broken;
}

void Line::Work::lost(const std::string& why) {
  log("connection lost: " + why);
}

void Line::Work::serve() {
  while (true) {
    takeInbox();
    if (m_accepted && !m_subscribed && !subscribe()) return lost("cannot subscribe");
    if (!sendKept()) return lost("cannot publish");
    const auto now = Clock::now();
    if (m_post.stopped()) {
      if (!m_farewell) m_farewell = now + farewell;
      if (!m_accepted || !m_kept.outstanding() || now >= *m_farewell) return;
    }
    if (!m_accepted && now - m_began >= m_settings.patience) return lost("no CONNACK");
    if (m_pinged && now - *m_pinged >= m_settings.patience) return lost("no PINGRESP");
    const auto sent = m_kept.waitingSince();
    if (sent && now - *sent >= m_settings.patience) return lost("no PUBACK");
    const auto until = wanted().value_or(now + m_settings.keepalive);
    const int socket = m_client->socket();
    if (socket < 0) return lost("socket closed");
    const auto events = static_cast<short>(POLLIN | (m_client->wantsToWrite() ? POLLOUT : 0));
    const short ready = m_post.sleep(socket, events, std::chrono::ceil<milliseconds>(until - now));
    const bool due = Clock::now() - quietSince() > m_settings.keepalive;
    if ((ready != 0 || due) && !breathe((ready & POLLIN) != 0)) return;
  }
}

void Line::Work::run() {
  while (!m_post.stopped()) {
    const bool connecting = connect();
    if (connecting) serve();
    const bool was = std::exchange(m_accepted, false);
    m_client.reset();
    m_kept.connectionLost();
    if (was)
      m_post.tell([](const LineEvents& events) {
        if (events.connected) events.connected(false);
      });
    const auto end = Clock::now() + waitBefore(m_attempt++, m_settings.firstWait,
                                               m_settings.longestWait, crypto::randomBelow);
    while (!m_post.stopped() && Clock::now() < end) {
      takeInbox();
      m_post.sleep(-1, 0, std::chrono::ceil<milliseconds>(end - Clock::now()));
    }
  }
  m_post.done();
}

void Line::Work::onConnect(int reason) {
  if (reason != 0) {
    m_broken = true;
    return log("the broker refused us (reason " + std::to_string(reason) + ")");
  }
  m_accepted = true;
  m_attempt = 0;
  ++m_connections;
  log("connected");
  m_post.tell([](const LineEvents& events) {
    if (events.connected) events.connected(true);
  });
}

void Line::Work::onPublished(int number, int reason) {
  if (reason >= 0x80) {
    // Asking again would not change its mind; nobody is told that it was taken.
    log("the broker took no message of ours (reason " + std::to_string(reason) + ")");
    return m_kept.refused(number);
  }
  if (auto done = m_kept.acknowledged(number); done && *done)
    m_post.tell([done = std::move(*done)](const LineEvents&) { done(); });
}

void Line::Work::refuse(const std::string& what) {
  ++m_refused;
  log("dropped " + what);
}

void Line::Work::onMessage(std::string_view name, std::string_view text,
                           std::optional<std::uint32_t> expiry) {
  const auto topic = topicOf(name);
  if (!topic || topic->site != m_settings.site) return refuse("a message of another topic");
  const auto refuseAt = [&](const std::string& place) { refuse(topic->what + " at " + place); };
  if (topic->what == "status") {
    const std::int64_t lay = layFor(expiry, statusExpiry);
    const auto hand = [&](auto parse, auto event) {
      using Status = typename decltype(parse(text))::value_type;
      // Cleared: whoever it was is gone.
      auto status = text.empty() ? Parsed<Status>(Status{}) : parse(text);
      if (!status) return refuseAt(status.error());
      grow(*status, lay);
      m_post.tell([who = topic->who, event, one = std::move(*status)](const LineEvents& events) {
        if (events.*event) (events.*event)(who, one);
      });
    };
    if (topic->ofDesk) return hand(parseDeskStatus, &LineEvents::desk);
    return hand(parseKioskStatus, &LineEvents::kiosk);
  }
  if (topic->ofDesk || topic->who != m_settings.kiosk) return refuseAt("another's topic");
  if (topic->what == "answer") {
    auto answer = parseAnswer(text);
    if (!answer) return refuseAt(answer.error());
    m_post.tell(
        [one = std::move(*answer), lay = layFor(expiry, callExpiry)](const LineEvents& events) {
          if (events.answer) events.answer(one, lay);
        });
  } else if (topic->what == "guide") {
    auto envelope = parseGuideEnvelope(text);
    if (!envelope) return refuseAt(envelope.error());
    if (envelope->from != Side::Desk) return;
    m_post.tell([one = std::move(*envelope)](const LineEvents& events) {
      if (events.guide) events.guide(one);
    });
  } else {
    refuse("a message of another topic");
  }
}

Line::Line(LineSettings settings, LineEvents events, Executor executor)
    : m_work(std::make_shared<Work>(std::move(settings), std::move(events), std::move(executor))) {
  // Detached: it ends by itself once it is asked to, and holds all that it needs.
  std::thread([work = m_work] { work->run(); }).detach();
}

Line::~Line() {
  m_work->post().end();
}

void Line::publishStatus(const KioskStatus& status, Acknowledged acknowledged) {
  m_work->post().give(status, std::move(acknowledged));
}

void Line::publishCall(const CallEvent& event, Acknowledged acknowledged) {
  m_work->post().give(event, std::move(acknowledged));
}

void Line::publishGuide(const GuideEnvelope& envelope, Acknowledged acknowledged) {
  m_work->post().give(envelope, std::move(acknowledged));
}

void Line::publishCount(const Count& count, Acknowledged acknowledged) {
  m_work->post().give(count, std::move(acknowledged));
}

LineCounts Line::counts() const {
  return m_work->counts();
}

}  // namespace agent
