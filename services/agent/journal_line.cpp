// SPDX-License-Identifier: Apache-2.0
#include "agent/journal_line.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace agent::journal {
namespace {

using nlohmann::json;

constexpr std::string_view filePrefix = "acts-";
constexpr std::string_view fileSuffix = ".jsonl";
constexpr std::size_t fileDigits = 10;
constexpr std::string_view beforePrevious = R"(,"previous":")";
constexpr std::string_view beforeMac = R"(","mac":")";
constexpr std::string_view end = R"("})";
constexpr std::size_t hashLength = 44;
constexpr std::string_view start = R"({"n":)";
constexpr std::int64_t longestVisit = 7LL * 24 * 3600;

std::optional<std::uint64_t> numberOf(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || stop != digits.data() + digits.size() || digits.empty())
    return std::nullopt;
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  return number;
}

// Takes what is expected off the end.
bool takeEnd(std::string_view& text, std::string_view expected) {
  if (!text.ends_with(expected)) return false;
  text.remove_suffix(expected.size());
  return true;
}

std::optional<std::string_view> takeHash(std::string_view& text) {
  if (text.size() < hashLength) return std::nullopt;
  const auto hash = text.substr(text.size() - hashLength);
  text.remove_suffix(hashLength);
  return hash;
}

}  // namespace

std::string fileNameOf(std::uint64_t line) {
  std::string digits = std::to_string(line / linesPerFile * linesPerFile);
  if (digits.size() < fileDigits) digits.insert(0, fileDigits - digits.size(), '0');
  return std::string(filePrefix) + digits + std::string(fileSuffix);
}

std::optional<std::uint64_t> firstLineOf(std::string_view name) {
  if (!name.starts_with(filePrefix) || !takeEnd(name, fileSuffix)) return std::nullopt;
  name.remove_prefix(filePrefix.size());
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc{} || stop != name.data() + name.size()) return std::nullopt;
  const std::string canonical = fileNameOf(number);
  if (number % linesPerFile != 0 || canonical.substr(filePrefix.size(), name.size()) != name)
    return std::nullopt;
  return number;
}

std::string bodyOf(const AgentId& agent, const VisitNumber& visit, std::chrono::seconds age,
                   const Act& act) {
  const auto seconds = std::clamp<std::int64_t>(age.count(), 0, longestVisit);
  std::string body = R"("visit":")" + visit.text() + R"(","agent":")" + agent.text() +
                     R"(","age":)" + std::to_string(seconds) + R"(,"act":")" +
                     std::string(wordOf(act.kind())) + '"';
  if (act.subject() == Subject::Step) body += R"(,"step":")" + act.id() + '"';
  if (act.subject() == Subject::Rule) body += R"(,"rule":")" + act.id() + '"';
  if (act.kind() == ActKind::Suggested)
    body += act.accepted() ? R"(,"accepted":true)" : R"(,"accepted":false)";
  return body;
}

std::string tornBodyOf(std::string_view torn) {
  return R"("act":"torn","bytes":)" + std::to_string(torn.size()) + R"(,"sha256":")" +
         crypto::sha256Hex(crypto::viewOf(torn)) + '"';
}

std::string sealed(std::uint64_t number, std::string_view body, const crypto::Digest& previous,
                   const crypto::Secret& key) {
  std::string line(start);
  line += std::to_string(number);
  line += ',';
  line += body;
  line += beforePrevious;
  line += crypto::toBase64(previous);
  line += '"';
  const auto mac = crypto::toBase64(crypto::keyedHash(crypto::viewOf(line), key));
  line += beforeMac.substr(1);
  line += mac;
  line += end;
  return line;
}

std::optional<Frame> frameOf(std::string_view line) {
  Frame frame;
  std::string_view rest = line;
  if (line.size() > longestLine || !takeEnd(rest, end)) return std::nullopt;
  const auto mac = takeHash(rest);
  if (!mac || !takeEnd(rest, beforeMac)) return std::nullopt;
  frame.mac = *mac;
  frame.covered = line.substr(0, rest.size() + 1);
  const auto previous = takeHash(rest);
  if (!previous || !takeEnd(rest, beforePrevious)) return std::nullopt;
  frame.previous = *previous;
  if (!rest.starts_with(start)) return std::nullopt;
  rest.remove_prefix(start.size());
  const auto comma = rest.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto number = numberOf(rest.substr(0, comma));
  if (!number) return std::nullopt;
  frame.number = *number;
  frame.body = rest.substr(comma + 1);
  return frame;
}

bool isSealedBy(const Frame& frame, const crypto::Secret& key) {
  const auto mac = crypto::toBase64(crypto::keyedHash(crypto::viewOf(frame.covered), key));
  return crypto::sameBytes(crypto::viewOf(mac), crypto::viewOf(frame.mac));
}

bool follows(const Frame& frame, const crypto::Digest& previous) {
  return crypto::toBase64(previous) == frame.previous;
}

std::optional<bool> marksTorn(const Frame& frame, std::string_view torn) {
  if (!frame.body.starts_with(R"("act":"torn",)")) return std::nullopt;
  return frame.body == tornBodyOf(torn);
}

bool mayBeTorn(std::uint64_t number, std::string_view bytes) {
  if (bytes.size() > longestLine || bytes.ends_with(end)) return false;
  bytes = bytes.substr(0, bytes.find('\0'));
  const std::string beginning = std::string(start) + std::to_string(number) + ",\"";
  const auto length = std::min(beginning.size(), bytes.size());
  return bytes.substr(0, length) == beginning.substr(0, length) &&
         std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::optional<RecordedAct> actIn(const Frame& frame) {
  const json document = json::parse("{" + std::string(frame.body) + "}", nullptr, false);
  if (!document.is_object()) return std::nullopt;
  const auto textIn = [&](const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_string() ? found->get<std::string>() : "";
  };
  const auto kind = actOf(textIn("act"));
  if (!kind) return std::nullopt;
  RecordedAct act;
  act.kind = *kind;
  act.visit = textIn("visit");
  act.agent = textIn("agent");
  if (const auto age = document.find("age"); age != document.end() && age->is_number_integer())
    act.age = std::chrono::seconds(age->get<std::int64_t>());
  act.subject = document.contains("step")   ? Subject::Step
                : document.contains("rule") ? Subject::Rule
                                            : Subject::None;
  act.id = textIn(act.subject == Subject::Rule ? "rule" : "step");
  const auto accepted = document.find("accepted");
  act.accepted = accepted != document.end() && *accepted == true;
  return act;
}

crypto::Digest hashOf(std::string_view line) {
  return crypto::sha256(crypto::viewOf(line));
}

}  // namespace agent::journal
