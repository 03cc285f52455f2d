// SPDX-License-Identifier: Apache-2.0
#include "letters.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace journey {
namespace {

/// Capitals and small letters from `first` to `last` whose base is `letters`.
struct Range {
  char32_t first;
  char32_t last;
  std::string_view letters;
};

// In ascending order; Unicode blocks Latin-1, Latin Extended-A and parts of B and Additional.
constexpr std::array ranges{
    Range{0x41, 0x5A, ""},       Range{0x61, 0x7A, ""},      Range{0xC0, 0xC5, "A"},
    Range{0xC6, 0xC6, "AE"},     Range{0xC7, 0xC7, "C"},     Range{0xC8, 0xCB, "E"},
    Range{0xCC, 0xCF, "I"},      Range{0xD0, 0xD0, "D"},     Range{0xD1, 0xD1, "N"},
    Range{0xD2, 0xD6, "O"},      Range{0xD8, 0xD8, "O"},     Range{0xD9, 0xDC, "U"},
    Range{0xDD, 0xDD, "Y"},      Range{0xDE, 0xDE, "TH"},    Range{0xDF, 0xDF, "SS"},
    Range{0xE0, 0xE5, "A"},      Range{0xE6, 0xE6, "AE"},    Range{0xE7, 0xE7, "C"},
    Range{0xE8, 0xEB, "E"},      Range{0xEC, 0xEF, "I"},     Range{0xF0, 0xF0, "D"},
    Range{0xF1, 0xF1, "N"},      Range{0xF2, 0xF6, "O"},     Range{0xF8, 0xF8, "O"},
    Range{0xF9, 0xFC, "U"},      Range{0xFD, 0xFD, "Y"},     Range{0xFE, 0xFE, "TH"},
    Range{0xFF, 0xFF, "Y"},      Range{0x100, 0x105, "A"},   Range{0x106, 0x10D, "C"},
    Range{0x10E, 0x111, "D"},    Range{0x112, 0x11B, "E"},   Range{0x11C, 0x123, "G"},
    Range{0x124, 0x127, "H"},    Range{0x128, 0x131, "I"},   Range{0x132, 0x133, "IJ"},
    Range{0x134, 0x135, "J"},    Range{0x136, 0x138, "K"},   Range{0x139, 0x142, "L"},
    Range{0x143, 0x14B, "N"},    Range{0x14C, 0x151, "O"},   Range{0x152, 0x153, "OE"},
    Range{0x154, 0x159, "R"},    Range{0x15A, 0x161, "S"},   Range{0x162, 0x167, "T"},
    Range{0x168, 0x173, "U"},    Range{0x174, 0x175, "W"},   Range{0x176, 0x178, "Y"},
    Range{0x179, 0x17E, "Z"},    Range{0x17F, 0x17F, "S"},   Range{0x1A0, 0x1A1, "O"},
    Range{0x1AF, 0x1B0, "U"},    Range{0x218, 0x219, "S"},   Range{0x21A, 0x21B, "T"},
    Range{0x1E9E, 0x1E9E, "SS"}, Range{0x1EA0, 0x1EB7, "A"}, Range{0x1EB8, 0x1EC7, "E"},
    Range{0x1EC8, 0x1ECB, "I"},  Range{0x1ECC, 0x1EE3, "O"}, Range{0x1EE4, 0x1EF1, "U"},
    Range{0x1EF2, 0x1EF9, "Y"},
};

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const Range* rangeOf(char32_t codePoint) {
  const auto* found =
      std::lower_bound(ranges.begin(), ranges.end(), codePoint,
                       [](const Range& range, char32_t wanted) { return range.last < wanted; });
  if (found == ranges.end() || codePoint < found->first) return nullptr;
  return found;
}

/// Whether capitals of this block stand on even places, each before its small letter.
bool capitalsAreEven(char32_t codePoint) {
  return codePoint < 0x139 || (codePoint > 0x149 && codePoint < 0x178) || codePoint > 0x17F;
}

struct Composition {
  char32_t capital;
  char32_t mark;
  char32_t letter;
};

constexpr std::array compositions{
    Composition{U'A', 0x300, 0xC0}, Composition{U'A', 0x301, 0xC1}, Composition{U'A', 0x302, 0xC2},
    Composition{U'A', 0x303, 0xC3}, Composition{U'A', 0x308, 0xC4}, Composition{U'A', 0x30A, 0xC5},
    Composition{U'C', 0x327, 0xC7}, Composition{U'E', 0x300, 0xC8}, Composition{U'E', 0x301, 0xC9},
    Composition{U'E', 0x302, 0xCA}, Composition{U'E', 0x308, 0xCB}, Composition{U'I', 0x300, 0xCC},
    Composition{U'I', 0x301, 0xCD}, Composition{U'I', 0x302, 0xCE}, Composition{U'I', 0x308, 0xCF},
    Composition{U'N', 0x303, 0xD1}, Composition{U'O', 0x300, 0xD2}, Composition{U'O', 0x301, 0xD3},
    Composition{U'O', 0x302, 0xD4}, Composition{U'O', 0x303, 0xD5}, Composition{U'O', 0x308, 0xD6},
    Composition{U'U', 0x300, 0xD9}, Composition{U'U', 0x301, 0xDA}, Composition{U'U', 0x302, 0xDB},
    Composition{U'U', 0x308, 0xDC}, Composition{U'Y', 0x301, 0xDD}, Composition{U'Y', 0x308, 0x178},
};

/// Bytes of the sequence that starts with `lead`, 0 when none does.
std::size_t sequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool isOverlongOrOutside(char32_t value, std::size_t length) {
  return (length == 3 && value < 0x800) || (length == 4 && value < 0x10000) || value > 0x10FFFF ||
         (value >= 0xD800 && value < 0xE000);
}

}  // namespace

char32_t nextCodePoint(std::string_view& rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t length = sequenceLength(lead);
  if (length == 0 || rest.size() < length) {
    rest.remove_prefix(1);
    return notUtf8;
  }
  char32_t value = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(rest[i]);
    if ((byte & 0xC0U) != 0x80) {
      rest.remove_prefix(1);
      return notUtf8;
    }
    value = (value << 6U) | (byte & 0x3FU);
  }
  rest.remove_prefix(length);
  return isOverlongOrOutside(value, length) ? notUtf8 : value;
}

void appendUtf8(std::string& text, char32_t codePoint) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (codePoint < 0x80) {
    put(codePoint);
  } else if (codePoint < 0x800) {
    put(0xC0U | (codePoint >> 6U));
    put(0x80U | (codePoint & 0x3FU));
  } else {
    if (codePoint < 0x10000) {
      put(0xE0U | (codePoint >> 12U));
    } else {
      put(0xF0U | (codePoint >> 18U));
      put(0x80U | ((codePoint >> 12U) & 0x3FU));
    }
    put(0x80U | ((codePoint >> 6U) & 0x3FU));
    put(0x80U | (codePoint & 0x3FU));
  }
}

bool isLatinLetter(char32_t codePoint) {
  return rangeOf(codePoint) != nullptr;
}

char32_t capitalOf(char32_t codePoint) {
  if (codePoint >= U'a' && codePoint <= U'z') return codePoint - 0x20;
  if (codePoint < 0xE0 || !isLatinLetter(codePoint)) return codePoint;
  if (codePoint == 0xFF) return 0x178;
  if (codePoint < 0x100) return codePoint - 0x20;
  if (codePoint == 0x131) return U'I';
  if (codePoint == 0x17F) return U'S';
  if (codePoint == 0x130 || codePoint == 0x138 || codePoint == 0x149 || codePoint == 0x178 ||
      codePoint == 0x1E9E) {
    return codePoint;
  }
  const bool odd = codePoint % 2 == 1;
  if (codePoint == 0x1AF || codePoint == 0x1B0) return 0x1AF;
  return odd == capitalsAreEven(codePoint) ? codePoint - 1 : codePoint;
}

char32_t composed(char32_t capital, char32_t mark) {
  for (const Composition& one : compositions) {
    if (one.capital == capital && one.mark == mark) return one.letter;
  }
  return 0;
}

bool isCombiningMark(char32_t codePoint) {
  return codePoint >= 0x300 && codePoint <= 0x36F;
}

std::string_view baseLetters(char32_t capital, Umlauts umlauts) {
  if (capital >= U'A' && capital <= U'Z') return alphabet.substr(capital - U'A', 1);
  if (umlauts == Umlauts::Expanded) {
    if (capital == 0xC4) return "AE";
    if (capital == 0xC5) return "AA";
    if (capital == 0xD6 || capital == 0xD8) return "OE";
    if (capital == 0xDC) return "UE";
  }
  const Range* range = rangeOf(capital);
  return range == nullptr ? std::string_view{} : range->letters;
}

bool isSpace(char32_t codePoint) {
  return codePoint == U' ' || codePoint == U'\t' || codePoint == 0xA0 || codePoint == 0x202F ||
         codePoint == 0x3000 || (codePoint >= 0x2000 && codePoint <= 0x200B);
}

bool isApostrophe(char32_t codePoint) {
  return codePoint == U'\'' || codePoint == U'`' || codePoint == 0xB4 || codePoint == 0x2BC ||
         codePoint == 0x2018 || codePoint == 0x2019 || codePoint == 0x201B || codePoint == 0x2032;
}

bool isHyphen(char32_t codePoint) {
  return codePoint == U'-' || codePoint == 0xAD || codePoint == 0x2212 ||
         (codePoint >= 0x2010 && codePoint <= 0x2015);
}

bool lettersAndDigits(std::string_view typed, std::string& kept) {
  kept.clear();
  while (!typed.empty()) {
    const char32_t c = capitalOf(nextCodePoint(typed));
    if ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z')) {
      kept += static_cast<char>(c);
    } else if (!isSpace(c) && !isHyphen(c) && c != U'.' && c != U'/' && c != U'_' && c != 0xB7 &&
               c != 0x2022) {
      return false;
    }
  }
  return true;
}

}  // namespace journey
