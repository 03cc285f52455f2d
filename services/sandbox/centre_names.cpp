// SPDX-License-Identifier: Apache-2.0
#include "centre_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace sandbox {

namespace {

// A machine-readable zone has room for about this many letters of a name.
constexpr std::size_t cutLength = 12;

// Letters of two bytes in UTF-8 that French and neighbouring names are written with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> plainLetters{{
    {"àáâãåÀÁÂÃÅ", "A"}, {"äÄæÆ", "AE"},  {"çćčÇĆČ", "C"},   {"èéêëęěÈÉÊËĘĚ", "E"},
    {"ìíîïİÌÍÎÏ", "I"},  {"ñńňÑŃŇ", "N"}, {"òóôõÒÓÔÕ", "O"}, {"öøÖØœŒ", "OE"},
    {"ùúûůÙÚÛŮ", "U"},   {"üÜ", "UE"},    {"ýÿÝŸ", "Y"},     {"šśşŠŚŞ", "S"},
    {"žźżŽŹŻ", "Z"},     {"łŁ", "L"},     {"ß", "SS"},       {"đðĐÐ", "D"},
    {"ğĞ", "G"},         {"řŘ", "R"},     {"ťţŤŢ", "T"},     {"ąĄ", "A"},
    {"őŐ", "O"},         {"űŰ", "U"},     {"ăĂ", "A"},       {"ő", "O"},
    {"ū", "U"},          {"ī", "I"},
}};

// U+1EA0 to U+1EF9, three bytes each: vowels under two marks ("NGUYỄN").
std::string_view vietnamese(std::string_view letter) {
  if (letter.size() < 3 || letter[0] != '\xE1') return {};
  const int place = (static_cast<unsigned char>(letter[1]) - 0xBA) * 0x40 +
                    (static_cast<unsigned char>(letter[2]) - 0x80);
  constexpr std::array<std::pair<int, std::string_view>, 6> until{
      {{0x38, "A"}, {0x48, "E"}, {0x4C, "I"}, {0x64, "O"}, {0x72, "U"}, {0x7A, "Y"}}};
  if (place < 0x20) return {};
  for (const auto& [end, meant] : until)
    if (place < end) return meant;
  return {};
}

std::string plain(std::string_view name) {
  std::string letters;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte < 0x80) {
      if (std::isalnum(byte) != 0) letters += static_cast<char>(std::toupper(byte));
      continue;
    }
    if ((byte & 0xF0) == 0xE0) {
      letters += vietnamese(name.substr(i, 3));
      i += 2;
      continue;
    }
    const auto letter = name.substr(i, 2);
    if ((byte & 0xE0) == 0xC0) ++i;
    for (const auto& [written, meant] : plainLetters)
      if (written.find(letter) != std::string_view::npos) {
        letters += meant;
        break;
      }
  }
  return letters;
}

// "MUELLER" and "MULLER" are one name: a zone writes ü either way.
std::string withoutDigraphs(std::string letters) {
  for (const std::string_view digraph : {"AE", "OE", "UE"})
    for (auto at = letters.find(digraph); at != std::string::npos; at = letters.find(digraph, at))
      letters.erase(at + 1, 1);
  return letters;
}

bool beginsWith(const std::string& whole, const std::string& start) {
  return whole.size() >= start.size() && whole.compare(0, start.size(), start) == 0;
}

constexpr std::array<std::string_view, 10> particles{"DE", "D",   "DU",  "DES", "LA",
                                                     "LE", "VON", "VAN", "DER", "DEN"};
constexpr std::array<std::string_view, 7> civilities{"M",   "MR",     "MME",     "MLLE",
                                                     "MLE", "MADAME", "MONSIEUR"};
constexpr std::array<std::string_view, 6> links{"NEE", "NE", "EPOUSE", "EP", "VEUVE", "VVE"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words between blanks, commas, points, brackets and apostrophes, each in plain letters. A hyphen
// binds. "&" and "/" are words.
std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    auto letters = plain(word);
    if (!letters.empty()) words.push_back(std::move(letters));
    word.clear();
  };
  for (const char letter : text) {
    if (letter == '&' || letter == '/') {
      end();
      words.emplace_back("ET");
    } else if (std::string_view(" ,.;()<'").find(letter) != std::string_view::npos) {
      end();
    } else {
      word += letter;
    }
  }
  end();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words)
    all += word;
  return withoutDigraphs(std::move(all));
}

bool isSameOrCut(const std::string& one, const std::string& other) {
  if (one == other) return !one.empty();
  if (std::min(one.size(), other.size()) < cutLength) return false;
  return beginsWith(one, other) || beginsWith(other, one);
}

// The name without the particle before or behind it. "LE GOFF" and "LA FONTAINE" begin with none:
// an article alone is part of the name.
std::string core(std::vector<std::string> words) {
  const auto isBare = [](const std::string& word) { return word != "LE" && word != "LA"; };
  auto first = words.begin();
  if (isOneOf(particles, *first) && isBare(*first))
    while (first + 1 < words.end() && isOneOf(particles, *first))
      ++first;
  auto last = words.end();
  while (last - 1 > first && isOneOf(particles, *(last - 1)))
    --last;
  return joined({first, last});
}

// The people that a bill names, each as words.
std::vector<std::vector<std::string>> peopleOn(std::string_view bill) {
  std::vector<std::vector<std::string>> people(1);
  for (auto& word : wordsOf(bill)) {
    if (word == "ET" || word == "OU") {
      people.emplace_back();
    } else if (!isOneOf(civilities, word) && !isOneOf(links, word)) {
      people.back().push_back(std::move(word));
    }
  }
  return people;
}

}  // namespace

bool isSameName(std::string_view one, std::string_view other) {
  const auto a = wordsOf(one);
  const auto b = wordsOf(other);
  if (a.empty() || b.empty()) return false;
  return isSameOrCut(joined(a), joined(b)) || core(a) == core(b);
}

bool areGivenNamesOn(std::string_view said, std::string_view shown) {
  const auto asked = wordsOf(said);
  auto there = wordsOf(shown);
  if (asked.empty() || there.empty()) return false;
  if (isSameOrCut(joined(asked), joined(there))) return true;
  return std::all_of(asked.begin(), asked.end(), [&](const std::string& name) {
    const auto found = std::find_if(there.begin(), there.end(), [&](const auto& one) {
      return joined({one}) == joined({name});
    });
    if (found == there.end()) return false;
    there.erase(found);
    return true;
  });
}

bool billHasSurname(std::string_view bill, std::string_view birth, std::string_view used) {
  std::vector<std::string> names{std::string(birth)};
  if (!used.empty()) {
    names.emplace_back(used);
    names.push_back(std::string(birth) + " " + std::string(used));
    names.push_back(std::string(used) + " " + std::string(birth));
  }
  const auto isTheirs = [&](const std::string& surname) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return isSameName(surname, name); });
  };
  if (isTheirs(std::string(bill))) return true;
  for (const auto& person : peopleOn(bill)) {
    std::string surname;
    for (const auto& word : person)
      surname += word + " ";
    if (isTheirs(surname)) return true;
  }
  return false;
}

bool billHasGivenName(std::string_view bill, std::string_view givenNames) {
  const auto own = wordsOf(givenNames);
  for (const auto& person : peopleOn(bill)) {
    if (!person.empty() && joined(person) == joined(own)) return true;
    for (const auto& word : person)
      if (std::find(own.begin(), own.end(), word) != own.end()) return true;
  }
  return isSameName(bill, givenNames);
}

bool isName(std::string_view text) {
  const bool hasDigit = std::any_of(text.begin(), text.end(),
                                    [](unsigned char letter) { return std::isdigit(letter) != 0; });
  return !hasDigit && !plain(text).empty();
}

}  // namespace sandbox
