// SPDX-License-Identifier: Apache-2.0
#include "address_lines.h"

#include <algorithm>
#include <string>

#include "letters.h"
#include "names.h"

namespace journey {
namespace {

bool isSpaceOrJoint(char c) {
  return c == ' ' || c == '\'' || c == '-';
}

Checked breach(std::string_view subject, std::string_view kind) {
  return tl::make_unexpected(RuleBreach{std::string(subject) + "." + std::string(kind)});
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string withoutDoubleSpaces(std::string_view text) {
  std::string single;
  for (char c : text) {
    if (c == ' ' && (single.empty() || single.back() == ' ')) continue;
    single += c;
  }
  while (!single.empty() && single.back() == ' ')
    single.pop_back();
  return single;
}

/// Where the signs of `text` end that `accepts` takes, from `at`; ° is two bytes.
std::size_t endOfSigns(std::string_view text, std::size_t at, std::string_view signs) {
  while (at < text.size()) {
    if (isDigit(text[at]) || signs.find(text[at]) != std::string_view::npos) {
      ++at;
    } else if (signs.find('&') != std::string_view::npos && text.substr(at, 2) == "°") {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

// Letters are read as names are (case, apostrophes, hyphens), run by run between the other signs.
Checked line(std::string_view typed, std::string_view subject, std::string_view signs) {
  std::string text;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t end = endOfSigns(typed, at, signs);
    text += typed.substr(at, end - at);
    at = end;
    while (at < typed.size() && endOfSigns(typed, at, signs) == at)
      ++at;
    const std::string_view run = typed.substr(end, at - end);
    if (std::all_of(run.begin(), run.end(), isSpaceOrJoint)) {
      text += run;
      continue;
    }
    const Checked letters = personName(run);
    if (!letters) {
      return breach(subject, letters.error().key == "name.too-long" ? "too-long" : "characters");
    }
    if (run.front() == ' ') text += ' ';
    text += *letters;
    if (run.back() == ' ') text += ' ';
  }
  text = withoutDoubleSpaces(text);
  if (text.empty()) return breach(subject, "empty");
  if (characters(text) > 100) return breach(subject, "too-long");
  return text;
}

std::string pairs(std::string_view digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    if (i > 0) text += ' ';
    text += digits.substr(i, 2);
  }
  return text;
}

}  // namespace

Checked placeName(std::string_view typed) {
  return line(typed, "place", ".()/");
}

Checked addressLine(std::string_view typed) {
  return line(typed, "address-line", ".()/,&");
}

Checked streetNumber(std::string_view typed) {
  const Checked text = line(typed, "street-number", "/.,");
  if (!text)
    return breach("street-number",
                  text.error().key.find("empty") == std::string::npos ? "unknown" : "empty");
  if (!isDigit(text->front()) || text->size() > 10) return breach("street-number", "unknown");
  return text;
}

Checked townName(std::string_view typed) {
  Checked text = line(typed, "town", ".()/-");
  if (!text && text.error().key == "town.too-long") return breach("town", "characters");
  return text;
}

Checked countryCode(std::string_view typed) {
  const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (typed.size() == 2 && isCapital(typed[0]) && isCapital(typed[1])) return std::string(typed);
  return breach("country", "unknown");
}

Checked telephone(std::string_view typed) {
  std::string digits;
  bool isForeign = false;
  for (char c : typed) {
    if (isDigit(c)) {
      digits += c;
    } else if (c == '+' && digits.empty()) {
      isForeign = true;
    } else if (std::string_view(" .-/()").find(c) == std::string_view::npos) {
      return breach("telephone", "incomplete");
    }
  }
  if (digits.empty()) return breach("telephone", "empty");
  if (digits.compare(0, 2, "00") == 0) {
    isForeign = true;
    digits.erase(0, 2);
  }
  if (isForeign && digits.compare(0, 2, "33") == 0 && digits.size() == 11) {
    isForeign = false;
    digits.replace(0, 2, "0");
  }
  if (isForeign) {
    // No country's code begins with 0 (E.164).
    if (digits.size() < 7 || digits.size() > 15 || digits[0] == '0')
      return breach("telephone", "incomplete");
    return "+" + digits;
  }
  if (digits.size() != 10 || digits[0] != '0' || digits[1] == '0') {
    return breach("telephone", "incomplete");
  }
  return pairs(digits);
}

}  // namespace journey
