// SPDX-License-Identifier: Apache-2.0
#include "plates.h"

#include <algorithm>
#include <array>
#include <string>

#include "letters.h"
#include "places.h"

namespace journey {
namespace {

struct Plate {
  std::string text;
  PlateKind kind;
};
using Read = tl::expected<Plate, RuleBreach>;

bool isLetter(char c) {
  return c >= 'A' && c <= 'Z';
}
bool standsForDigit(char c) {
  return isDigit(c) || c == 'O' || c == 'I';
}

std::string digits(std::string_view typed) {
  std::string result{typed};
  std::replace(result.begin(), result.end(), 'O', '0');
  std::replace(result.begin(), result.end(), 'I', '1');
  return result;
}

/// Letters, digits, letters: how many of each. `head` is what the first letters must be, or "".
struct Shape {
  std::size_t front;
  std::size_t middle;
  std::size_t back;
  std::string_view head;
  PlateKind kind;
  [[nodiscard]] std::size_t size() const { return front + middle + back; }
};

constexpr std::array shapes{
    Shape{2, 3, 2, "WW", PlateKind::Provisional}, Shape{2, 3, 2, "", PlateKind::Siv},
    Shape{1, 3, 2, "W", PlateKind::Provisional},  Shape{1, 2, 1, "", PlateKind::SivMoped},
    Shape{2, 2, 1, "", PlateKind::SivMoped},      Shape{1, 3, 1, "", PlateKind::SivMoped},
    Shape{2, 3, 1, "", PlateKind::SivMoped},
};

/// Whether `typed` is a beginning of the shape, or the whole of it.
bool begins(const Shape& shape, std::string_view typed) {
  if (typed.size() > shape.size()) return false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool inDigits = i >= shape.front && i < shape.front + shape.middle;
    if (inDigits ? !standsForDigit(typed[i]) : !isLetter(typed[i])) return false;
    if (i < shape.head.size() && typed[i] != shape.head[i]) return false;
  }
  return true;
}

Read readSiv(const Shape& shape, std::string_view typed) {
  const std::string_view front = typed.substr(0, shape.front);
  const std::string number = digits(typed.substr(shape.front, shape.middle));
  const std::string_view back = typed.substr(shape.front + shape.middle);
  for (const std::string_view group : {front, back}) {
    if (group.find_first_of("IOU") != std::string_view::npos) return breach("plate.letters");
  }
  if (front == "SS" || back == "SS") return breach("plate.reserved");
  if (number.find_first_not_of('0') == std::string::npos) return breach("plate.zero");
  return Plate{std::string{front} + "-" + number + "-" + std::string{back}, shape.kind};
}

/// Departments as plates wrote them: 20 for Corsica until 1976.
bool isPlateDepartment(std::string_view text) {
  return text == "20" || (text < "977" && text.size() == 3 && isDepartment(text)) ||
         (text.size() == 2 && isDepartment(text));
}

/// The FNI plate of these three groups, or what is wrong with the first wrong one.
Read readFni(std::string_view number, std::string_view letters, std::string_view department) {
  if (letters.find_first_of("IO") != std::string_view::npos) return breach("plate.letters");
  const std::string figures = digits(number);
  if (figures.front() == '0') return breach("plate.zero");
  const std::string place = digits(department);
  if (!isPlateDepartment(place)) return breach("plate.department");
  return Plate{figures + " " + std::string{letters} + " " + place, PlateKind::Fni};
}

bool allDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), standsForDigit);
}
bool allLetters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), isLetter);
}

bool looksLikeDepartment(std::string_view text) {
  return allDigits(text) || text == "2A" || text == "2B";
}

/// Every way to cut the text in number, letters, department; the first that is right wins, else
/// the first breach is told.
Read readFni(std::string_view typed) {
  Read best = breach("plate.unknown");
  bool cut = false;
  for (std::size_t place = 2; place <= 3; ++place) {
    for (std::size_t letters = 1; letters <= 3; ++letters) {
      if (typed.size() <= place + letters) continue;
      const std::size_t number = typed.size() - place - letters;
      if (number > 4 || !allDigits(typed.substr(0, number)) ||
          !allLetters(typed.substr(number, letters)) ||
          !looksLikeDepartment(typed.substr(number + letters))) {
        continue;
      }
      Read read = readFni(typed.substr(0, number), typed.substr(number, letters),
                          typed.substr(number + letters));
      if (read) return read;
      if (!cut) best = std::move(read);
      cut = true;
    }
  }
  return best;
}

/// 1 to 4 digits, then up to 3 letters, then at most one more digit.
bool beginsFni(std::string_view typed) {
  std::size_t at = 0;
  while (at < typed.size() && at < 4 && standsForDigit(typed[at]))
    ++at;
  if (at == 0) return false;
  const std::size_t letters = at;
  while (at < typed.size() && at < letters + 3 && isLetter(typed[at]))
    ++at;
  return at == typed.size() ||
         (at > letters && at + 1 == typed.size() && standsForDigit(typed[at]));
}

/// Letters, digits, letters, with one or more missing in the middle: AB-12-CD.
bool lacksDigits(std::string_view typed) {
  std::size_t front = 0;
  while (front < typed.size() && isLetter(typed[front]))
    ++front;
  std::size_t back = 0;
  while (back < typed.size() - front && isLetter(typed[typed.size() - 1 - back]))
    ++back;
  const std::string_view middle = typed.substr(front, typed.size() - front - back);
  return front >= 1 && front <= 2 && back >= 1 && back <= 2 && !middle.empty() &&
         middle.size() < 3 && allDigits(middle);
}

/// The groups that the person separated, when there are three.
bool inThreeGroups(std::string_view typed, std::array<std::string, 3>& groups) {
  std::size_t count = 0;
  bool inside = false;
  std::string one;
  while (!typed.empty()) {
    const std::string_view before = typed;
    static_cast<void>(nextCodePoint(typed));
    if (!lettersAndDigits(before.substr(0, before.size() - typed.size()), one)) return false;
    if (one.empty()) {
      inside = false;
      continue;
    }
    if (!inside && ++count > groups.size()) return false;
    inside = true;
    groups[count - 1] += one;
  }
  return count == groups.size();
}

/// FNI as typed: where the person separated three groups, these are the groups.
Read readFniAsTyped(std::string_view typed, std::string_view kept) {
  std::array<std::string, 3> groups;
  if (inThreeGroups(typed, groups) && groups[0].size() <= 4 && groups[1].size() <= 3 &&
      groups[2].size() >= 2 && groups[2].size() <= 3 && allDigits(groups[0]) &&
      allLetters(groups[1]) && looksLikeDepartment(groups[2])) {
    return readFni(groups[0], groups[1], groups[2]);
  }
  return readFni(kept);
}

Read read(std::string_view typed) {
  std::string kept;
  if (!lettersAndDigits(typed, kept)) return breach("plate.unknown");
  if (kept.empty()) return breach("plate.empty");
  bool unfinished = beginsFni(kept);
  Read best = breach("plate.unknown");
  bool matched = false;
  for (const Shape& shape : shapes) {
    if (!begins(shape, kept)) continue;
    if (kept.size() < shape.size()) {
      unfinished = true;
      continue;
    }
    Read siv = readSiv(shape, kept);
    if (siv) return siv;
    if (!matched) best = std::move(siv);
    matched = true;
  }
  Read fni = readFniAsTyped(typed, kept);
  if (fni || (!matched && fni.error().key != "plate.unknown")) return fni;
  if (!matched && unfinished) return breach("plate.incomplete");
  // Nothing can be put behind it: the person has to go back to the middle.
  if (!matched && lacksDigits(kept)) return breach("plate.figures");
  return best;
}

}  // namespace

Checked registrationNumber(std::string_view typed) {
  return read(typed).map([](const Plate& plate) { return plate.text; });
}

std::optional<PlateKind> plateKind(std::string_view typed) {
  const Read plate = read(typed);
  if (!plate) return std::nullopt;
  return plate->kind;
}

}  // namespace journey
