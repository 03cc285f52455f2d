// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Latin letters in UTF-8, as far as names and plates need them. Inside of the formats; not for
// callers of the library.
namespace journey {

/// What nextCodePoint gives for bytes that are not UTF-8.
inline constexpr char32_t notUtf8 = 0xFFFFFFFF;

/// Takes the first code point off `rest`, which must not be empty; at least one byte is taken.
[[nodiscard]] char32_t nextCodePoint(std::string_view& rest);
void appendUtf8(std::string& text, char32_t codePoint);

/// Letters of the Latin alphabet with or without marks, Vietnamese and Romanian ones too.
[[nodiscard]] bool isLatinLetter(char32_t codePoint);
/// Small to capital; any other code point as it is. ß has no capital here: see baseLetters.
[[nodiscard]] char32_t capitalOf(char32_t codePoint);
/// A capital and a combining mark as one letter (E and U+0301 are É), or 0 when there is none.
[[nodiscard]] char32_t composed(char32_t capital, char32_t mark);
[[nodiscard]] bool isCombiningMark(char32_t codePoint);

/// Machine-readable zones write Ü as U or as UE (ICAO 9303 part 3, section 6).
enum class Umlauts { Bare, Expanded };
/// The letters A-Z that stand for a capital: É is E, Œ is OE, ß is SS; "" for what is no letter.
[[nodiscard]] std::string_view baseLetters(char32_t capital, Umlauts umlauts);

/// Spaces of all kinds.
[[nodiscard]] bool isSpace(char32_t codePoint);
/// Straight and typographic apostrophes, primes, accents typed alone.
[[nodiscard]] bool isApostrophe(char32_t codePoint);
/// Hyphens, dashes, the minus sign.
[[nodiscard]] bool isHyphen(char32_t codePoint);

/// 0 to 9 in ASCII.
[[nodiscard]] constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// The letters and digits of `typed` in ASCII capitals, spaces, hyphens, dots, slashes and bullets
/// left out; false when there is anything else. How plates and numbers are read.
[[nodiscard]] bool lettersAndDigits(std::string_view typed, std::string& kept);

}  // namespace journey
