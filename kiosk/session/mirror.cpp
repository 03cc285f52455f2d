// SPDX-License-Identifier: Apache-2.0
#include "mirror.h"

#include "agent_reasons.h"
#include "step_texts.h"

#include "kiosk/journey/date.h"

#include <QRegularExpression>

#include <algorithm>

namespace session {
namespace {

using nlohmann::json;

// Bounds of the schema.
constexpr std::size_t mostRows = 80;
constexpr std::size_t mostOptions = 60;
constexpr qsizetype longestText = 380;

std::string text(const QString& words) {
  return words.left(longestText).toStdString();
}

json routeOf(const Walk& walk, const Wording& wording) {
  json rows = json::array();
  for (const PanelRow& row : panelRows(walk, wording)) {
    if (row.stepId.isEmpty() || rows.size() == mostRows) continue;
    rows.push_back({{"step", row.stepId.toStdString()},
                    {"question", text(row.question)},
                    {"answered", row.state == QLatin1String("done")}});
  }
  return rows;
}

// An option as the line names it, where all names are in small letters; those of the certificate
// ("VP", "GO") are not.
std::string wireName(const QString& option) {
  return option.toLower().toStdString();
}

json optionsOf(const StepView& view) {
  json options = json::array();
  for (const OptionView& option : view.options) {
    if (options.size() == mostOptions) break;
    options.push_back({{"id", wireName(option.id)},
                       {"label", text(option.label)},
                       {"detail", text(option.detail)}});
  }
  return options;
}

json pointsOf(const StepView& view, bool question, bool canGoBack) {
  json points = {"question", "main"};
  if (question && view.kind != QLatin1String("inform")) points.push_back("answer");
  if (!view.drawing.isEmpty()) points.push_back("drawing");
  if (canGoBack) points.push_back("back");
  for (const OptionView& option : view.options) {
    if (points.size() < mostRows) points.push_back("option:" + wireName(option.id));
  }
  return points;
}

// Title and help of a screen that is no question.
void nameScreen(StepView& view, const std::string& phase, const Words& words) {
  const QString key = QStringLiteral("screens.") + QString::fromStdString(phase);
  view.title = words.optionalText(key + QStringLiteral(".title"));
  view.help = words.optionalText(key + QStringLiteral(".help"));
  if (view.title.isEmpty()) view.title = words.text(QStringLiteral("chapters.check"));
}

bool isPlain(const QString& words) {
  return !words.isEmpty() &&
         std::all_of(words.begin(), words.end(), [](QChar one) { return one.isPrint(); });
}

std::optional<std::string> isoDate(const QString& words) {
  static const QRegularExpression french(QStringLiteral("^(\\d{2})[/. ](\\d{2})[/. ](\\d{4})$"));
  const auto match = french.match(words);
  const QString iso = match.hasMatch()
                          ? match.captured(3) + u'-' + match.captured(2) + u'-' + match.captured(1)
                          : words;
  const std::string date = iso.toStdString();
  return journey::parseIsoDate(date) ? std::optional(date) : std::nullopt;
}

// By its label, as the agent sees it, or by its name on the line.
std::optional<std::string> optionCalled(const QString& words, const journey::Step& step,
                                        const Wording& wording) {
  for (const std::string& option : step.options) {
    const QString id = QString::fromStdString(option);
    if (words.compare(id, Qt::CaseInsensitive) == 0 ||
        words.compare(wording.answer(step, option), Qt::CaseInsensitive) == 0) {
      return option;
    }
  }
  return std::nullopt;
}

std::optional<std::string> countryCalled(const QString& words, const Words& texts) {
  const QString countries = QStringLiteral("countries");
  for (const QString& code : texts.under(countries)) {
    const QString name = texts.text(countries + u'.' + code);
    if (name.compare(words, Qt::CaseInsensitive) == 0 || code == words) return code.toStdString();
  }
  return std::nullopt;
}

}  // namespace

json mirrorOf(const Walk& walk, const Wording& wording, const std::string& phase) {
  const Words& words = wording.words();
  StepView view = stepView(walk, wording, Answered::Hidden);
  const bool question = phase == "question";
  if (!question) nameScreen(view, phase, words);
  const ProgressView progress = progressView(walk, words);
  const char* main = phase == "send" ? "labels.send" : "labels.continue";
  return {{"phase", phase},
          {"step", view.id.toStdString()},
          {"title", text(view.title)},
          {"help", text(view.help)},
          {"problem", text(view.problem)},
          {"kind", view.kind.toStdString()},
          {"keys", view.keys.toStdString()},
          {"options", optionsOf(view)},
          {"answered", question && !walk.typedAt(walk.shown().id).empty()},
          {"main", text(words.text(QLatin1String(main)))},
          {"backShown", walk.canGoBack()},
          {"points", pointsOf(view, question, walk.canGoBack())},
          {"chapter", progress.chapter},
          {"chapters", progress.chapters},
          {"chapterName", text(progress.name)},
          {"route", routeOf(walk, wording)}};
}

QString shownValue(const Walk& walk, const Wording& wording) {
  const journey::Step& step = walk.shown();
  const std::string typed = walk.typedAt(step.id);
  const auto given = walk.answers().find(step.id);
  // Accepted already and not typed over since: in words; else as it is being typed.
  const bool chosen = step.answer == journey::AnswerKind::Choice;
  const bool accepted = given != walk.answers().end() && given->second == typed;
  const QString value = chosen || accepted ? wording.answer(step, typed) : QString();
  return (value.isEmpty() ? QString::fromStdString(typed) : value).left(longestText);
}

std::optional<Proposal> proposalOf(const Walk& walk, const std::string& value,
                                   const Wording& wording) {
  const journey::Step& step = walk.shown();
  const QString words = QString::fromStdString(value).simplified();
  std::optional<std::string> normal;
  switch (step.answer) {
    case journey::AnswerKind::Choice:
      normal = optionCalled(words, step, wording);
      break;
    case journey::AnswerKind::CalendarDate:
      normal = isoDate(words);
      break;
    case journey::AnswerKind::Country:
      normal = countryCalled(words, wording.words());
      break;
    case journey::AnswerKind::Keyed:
    case journey::AnswerKind::Town:
      if (isPlain(words)) return Proposal{words.toStdString(), words};
      break;
    default:
      break;
  }
  if (!normal) return std::nullopt;
  return Proposal{*normal, wording.answer(step, *normal)};
}

}  // namespace session
