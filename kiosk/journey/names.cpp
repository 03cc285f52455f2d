// SPDX-License-Identifier: Apache-2.0
#include "names.h"

#include <array>
#include <vector>

#include "letters.h"

namespace journey {
namespace {

constexpr std::size_t longestName = 100;
/// Shorter names are never taken for cut ones: the given-names line of the French card of 1988 to
/// 2021 holds 14 characters, every other zone more.
constexpr std::size_t shortestCut = 14;
/// The same where the cut falls between two given names: two fillers are gone.
constexpr std::size_t shortestCutBetween = 12;
/// Surname and given names share 30 characters on cards; trailing fillers may be gone.
constexpr std::size_t shortestSharedCut = 28;

bool isWordBreak(char32_t c) {
  return isSpace(c) || c == U',' || c == U'.' || c == U';';
}

/// Capitals, ' and - as typed, ' ' for every break; false at the first strange character.
bool transcribed(std::string_view typed, std::u32string& name) {
  while (!typed.empty()) {
    const char32_t c = capitalOf(nextCodePoint(typed));
    if (isCombiningMark(c) && !name.empty() && isLatinLetter(name.back())) {
      const char32_t letter = composed(name.back(), c);
      letter != 0 ? static_cast<void>(name.back() = letter) : name.push_back(c);
    } else if (c == 0xDF || c == 0x1E9E) {
      name += U"SS";
    } else if (isApostrophe(c)) {
      name += U'\'';
    } else if (isHyphen(c)) {
      name += U'-';
    } else if (isWordBreak(c)) {
      name += U' ';
    } else if (isLatinLetter(c) ||
               (isCombiningMark(c) && !name.empty() && isCombiningMark(name.back()))) {
      name += c;
    } else {
      return false;
    }
  }
  return true;
}

/// One space between words, none beside a hyphen or after an apostrophe, no hyphen at the ends.
std::u32string tidied(const std::u32string& name) {
  std::u32string tidy;
  for (const char32_t c : name) {
    const char32_t last = tidy.empty() ? U' ' : tidy.back();
    if (c == U' ' && (last == U' ' || last == U'-' || last == U'\'')) continue;
    if (c == U'\'' && last == U'\'') continue;
    if (c == U'-') {
      while (!tidy.empty() && tidy.back() == U' ')
        tidy.pop_back();
      const bool twoAlready = tidy.size() >= 2 && tidy.ends_with(U"--");
      if (tidy.empty() || twoAlready) continue;
    }
    tidy += c;
  }
  while (!tidy.empty() && (tidy.back() == U' ' || tidy.back() == U'-'))
    tidy.pop_back();
  return tidy;
}

std::string folded(std::string_view name, Umlauts umlauts) {
  std::string letters;
  while (!name.empty())
    letters += baseLetters(capitalOf(nextCodePoint(name)), umlauts);
  return letters;
}

/// Given names, each folded; JEAN-PIERRE is one.
std::vector<std::string> foldedGivenNames(std::string_view names, Umlauts umlauts) {
  std::vector<std::string> result;
  std::string one;
  while (!names.empty()) {
    const char32_t c = capitalOf(nextCodePoint(names));
    if (isWordBreak(c) || c == U'<') {
      if (!one.empty()) result.push_back(std::move(one));
      one.clear();
    } else {
      one += baseLetters(c, umlauts);
    }
  }
  if (!one.empty()) result.push_back(std::move(one));
  return result;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names)
    all += name;
  return all;
}

/// Characters that names take in a machine-readable zone; two fillers between given names.
std::size_t zoneLength(std::string_view names) {
  std::size_t length = 0;
  std::size_t fillers = 0;
  while (!names.empty()) {
    const char32_t c = capitalOf(nextCodePoint(names));
    const std::size_t letters = baseLetters(c, Umlauts::Bare).size();
    if (letters > 0) {
      length += letters + (length > 0 ? fillers : 0);
      fillers = 0;
    } else if (isWordBreak(c)) {
      fillers = 2;
    } else if (isHyphen(c) || c == U'<') {
      fillers = fillers == 0 ? 1 : fillers;
    }
  }
  return length;
}

bool isBeginning(std::string_view part, std::string_view whole) {
  return part.size() < whole.size() && whole.starts_with(part);
}

bool agree(const std::vector<std::string>& typed, const std::vector<std::string>& onDocument,
           std::size_t zone) {
  const std::string wanted = joined(typed);
  if (wanted.empty()) return false;
  std::string soFar;
  for (const std::string& name : onDocument) {
    soFar += name;
    if (soFar == wanted) return true;
  }
  if (soFar.empty() || !isBeginning(soFar, wanted)) return false;
  if (zone >= shortestCut) return true;
  std::string typedSoFar;
  for (const std::string& name : typed) {
    typedSoFar += name;
    if (typedSoFar == soFar) return zone >= shortestCutBetween;
  }
  return false;
}

constexpr std::array bothUmlauts{Umlauts::Bare, Umlauts::Expanded};

}  // namespace

Checked personName(std::string_view typed) {
  std::u32string letters;
  if (!transcribed(typed, letters)) return tl::unexpected(RuleBreach{"name.letters"});
  const std::u32string name = tidied(letters);
  if (name.empty() && letters.find_first_not_of(U' ') == std::u32string::npos) {
    return tl::unexpected(RuleBreach{"name.empty"});
  }
  if (name.size() > longestName) return tl::unexpected(RuleBreach{"name.too-long"});
  std::string text;
  bool hasLetter = false;
  for (const char32_t c : name) {
    hasLetter = hasLetter || isLatinLetter(c);
    appendUtf8(text, c);
  }
  if (!hasLetter) return tl::unexpected(RuleBreach{"name.letters"});
  return text;
}

std::string foldedName(std::string_view name) {
  return folded(name, Umlauts::Bare);
}

bool sameName(std::string_view one, std::string_view other) {
  for (const Umlauts first : bothUmlauts) {
    const std::string a = folded(one, first);
    for (const Umlauts second : bothUmlauts) {
      const std::string b = folded(other, second);
      if (a.empty() || b.empty()) return false;
      if (a == b) return true;
      if (a.size() >= shortestCut && isBeginning(a, b)) return true;
      if (b.size() >= shortestCut && isBeginning(b, a)) return true;
    }
  }
  return false;
}

bool givenNamesAgree(std::string_view typed, std::string_view onDocument) {
  const std::size_t zone = zoneLength(onDocument);
  for (const Umlauts first : bothUmlauts) {
    const auto a = foldedGivenNames(typed, first);
    for (const Umlauts second : bothUmlauts) {
      if (agree(a, foldedGivenNames(onDocument, second), zone)) return true;
    }
  }
  return false;
}

bool samePerson(PersonName typed, PersonName onDocument) {
  if (!sameName(typed.surname, onDocument.surname)) return false;
  if (givenNamesAgree(typed.givenNames, onDocument.givenNames)) return true;
  const std::size_t shared = zoneLength(onDocument.surname) + 2 + zoneLength(onDocument.givenNames);
  const std::string cut = foldedName(onDocument.givenNames);
  return shared >= shortestSharedCut && !cut.empty() &&
         isBeginning(cut, foldedName(typed.givenNames));
}

}  // namespace journey
