// SPDX-License-Identifier: Apache-2.0
#include "plain_answers.h"

#include <algorithm>
#include <string>

#include "letters.h"

namespace journey {
namespace {

constexpr std::size_t mostDigits = 6;
constexpr std::size_t mostLetters = 100;
constexpr std::size_t sirenDigits = 9;
constexpr std::size_t siretDigits = 14;
constexpr std::size_t leastReference = 4;
constexpr std::size_t mostReference = 20;
constexpr std::size_t groupedReference = 12;  // letters and digits of K7PM-22QX-9RTB
constexpr std::size_t referenceGroup = 4;

std::string digitsOf(std::string_view typed) {
  std::string digits;
  std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

}  // namespace

Checked wholeNumber(std::string_view typed) {
  std::string digits = digitsOf(typed);
  bool letters = false;
  bool marks = false;
  bool blank = true;
  while (!typed.empty()) {
    const char32_t c = nextCodePoint(typed);
    if (isSpace(c)) continue;
    blank = false;
    const bool digit = c >= U'0' && c <= U'9';
    letters = letters || isLatinLetter(c);
    marks = marks || (!digit && !isLatinLetter(c));
  }
  if (blank) return breach("number.empty");
  if (letters || digits.empty()) return breach("number.unknown");
  // "84,5" is not 845, and whether "84.500" has a thousand in it nobody can tell.
  if (marks) return breach("number.whole");
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > mostDigits) return breach("number.unknown");
  return digits.empty() ? "0" : digits;
}

Checked timeOfDay(std::string_view typed) {
  std::string digits = digitsOf(typed);
  if (digits.empty()) return breach("time.empty");
  if (digits.size() == 3) digits.insert(digits.begin(), '0');
  if (digits.size() < 4) return breach("time.incomplete");
  if (digits.size() > 4) return breach("time.impossible");
  const int hour = std::stoi(digits.substr(0, 2));
  const int minute = std::stoi(digits.substr(2));
  if (hour > 23 || minute > 59) return breach("time.impossible");
  return digits.substr(0, 2) + ":" + digits.substr(2);
}

Checked siren(std::string_view typed) {
  const std::string digits = digitsOf(typed);
  if (digits.empty()) return breach("siren.empty");
  if (digits.size() != sirenDigits && digits.size() != siretDigits) return breach("siren.length");
  return digits.substr(0, sirenDigits);
}

Checked requestReference(std::string_view typed) {
  std::string kept;
  std::string characters;  // without the hyphens
  for (const char c : typed) {
    if (c == ' ') continue;
    const bool isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!isLetter && !(c >= '0' && c <= '9') && c != '-') return breach("reference.characters");
    kept += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (c != '-') characters += kept.back();
  }
  if (characters.size() == groupedReference) {
    kept = characters;
    for (std::size_t i = groupedReference - referenceGroup; i > 0; i -= referenceGroup)
      kept.insert(i, 1, '-');
  }
  if (kept.empty()) return breach("reference.empty");
  if (characters.size() < leastReference) return breach("reference.incomplete");
  return kept.size() > mostReference ? breach("reference.characters") : Checked(std::move(kept));
}

Checked plainText(std::string_view typed) {
  std::string words;
  std::size_t length = 0;
  bool space = false;
  while (!typed.empty()) {
    const char32_t c = nextCodePoint(typed);
    if (c == notUtf8 || c < U' ') continue;
    if (isSpace(c)) {
      space = !words.empty();
      continue;
    }
    if (space) words += ' ';
    length += space ? 2 : 1;
    space = false;
    appendUtf8(words, c);
  }
  if (words.empty()) return breach("text.empty");
  return length > mostLetters ? breach("text.too-long") : Checked(std::move(words));
}

}  // namespace journey
