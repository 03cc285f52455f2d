// SPDX-License-Identifier: Apache-2.0
#include "pseudo.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <algorithm>

namespace screens_test::pseudo {
namespace {

using nlohmann::json;

// So much more of each word.
constexpr double more = 0.4;

// What is put in later, "{name}", stays as it is; so does what is no word.
QString longer(const QString& word) {
  if (word.contains(u'{') || !word.front().isLetter()) return word;
  const auto added = static_cast<qsizetype>(static_cast<double>(word.size()) * more);
  qsizetype end = word.size();
  while (end > 0 && !word[end - 1].isLetter())
    --end;
  return word.left(end) + word.left(std::min(added, end)).toLower() + word.mid(end);
}

// A mark that says how the line runs, and one that turns every letter up to the last mark.
QString turned(const QString& text) {
  constexpr QChar rightToLeft(0x200F);
  constexpr QChar turnAll(0x202E);
  constexpr QChar turnNoMore(0x202C);
  return QString(rightToLeft) + turnAll + text + turnNoMore;
}

// Figures alone are written so everywhere: "{euros},{cents} €".
bool isFigures(QString text) {
  static const QRegularExpression place(QStringLiteral("\\{[^}]*\\}"));
  text.remove(place);
  return std::none_of(text.cbegin(), text.cend(), [](QChar one) { return one.isLetter(); });
}

QString pseudo(const QString& text) {
  if (isFigures(text)) return text;
  QStringList words = text.split(u' ');
  for (QString& word : words) {
    if (!word.isEmpty()) word = longer(word);
  }
  return turned(words.join(u' '));
}

}  // namespace

json madeFrom(const json& texts) {
  json made = texts;
  for (auto& [key, value] : made.items()) {
    if (value.is_object()) value = madeFrom(value);
    if (value.is_string()) {
      value = pseudo(QString::fromStdString(value.get<std::string>())).toStdString();
    }
  }
  if (made.contains("language") && made["language"].contains("direction")) {
    made["language"]["direction"] = "rtl";
  }
  return made;
}

}  // namespace screens_test::pseudo
