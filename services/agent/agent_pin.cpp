// SPDX-License-Identifier: Apache-2.0
// The program that makes the line of a PIN for config/agents.json, and that unlocks a badge.
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "agent/agents_config.h"
#include "agent/badges.h"
#include "agent/pins.h"
#include "crypto/crypto.h"

namespace {

constexpr int badStart = 2;
constexpr std::size_t longestLine = 64;

int refuse(const std::string& line) {
  std::fprintf(stderr, "agent-pin: %s\n", line.c_str());
  return badStart;
}

// What is typed does not show on the terminal until this goes.
class NoEcho {
 public:
  NoEcho() : m_works(::tcgetattr(STDIN_FILENO, &m_before) == 0) {
    termios quiet = m_before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (m_works) m_works = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  ~NoEcho() {
    if (m_works) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
  }
  [[nodiscard]] bool works() const { return m_works; }

 private:
  termios m_before{};
  bool m_works;
};

// One line without its end, read byte by byte so that no buffer keeps it. Too long is cut.
std::string readLine() {
  std::string line;
  line.reserve(longestLine);
  char c = 0;
  while (::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
    if (line.size() < longestLine) line += c;
  return line;
}

std::optional<std::string> typedTwice() {
  const NoEcho quiet;
  if (!quiet.works()) return std::nullopt;
  std::fputs("PIN (six digits): ", stderr);
  std::string first = readLine();
  std::fputs("\nThe same again: ", stderr);
  std::string second = readLine();
  std::fputs("\n", stderr);
  const bool same = first == second;
  crypto::wipe(second);
  if (same) return first;
  crypto::wipe(first);
  return std::nullopt;
}

int make() {
  auto pin = ::isatty(STDIN_FILENO) == 1 ? typedTwice() : readLine();
  if (!pin) return refuse("the two are not the same; start again");
  const std::string breach = agent::pinBreach(*pin);
  const auto hash =
      breach.empty() ? crypto::hashPassword(crypto::viewOf(*pin), crypto::kioskCost) : std::nullopt;
  crypto::wipe(*pin);
  if (!breach.empty()) return refuse(breach);
  if (!hash) return refuse("no memory for the hash; free 48 MiB");
  std::printf("%s\n", hash->c_str());
  return std::fflush(stdout) == 0 ? 0 : refuse("standard output: cannot be written");
}

int unlock(const std::filesystem::path& state, const std::string& badge) {
  if (!agent::isBadge(badge)) return refuse("--unlock " + badge + ": a badge is 4 to 8 digits");
  struct stat folder {};
  if (::stat(state.c_str(), &folder) != 0 || !S_ISDIR(folder.st_mode))
    return refuse(state.string() + ": no such folder; give the kiosk's state folder");
  // A file of another owner would be one that the kiosk cannot write again.
  if (folder.st_uid != ::geteuid())
    return refuse(state.string() + ": belongs to another user; run agent-pin as that one");
  if (const auto done = agent::Badges::unlock(state, badge); !done)
    return refuse(done.error().detail);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> unlocking;
  CLI::App app(
      "Prints the line of a PIN for \"pin\" in config/agents.json. The PIN is typed twice, unseen; "
      "or comes as one line of standard input.",
      "agent-pin");
  app.add_option("--unlock", unlocking, "Forget the wrong tries of BADGE at the kiosk of STATE")
      ->type_name("STATE BADGE")
      ->expected(2);
  app.set_version_flag("--version", "agent-pin " AGENT_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return refuse(std::string(error.what()) + "; see agent-pin --help");
  }
  return unlocking.empty() ? make() : unlock(unlocking[0], unlocking[1]);
}
