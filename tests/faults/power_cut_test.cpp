// SPDX-License-Identifier: Apache-2.0
// The power goes at any moment of recording and delivering, with what was not synced dropped, kept,
// reordered or torn. Each disk that may be left is opened: what was acknowledged is there, whole;
// nothing is corrupt. KIOSK_POWER_CUT_IMAGES in the environment goes deeper than the 20,000 of a
// normal run.
#include <cstdlib>
#include <map>
#include <set>

#include "../outbox/fixture.h"
#include "disk_images.h"
#include "outbox/departures.h"

namespace {

using namespace outbox;
using namespace outbox_test;
using power_cut::Disk;
using power_cut::Loss;
using power_cut::Random;

constexpr std::int64_t now = 1'795'000'000'000;

// What was promised, after so many events.
struct Promise {
  std::size_t after = 0;
  std::string requestId;
  bool delivered = false;
};

// One stretch of a kiosk's life, as its disk saw it.
struct Story {
  std::vector<shim::Event> events;
  std::vector<Promise> promises;
  std::map<std::string, std::size_t>
      delivering;  // from which event on its receipt is being written
};

class Teller {
 public:
  Teller(const std::filesystem::path& state, Random& random) : m_state(state), m_random(random) {}

  Story tell(int chapters) {
    shim::Hooks hooks;
    hooks.after = [this](const shim::Event& event) { m_story.events.push_back(event); };
    const shim::Installed installed(hooks);
    for (int i = 0; i < chapters; ++i)
      chapter();
    return std::move(m_story);
  }

 private:
  // A screen's process and a courier that come and go, as programs do.
  void chapter() {
    auto kiosk = Outbox::open(m_state, Check::Quick).value();
    auto courier = Outbox::open(m_state, Check::Quick).value();
    Departures departures(courier);
    for (int i = 0; i < 12; ++i) {
      switch (m_random() % 7) {
        case 0:
        case 1:
        case 2:
          record(kiosk);
          break;
        case 3:
          hesitate(departures);
          break;
        case 4:
        case 5:
          deliver(departures);
          break;
        default:
          EXPECT_TRUE(departures.tidy(2));
      }
    }
  }

  void record(Outbox& kiosk) {
    std::vector<std::size_t> files;
    if (m_random() % 3 == 0) files.push_back(1 + m_random() % 30'000);
    const auto parcel = m_sides.parcel(crypto::uuidV7(now), files);
    ASSERT_TRUE(kiosk.record(parcel, now));
    m_story.promises.push_back({m_story.events.size(), parcel.requestId, false});
  }

  void hesitate(Departures& departures) {
    const auto waiting = departures.waiting().value();
    if (waiting.sound.empty()) return;
    const auto& id = waiting.sound.front().announcement.requestId;
    ASSERT_TRUE(departures.markAnnounced(id));
    ASSERT_TRUE(departures.postpone(id, {1, now + 5, true}, {1, now + 7, false}));
  }

  void deliver(Departures& departures) {
    const auto waiting = departures.waiting().value();
    if (waiting.sound.empty()) return;
    const auto& announcement = waiting.sound.front().announcement;
    m_story.delivering[announcement.requestId] = m_story.events.size();
    ASSERT_TRUE(departures.deliver(m_sides.receiptFor(announcement)));
    m_story.promises.push_back({m_story.events.size(), announcement.requestId, true});
  }

  std::filesystem::path m_state;
  Random& m_random;
  TwoSides m_sides;
  Story m_story;
};

// What is left opens whole, and every promise made before the power went is kept.
void expectKept(const std::filesystem::path& folder, const Story& story, std::size_t moment) {
  auto outbox = Outbox::open(folder, Check::Whole);
  ASSERT_TRUE(outbox) << outbox.error().detail;
  Departures departures(*outbox);
  const auto waiting = departures.waiting();
  ASSERT_TRUE(waiting) << waiting.error().detail;
  EXPECT_TRUE(waiting->damaged.empty());
  std::set<std::string> there;
  for (const auto& departure : waiting->sound) {
    EXPECT_TRUE(departures.checkParts(departure));
    there.insert(departure.announcement.requestId);
  }
  std::map<std::string, bool> promised;
  for (const auto& promise : story.promises)
    if (promise.after <= moment) promised[promise.requestId] = promise.delivered;
  for (const auto& [id, delivered] : promised) {
    if (!delivered && there.contains(id)) continue;
    // Not waiting any more: because its receipt is there, or was, until newer ones took its place.
    const auto begun = story.delivering.find(id);
    EXPECT_TRUE(begun != story.delivering.end() && begun->second <= moment)
        << id << " was acknowledged and is lost";
    EXPECT_FALSE(delivered && there.contains(id)) << id << " would be sent again";
  }
}

int imagesWanted() {
  const char* asked = std::getenv("KIOSK_POWER_CUT_IMAGES");
  return asked == nullptr ? 20'000 : std::atoi(asked);
}

// In quarters, so that they run side by side.
constexpr int quarters = 4;
class PowerCut : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Quarter, PowerCut, ::testing::Range(0, quarters));

TEST_P(PowerCut, LosesNothingThatWasAcknowledged) {
  constexpr int imagesPerStory = 500;
  int images = 0;
  auto seed = static_cast<unsigned>(1 + GetParam());
  for (; images < imagesWanted() / quarters; seed += quarters) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const TemporaryFolder live;
    ASSERT_TRUE(Outbox::provision(live.path()));
    Disk disk(live.path());
    const Story story = Teller(live.path(), random).tell(4);

    std::multiset<std::size_t> moments;
    for (int i = 0; i < imagesPerStory; ++i)
      moments.insert(random() % (story.events.size() + 1));
    std::size_t moment = 0;
    for (const std::size_t next : moments) {
      for (; moment < next; ++moment)
        disk.apply(story.events[moment]);
      const TemporaryFolder left;
      const Loss loss = power_cut::allLosses[random() % std::size(power_cut::allLosses)];
      disk.cutPower(loss, random, left.path());
      expectKept(left.path(), story, moment);
      ++images;
      if (HasFailure()) FAIL() << "moment " << moment << " loss " << static_cast<int>(loss);
    }
  }
  RecordProperty("images", images);
  std::printf("power_cut images=%d acknowledged-lost=0 corrupt=0\n", images);
}

// Without syncs the same disks do lose what was acknowledged: the test can see what it looks for.
TEST(PowerCutItself, WouldNoticeAnOutboxThatDoesNotSync) {
  int lost = 0;
  Random random(7);
  const TemporaryFolder live;
  ASSERT_TRUE(Outbox::provision(live.path()));
  Disk disk(live.path());
  const Story story = Teller(live.path(), random).tell(4);
  for (const auto& event : story.events)
    if (event.operation != shim::Operation::Sync) disk.apply(event);
  for (int i = 0; i < 50; ++i) {
    const TemporaryFolder left;
    disk.cutPower(Loss::Torn512, random, left.path());
    auto outbox = Outbox::open(left.path(), Check::Whole);
    if (!outbox) {
      ++lost;
      continue;
    }
    const auto count = outbox->counts();
    if (count && count->waiting + count->delivered == 0) ++lost;
  }
  EXPECT_GT(lost, 10);
}

}  // namespace
