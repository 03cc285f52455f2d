// SPDX-License-Identifier: Apache-2.0
// Weeks of a kiosk in seconds: time is moved by hand, the service is hostile by a seeded chance,
// the clock jumps, the courier is started again and again. KIOSK_SUBMISSIONS in the environment
// goes deeper than 20,000.
#include <cstdlib>

#include "model_service.h"
#include "outbox/departures.h"
#include "outbox/rounds.h"

namespace {

using namespace outbox;
using namespace outbox_test;

constexpr std::int64_t start = 1'795'000'000'000;

class Kiosk {
 public:
  explicit Kiosk(unsigned seed)
      : m_random(seed),
        m_outbox(provisioned(m_folder.path())),
        m_departures(m_outbox),
        m_service(m_sides, m_random, 250) {
    startCourier();
  }

  void live(int submissions) {
    while (m_recorded.size() < static_cast<std::size_t>(submissions)) {
      record();
      m_now += static_cast<std::int64_t>(m_random() % 600'000);
      if (m_random() % 200 == 0) jumpClock();
      work(m_now);
      if (m_random() % 50 == 0) startCourier();
    }
    m_service.heal();
    for (int day = 0; day < 3; ++day) {
      startCourier();
      m_now += 86'400'000;
      work(m_now);
    }
  }

  void expectExactlyOnce() {
    const auto counts = m_outbox.counts().value();
    EXPECT_EQ(counts.waiting + counts.refused + counts.stopped, 0);
    EXPECT_EQ(m_service.registrations().size(), m_recorded.size());
    for (const auto& id : m_recorded) {
      const auto found = m_service.registrations().find(id);
      ASSERT_NE(found, m_service.registrations().end()) << id << " is lost";
      EXPECT_EQ(found->second, 1) << id;
    }
    EXPECT_TRUE(Outbox::open(m_folder.path(), Check::Whole));
  }

  [[nodiscard]] long calls() const { return m_service.calls(); }

 private:
  void record() {
    std::vector<std::size_t> files;
    if (m_random() % 20 == 0) files.push_back(m_random() % 600'000 + 1);
    const auto parcel = m_sides.parcel(crypto::uuidV7(m_now), files);
    ASSERT_TRUE(m_outbox.record(parcel, m_now));
    m_recorded.push_back(parcel.requestId);
  }

  void startCourier() {
    ASSERT_TRUE(m_departures.releaseStopped());
    ASSERT_TRUE(m_departures.tidy(20));
    m_rounds.emplace(
        m_departures, m_service, m_sides.national,
        Surroundings{[this] { return m_now; },
                     [this](std::uint64_t bound) { return bound == 0 ? 0 : m_random() % bound; },
                     [](const std::string&) {}});
  }

  // All that becomes due until then, at its own moment. Not without end: whoever spins is found
  // out.
  void work(std::int64_t until) {
    for (int tries = 0; tries < 20'000; ++tries) {
      if (m_rounds->once().value() == Rounds::Went::Tried) continue;
      const auto next = m_rounds->nextDue().value();
      if (!next || *next > until) return;
      m_now = std::max(m_now + 1, *next);
    }
    FAIL() << "the courier does not rest";
  }

  void jumpClock() {
    constexpr std::int64_t year = 31'557'600'000;
    m_now += (m_random() % 2 == 0 ? 1 : -1) * static_cast<std::int64_t>(m_random() % 10) * year;
  }

  std::mt19937_64 m_random;
  const TemporaryFolder m_folder;
  const TwoSides m_sides;
  Outbox m_outbox;
  Departures m_departures;
  HostileService m_service;
  std::optional<Rounds> m_rounds;
  std::vector<std::string> m_recorded;
  std::int64_t m_now = start;
};

class Simulation : public ::testing::TestWithParam<unsigned> {};

TEST_P(Simulation, EachSubmissionEndsWithExactlyOneRecord) {
  const char* asked = std::getenv("KIOSK_SUBMISSIONS");
  const int submissions = (asked == nullptr ? 20'000 : std::atoi(asked)) / 4;
  Kiosk kiosk(GetParam());
  kiosk.live(submissions);
  kiosk.expectExactlyOnce();
  std::printf("simulation seed=%u submissions=%d calls=%ld\n", GetParam(), submissions,
              kiosk.calls());
}

INSTANTIATE_TEST_SUITE_P(Seeds, Simulation, ::testing::Values(1U, 2U, 3U, 4U));

}  // namespace
