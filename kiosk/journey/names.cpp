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

/// Writes a name letter by letter as civil status does. One space between words, none beside a
/// hyphen or after an apostrophe; hyphens within the name only, two at most.
class NameWriter {
 public:
  void letter(char32_t capital) {
    flush();
    put(capital);
    m_hasLetter = true;
  }
  /// A mark joins the letter before it where the two are one letter. False when none is before it.
  [[nodiscard]] bool mark(char32_t codePoint) {
    if (!m_hasLetter || m_gap != Gap::None || m_last == U'\'') return false;
    const char32_t whole = composed(m_last, codePoint);
    if (whole != 0) {
      m_text.pop_back();
      --m_length;
    }
    put(whole == 0 ? codePoint : whole);
    return true;
  }
  void apostrophe() {
    if (m_last == U'\'' && m_gap == Gap::None) return;
    flush();
    put(U'\'');
  }
  void hyphen() {
    if (m_length == 0) return;
    m_gap = m_gap == Gap::Hyphen || m_gap == Gap::TwoHyphens ? Gap::TwoHyphens : Gap::Hyphen;
  }
  void space() {
    if (m_gap == Gap::None && m_length > 0 && m_last != U'\'') m_gap = Gap::Space;
  }
  void seen() { m_blank = false; }

  [[nodiscard]] bool isBlank() const { return m_blank; }
  [[nodiscard]] bool hasLetter() const { return m_hasLetter; }
  /// In letters, not bytes.
  [[nodiscard]] std::size_t length() const { return m_length; }
  [[nodiscard]] std::string text() && { return std::move(m_text); }

 private:
  /// What is to be written before the next letter, should one come.
  enum class Gap { None, Space, Hyphen, TwoHyphens };

  void put(char32_t codePoint) {
    appendUtf8(m_text, codePoint);
    m_last = codePoint;
    ++m_length;
  }
  void flush() {
    if (m_gap == Gap::Space) put(U' ');
    if (m_gap == Gap::Hyphen || m_gap == Gap::TwoHyphens) put(U'-');
    if (m_gap == Gap::TwoHyphens) put(U'-');
    m_gap = Gap::None;
  }

  std::string m_text;
  char32_t m_last = 0;
  Gap m_gap = Gap::None;
  std::size_t m_length = 0;
  bool m_blank = true;
  bool m_hasLetter = false;
};

/// False at the first character that no name holds.
bool write(std::string_view typed, NameWriter& name) {
  while (!typed.empty()) {
    const char32_t c = capitalOf(nextCodePoint(typed));
    if (isWordBreak(c)) {
      name.space();
      continue;
    }
    name.seen();
    if (c == 0xDF || c == 0x1E9E) {
      name.letter(U'S');
      name.letter(U'S');
    } else if (isLatinLetter(c)) {
      name.letter(c);
    } else if (isCombiningMark(c)) {
      if (!name.mark(c)) return false;
    } else if (isApostrophe(c)) {
      name.apostrophe();
    } else if (isHyphen(c)) {
      name.hyphen();
    } else {
      return false;
    }
  }
  return true;
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

/// The same names in another order: civil status has one, people use several.
bool areSameInOtherOrder(std::vector<std::string> typed, std::vector<std::string> onDocument) {
  if (typed.size() > onDocument.size()) return false;
  onDocument.resize(typed.size());
  std::sort(typed.begin(), typed.end());
  std::sort(onDocument.begin(), onDocument.end());
  return typed == onDocument;
}

bool agree(const std::vector<std::string>& typed, const std::vector<std::string>& onDocument,
           std::size_t zone) {
  const std::string wanted = joined(typed);
  if (wanted.empty()) return false;
  if (areSameInOtherOrder(typed, onDocument)) return true;
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
  NameWriter name;
  if (!write(typed, name)) return breach("name.letters");
  if (name.isBlank()) return breach("name.empty");
  if (name.length() > longestName) return breach("name.too-long");
  if (!name.hasLetter()) return breach("name.letters");
  return std::move(name).text();
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
  if (typed == onDocument && !foldedName(typed).empty()) return true;
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
