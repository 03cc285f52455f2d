// SPDX-License-Identifier: Apache-2.0
// dossier-check: one request per JSON line in, one verdict per JSON line out, in order.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/config/procedure_files.h"
#include "kiosk/journey/verdict.h"

namespace {

using journey::Date;
using journey::Delays;
using nlohmann::json;

constexpr int allFine = 0;
constexpr int someInvalid = 1;
constexpr int badCall = 2;

/// A request takes a few kilobytes; a line over this is none, and is not kept in memory.
constexpr std::size_t longestLine = 1U << 20U;

constexpr std::string_view help =
    R"(Usage: dossier-check [--config DIR] [--today YYYY-MM-DD] FILE… | -

Reads registration requests, one JSON object a line, from the files in turn or from standard
input (-), and writes one verdict a line, in order:
  {"verdict": "ready" | "ready-but" | "not-yet", "findings": […], "deadline": date or null}
  {"verdict": "invalid", "error": …} for a line that is no request.

  --config DIR        the procedures and the delays of the law (default: those of this program)
  --today YYYY-MM-DD  the day for requests without a requestDate (default: today)
  --help, --version

Exit status: 0 when each line was a request, 1 when one was invalid, 2 for a bad option, file or
configuration.
)";

struct Call {
  std::vector<std::string> files;
  std::string config;
  Date today;
};

/// One clear line: what, then how to mend it.
int refused(const std::string& what, const std::string& mend) {
  std::fprintf(stderr, "dossier-check: %s; %s\n", what.c_str(), mend.c_str());
  return badCall;
}

Date localDay() {
  std::time_t now = 0;
  std::time(&now);
  std::tm parts{};
  localtime_r(&now, &parts);
  return Date{std::chrono::year{parts.tm_year + 1900},
              std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
              std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
}

/// Turns lines into verdicts and writes them.
class Run {
 public:
  Run(Date today, const journey::Rulebook& rulebook, const Delays& delays)
      : m_today(today), m_rulebook(rulebook), m_delays(delays) {}

  void line(std::string_view text, bool tooLong);
  /// False when standard output takes no more.
  [[nodiscard]] bool flush();
  [[nodiscard]] int status() const { return m_status; }

 private:
  void write(const journey::Verdict& verdict);

  Date m_today;
  const journey::Rulebook& m_rulebook;
  const Delays& m_delays;
  std::string m_output;
  int m_status = allFine;
};

journey::Verdict invalid(std::string error) {
  journey::Verdict verdict;
  verdict.error = std::move(error);
  return verdict;
}

void Run::write(const journey::Verdict& verdict) {
  if (verdict.kind == journey::Verdict::Kind::Invalid) m_status = someInvalid;
  m_output += journey::toJsonLine(verdict);
  m_output += '\n';
}

void Run::line(std::string_view text, bool tooLong) {
  if (tooLong) return write(invalid("the line is longer than 1 MiB"));
  if (text.find_first_not_of(" \t\r") == std::string_view::npos) {
    return write(invalid("the line is empty"));
  }
  try {
    write(journey::verdictOf(json::parse(text.begin(), text.end()), m_rulebook, m_today, m_delays));
  } catch (const json::parse_error& error) {
    write(invalid("no JSON: something is wrong at byte " + std::to_string(error.byte)));
  } catch (const json::exception&) {
    write(invalid("no JSON: a number is too large"));
  }
}

bool Run::flush() {
  const bool written = std::fwrite(m_output.data(), 1, m_output.size(), stdout) == m_output.size();
  m_output.clear();
  return written && std::fflush(stdout) == 0;
}

/// Cuts what is read into lines; verdicts go out after each read, so that a pipe gets its answers.
class Lines {
 public:
  explicit Lines(Run& run) : m_run(run) {}

  void add(std::string_view read) {
    while (!read.empty()) {
      const std::size_t end = read.find('\n');
      const std::string_view piece = read.substr(0, end);
      const bool whole = end != std::string_view::npos;
      if (whole && m_begun.empty() && !m_tooLong) {
        m_run.line(piece, piece.size() > longestLine);
      } else {
        keep(piece);
        if (whole) finish();
      }
      read.remove_prefix(whole ? end + 1 : read.size());
    }
  }
  /// The last line may lack its end.
  void end() {
    if (m_tooLong || !m_begun.empty()) finish();
  }

 private:
  void keep(std::string_view piece) {
    if (m_begun.size() + piece.size() > longestLine) m_tooLong = true;
    if (m_tooLong) {
      m_begun.clear();
    } else {
      m_begun += piece;
    }
  }
  void finish() {
    m_run.line(m_begun, m_tooLong);
    m_begun.clear();
    m_tooLong = false;
  }

  Run& m_run;
  std::string m_begun;
  bool m_tooLong = false;
};

/// Reads one file to its end. Status: that of the program so far, or badCall.
int readAll(int file, const std::string& name, Run& run) {
  std::vector<char> buffer(1U << 18U);
  Lines lines{run};
  while (true) {
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return refused(name + ": " + std::strerror(errno), "name a file that can be read");
    }
    if (count == 0) lines.end();
    lines.add({buffer.data(), static_cast<std::size_t>(count)});
    if (!run.flush()) {
      return refused("standard output: " + std::string{std::strerror(errno)},
                     "make room for the verdicts");
    }
    if (count == 0) return run.status();
  }
}

/// A file descriptor, or -1 after one line about why not.
int opened(const std::string& name) {
  if (name == "-") return STDIN_FILENO;
  const int file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file >= 0 && ::fstat(file, &about) == 0 && S_ISDIR(about.st_mode)) {
    ::close(file);
    refused(name + ": this is a folder", "name a file of requests, or - for standard input");
    return -1;
  }
  if (file < 0) {
    refused(name + ": " + std::strerror(errno),
            "name a file that can be read, or - for standard input");
  }
  return file;
}

/// The call, or the status to end with at once.
tl::expected<Call, int> readCall(const std::vector<std::string>& arguments) {
  Call call{{}, "", localDay()};
  bool optionsEnded = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (optionsEnded || argument == "-" || !argument.starts_with('-')) {
      call.files.push_back(argument);
      continue;
    }
    if (argument == "--help" || argument == "--version") {
      const std::string version = std::string{"dossier-check "} + KIOSK_VERSION + "\n";
      const std::string_view answer = argument == "--help" ? help : std::string_view{version};
      std::fwrite(answer.data(), 1, answer.size(), stdout);
      return tl::unexpected(allFine);
    }
    if (argument == "--") {
      optionsEnded = true;
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string option = argument.substr(0, equals);
    if (option != "--config" && option != "--today") {
      return tl::unexpected(refused(option + ": unknown option", "see dossier-check --help"));
    }
    if (equals == std::string::npos && i + 1 == arguments.size()) {
      return tl::unexpected(refused(option + ": its value is missing", "write it behind"));
    }
    const std::string value =
        equals == std::string::npos ? arguments[++i] : argument.substr(equals + 1);
    if (option == "--config") {
      call.config = value;
      if (value.empty()) {
        return tl::unexpected(refused("--config: no folder is named", "name it behind"));
      }
      continue;
    }
    const auto today = journey::parseIsoDate(value);
    if (!today) {
      return tl::unexpected(
          refused("--today: \"" + value + "\" is no date", "write it as 2026-11-20"));
    }
    call.today = *today;
  }
  if (call.files.empty()) {
    return tl::unexpected(
        refused("no file is named", "name files of requests, or - for standard input"));
  }
  return call;
}

int run(const Call& call) {
  const std::filesystem::path folder =
      call.config.empty() ? config::usualFolder() : std::filesystem::path(call.config);
  const auto told = [](const config::FileFault& fault) {
    std::fprintf(stderr, "dossier-check: %s\n", fault.line().c_str());
    return badCall;
  };
  const auto delays = config::loadDelays(folder);
  if (!delays) return told(delays.error());
  // A folder of delays alone, to see what other ones would change: the procedures are the usual.
  std::error_code error;
  const bool own = std::filesystem::is_directory(folder / "procedures", error);
  const auto rulebook = config::loadRulebook(own ? folder : config::usualFolder());
  if (!rulebook) return told(rulebook.error());
  // All files are opened before the first verdict: a wrong name is told at once.
  std::vector<int> files;
  for (const std::string& name : call.files) {
    files.push_back(opened(name));
    if (files.back() < 0) return badCall;
  }
  Run verdicts{call.today, *rulebook, *delays};
  int status = allFine;
  for (std::size_t i = 0; i < files.size() && status != badCall; ++i) {
    status = readAll(files[i], call.files[i], verdicts);
    ::close(files[i]);
  }
  return status;
}

}  // namespace

int main(int count, char** words) {
  const auto call = readCall({words + 1, words + count});
  return call ? run(*call) : call.error();
}
