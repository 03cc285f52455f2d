// SPDX-License-Identifier: Apache-2.0
// Every kind of tampering that somebody without the past keys can do, at seeded random places of a
// journal of 100,000 entries: all are found.
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/agent/journal_fixture.h"

namespace {

using namespace agent;
using namespace agent::journal;
using namespace agent_test;

constexpr std::uint64_t size = 100'000;
constexpr int timesEach = 300;
// How far apart the check's state is kept, so that a run begins shortly before what was changed:
// all before is the same as in the honest run.
constexpr std::uint64_t stride = 100;

crypto::Secret copyOf(const crypto::Secret& key) {
  crypto::Secret copy(key.size());
  std::copy_n(key.data(), key.size(), copy.data());
  return copy;
}

crypto::Secret firstKeyOf(const Audited& audited) {
  return copyOf(readPosition(audited.path())->key);
}

std::string number(std::uint64_t value) {
  return std::to_string(value);
}

// Another number in the same line, everything else as it was.
std::string renumbered(const std::string& line, std::uint64_t to) {
  return "{\"n\":" + number(to) + line.substr(line.find(','));
}

class Tampering : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_log = new Log;
    auto& log = *s_log;
    log.position = readPosition(log.audited.path()).value();
    log.first = log.position.previous;
    log.lines = linesFrom(log.position, size);
    const auto started = std::chrono::steady_clock::now();
    ChainCheck check(log.keys, log.first, size + 10);
    for (std::uint64_t i = 0; i < size; ++i) {
      if (i % stride == 0) log.states.push_back(check);
      feed(check, i, log.lines[i]);
    }
    check.end(log.position);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    std::printf("%llu entries checked in %.2f s\n", static_cast<unsigned long long>(size),
                took.count());
    ASSERT_TRUE(check.findings().empty()) << check.findings()[0].text();
    ASSERT_EQ(check.next(), size);
  }
  static void TearDownTestSuite() { delete s_log; }

  // What stands in the place of these lines; the rest is as it was.
  using Edits = std::map<std::uint64_t, std::vector<std::string>>;

  static void feed(ChainCheck& check, std::uint64_t i, const std::string& line) {
    if (i % linesPerFile == 0) check.beginFile(fileNameOf(i), i);
    check.line(line, true);
  }
  [[nodiscard]] static bool found(const Edits& edits) {
    const Log& log = *s_log;
    const std::uint64_t start = edits.begin()->first / stride;
    ChainCheck check = log.states[start];
    for (std::uint64_t i = start * stride; i < size; ++i) {
      const auto edit = edits.find(i);
      if (edit == edits.end()) {
        feed(check, i, log.lines[i]);
      } else {
        if (i % linesPerFile == 0) check.beginFile(fileNameOf(i), i);
        for (const auto& line : edit->second)
          check.line(line, true);
      }
      if (!check.findings().empty()) return true;
    }
    check.end(log.position);
    return !check.findings().empty();
  }
  void findAll(const char* what, const std::function<Edits()>& tampered) {
    for (int time = 0; time < timesEach; ++time) {
      const Edits edits = tampered();
      ASSERT_TRUE(found(edits)) << what << " from entry " << edits.begin()->first;
    }
  }
  std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }
  static const std::string& line(std::uint64_t i) { return s_log->lines[i]; }

  struct Log {
    Audited audited;
    Position position;
    crypto::Digest first{};
    Keys keys{0, firstKeyOf(audited)};
    std::vector<std::string> lines;
    std::vector<ChainCheck> states;
  };
  static inline Log* s_log = nullptr;
  std::mt19937_64 m_random{20261126};
};

TEST_F(Tampering, OneByteChanged) {
  findAll("a byte", [&]() -> Edits {
    const auto i = below(size);
    std::string text = line(i);
    auto& byte = text[below(text.size())];
    byte = static_cast<char>(byte ^ static_cast<char>(1U << below(7)));
    return {{i, {text}}};
  });
}

TEST_F(Tampering, AnotherActOrAgentOrTime) {
  findAll("a word", [&]() -> Edits {
    const auto i = below(size);
    const std::pair<const char*, const char*> words[] = {{"sylvie", "karime"},
                                                         {"\"age\":", "\"age\":1"},
                                                         {"\"n\":", "\"n\":1"},
                                                         {"\"act\":\"", "\"act\":\"un"}};
    const auto& [from, to] = words[below(std::size(words))];
    std::string text = line(i);
    text.replace(text.find(from), std::string(from).size(), to);
    return {{i, {text}}};
  });
}

TEST_F(Tampering, TheChainAfterAChangeRebuiltWithAnotherKey) {
  findAll("a rebuilt chain", [&]() -> Edits {
    const auto i = below(size - 40);
    Position forged{i, crypto::randomSecret(crypto::keySize),
                    i == 0 ? s_log->first : hashOf(line(i - 1))};
    Edits edits;
    std::uint64_t at = i;
    for (auto& text : linesFrom(forged, 1 + below(30)))
      edits[at++] = {std::move(text)};
    return edits;
  });
}

// Everything after a change written anew, to the very end, and the file of keys with it: the chain
// fits together, only the key does not.
TEST_F(Tampering, TheRestOfTheJournalWrittenAnew) {
  for (int time = 0; time < timesEach; ++time) {
    const auto left = size - 1 - below(200);
    ChainCheck check = s_log->states[left / stride];
    for (std::uint64_t i = left / stride * stride; i < left; ++i)
      feed(check, i, line(i));
    Position forged{left, crypto::randomSecret(crypto::keySize), check.previous()};
    std::uint64_t at = left;
    for (const auto& text : linesFrom(forged, size - left))
      feed(check, at++, text);
    ASSERT_FALSE(check.findings().empty()) << left;
    EXPECT_EQ(check.findings()[0].kind, Finding::Kind::Altered);
    EXPECT_EQ(check.findings()[0].first, left);
    check.end(forged);
    EXPECT_EQ(check.findings().back().kind, Finding::Kind::Tail) << left;
  }
}

TEST_F(Tampering, LinesRemoved) {
  findAll("a removal", [&]() -> Edits {
    Edits edits;
    const auto i = below(size - 60);
    const auto count = 1 + below(2) * below(50);
    for (std::uint64_t n = 0; n < count; ++n)
      edits[i + n] = {};
    return edits;
  });
}

TEST_F(Tampering, LinesStandTwice) {
  findAll("a repetition", [&]() -> Edits {
    const auto i = below(size);
    const auto other = below(2) == 0 ? i : below(i + 1);
    return {{i, {line(i), line(other)}}};
  });
}

TEST_F(Tampering, LinesInAnotherOrder) {
  findAll("a swap", [&]() -> Edits {
    const auto i = below(size - 1);
    const auto other = below(2) == 0 ? i + 1 : i + 1 + below(size - i - 1);
    return {{i, {line(other)}}, {other, {line(i)}}};
  });
}

TEST_F(Tampering, ALineInserted) {
  findAll("an insertion", [&]() -> Edits {
    const auto i = 1 + below(size - 1);
    Position forged{i, crypto::randomSecret(crypto::keySize), hashOf(line(i - 1))};
    const std::vector<std::string> inserted = {linesFrom(forged, 1)[0],
                                               renumbered(line(i - 1), i),
                                               renumbered(line(i), size + 5),
                                               std::string("{}"),
                                               std::string(),
                                               line(i).substr(0, 50)};
    return {{i, {inserted[below(inserted.size())], line(i)}}};
  });
}

// The present key is there for whoever has root: it makes no line of the past.
TEST_F(Tampering, ALineOfThePastMadeWithThePresentKey) {
  findAll("the present key", [&]() -> Edits {
    const auto i = 1 + below(size - 1);
    return {{i,
             {sealed(i,
                     bodyOf(idOf("sylvie"), VisitNumber::random(), std::chrono::seconds(1),
                            actNumber(i)),
                     hashOf(line(i - 1)), s_log->position.key)}}};
  });
}

TEST_F(Tampering, TheEndCutOff) {
  for (int time = 0; time < timesEach; ++time) {
    const auto left = below(size);
    ChainCheck check = s_log->states[left / stride];
    for (std::uint64_t i = left / stride * stride; i < left; ++i)
      feed(check, i, line(i));
    ChainCheck relabelled = check;
    check.end(s_log->position);
    ASSERT_EQ(check.findings().size(), 1U) << left;
    EXPECT_EQ(check.findings()[0].kind, Finding::Kind::Tail);
    EXPECT_EQ(check.findings()[0].first, left) << "it says where the end was cut";
    EXPECT_EQ(check.findings()[0].last, size - 1);
    // The file of keys made to say what would fit: its key is not the one of then.
    Position made{left, copyOf(s_log->position.key), check.previous()};
    relabelled.end(made);
    EXPECT_EQ(relabelled.findings().size(), 1U) << left;
  }
}

TEST_F(Tampering, WholeFiles) {
  const Audited& audited = s_log->audited;
  const auto writeAll = [&] {
    for (std::uint64_t first = 0; first < size; first += linesPerFile) {
      std::string text;
      for (std::uint64_t i = first; i < first + linesPerFile; ++i)
        text += line(i) + "\n";
      write(audited.path() / fileNameOf(first), text);
    }
  };
  writeAll();
  ASSERT_TRUE(makeKeyFile(audited.path(), s_log->position));
  const auto honest = audited.report();
  ASSERT_TRUE(honest.findings.empty()) << honest.findings[0].text();
  EXPECT_EQ(honest.entries, size);
  const auto third = audited.path() / fileNameOf(30'000);
  const auto seventh = audited.path() / fileNameOf(70'000);
  const std::pair<const char*, std::function<void()>> changes[] = {
      {"two files swapped",
       [&] {
         std::filesystem::rename(third, third.string() + "x");
         std::filesystem::rename(seventh, third);
         std::filesystem::rename(third.string() + "x", seventh);
       }},
      {"the first file gone", [&] { std::filesystem::remove(audited.firstFile()); }},
      {"a file gone", [&] { std::filesystem::remove(third); }},
      {"the last file gone",
       [&] { std::filesystem::remove(audited.path() / fileNameOf(size - 1)); }},
      {"a file emptied", [&] { write(seventh, ""); }},
      {"a file twice",
       [&] { std::filesystem::copy_file(third, audited.path() / fileNameOf(size)); }},
      {"the first lines gone", [&] {
         const auto text = contentOf(audited.firstFile());
         write(audited.firstFile(), text.substr(text.find('\n') + 1));
       }}};
  for (const auto& [what, change] : changes) {
    change();
    EXPECT_FALSE(audited.sound()) << what;
    std::filesystem::remove(audited.path() / fileNameOf(size));
    writeAll();
  }
  EXPECT_TRUE(audited.sound());
}

}  // namespace
