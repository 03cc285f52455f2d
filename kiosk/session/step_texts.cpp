// SPDX-License-Identifier: Apache-2.0
#include "step_texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace session {
namespace {

using journey::Step;

// Puts earlier answers in the place of "{step-id}", for comparing with a paper. Details only: they
// are shown, and never read aloud. "" when one of the answers is not known.
QString withAnswers(QString text, const Walk& walk, const Wording& wording,
                    const journey::Answers& answers, Answered shown) {
  static const QRegularExpression place(QStringLiteral("\\{([a-z-]+)\\}"));
  for (auto match = place.match(text); match.hasMatch(); match = place.match(text)) {
    const std::string id = match.captured(1).toStdString();
    const Step* step = walk.procedure().find(id);
    const auto given = answers.find(id);
    if (!step || given == answers.end()) return {};
    text.replace(
        match.capturedStart(), match.capturedLength(),
        shown == Answered::Shown ? wording.answer(*step, given->second) : QStringLiteral("•••"));
  }
  return text;
}

QList<OptionView> optionsOf(const Walk& walk, const Wording& wording,
                            const journey::Answers& answers, Answered shown) {
  QList<OptionView> options;
  const Step& step = walk.shown();
  const std::string marked = walk.typedAt(step.id);
  for (const std::string& id : step.options) {
    OptionView option;
    option.id = QString::fromStdString(id);
    option.label = wording.ofStep(step, QStringLiteral("options.") + option.id, answers);
    if (option.label.isEmpty()) {
      option.label =
          wording.words().text(QStringLiteral("steps.") + QString::fromStdString(step.textId) +
                               QStringLiteral(".options.") + option.id);
    }
    option.detail =
        withAnswers(wording.ofStep(step, QStringLiteral("details.") + option.id, answers), walk,
                    wording, answers, shown);
    option.chosen = shown == Answered::Shown && id == marked;
    options.append(option);
  }
  return options;
}

// What the person typed and answered at this step, and the postcode that it follows from.
void giveAnswers(StepView& view, const Walk& walk, const journey::Answers& passed) {
  const Step& step = walk.shown();
  view.typed = QString::fromStdString(walk.typedAt(step.id));
  if (const auto given = walk.answers().find(step.id); given != walk.answers().end()) {
    view.chosen = QString::fromStdString(given->second);
  }
  if (const auto postcode = passed.find(step.of); postcode != passed.end()) {
    view.postcode = QString::fromStdString(postcode->second);
  }
}

}  // namespace

QString kindName(journey::AnswerKind kind) {
  using journey::AnswerKind;
  switch (kind) {
    case AnswerKind::Choice:
      return QStringLiteral("choice");
    case AnswerKind::Keyed:
      return QStringLiteral("keyed");
    case AnswerKind::CalendarDate:
      return QStringLiteral("date");
    case AnswerKind::Town:
      return QStringLiteral("town");
    case AnswerKind::Country:
      return QStringLiteral("country");
    case AnswerKind::Declare:
      return QStringLiteral("declare");
    case AnswerKind::Inform:
      return QStringLiteral("inform");
    case AnswerKind::OfficersLook:
      return QStringLiteral("officers-look");
    case AnswerKind::Review:
      return QStringLiteral("review");
    case AnswerKind::Cost:
      return QStringLiteral("cost");
    case AnswerKind::Papers:
      return QStringLiteral("papers");
    case AnswerKind::Send:
      return QStringLiteral("send");
  }
  return {};
}

StepView stepView(const Walk& walk, const Wording& wording, Answered answered) {
  const Step& step = walk.shown();
  const Words& words = wording.words();
  const journey::Answers passed =
      journey::reachable(walk.procedure(), walk.answers(), walk.today());
  const auto text = [&](const char* name) {
    return wording.ofStep(step, QLatin1String(name), passed);
  };
  StepView view;
  view.id = QString::fromStdString(step.id);
  view.title = text("title");
  view.help = text("help");
  view.why = text("why");
  view.where = text("where");
  view.spoken = text("spoken");
  view.kind = kindName(step.answer);
  view.keys = QString::fromStdString(step.keys);
  view.drawing = QString::fromStdString(step.drawing);
  view.options = optionsOf(walk, wording, passed, answered);
  if (answered == Answered::Shown) giveAnswers(view, walk, passed);
  if (!walk.problem().empty()) {
    view.problem = words.text(QStringLiteral("problems.") + QString::fromStdString(walk.problem()));
  }
  view.mayBeUnknown = step.mayBeUnknown;
  view.mayBeEmpty = step.mayBeEmpty;
  if (step.mayBeEmpty) {
    const QString own = text("empty");
    view.emptyLabel = own.isEmpty() ? words.text(QStringLiteral("labels.leave-empty")) : own;
  }
  // Where the file of a procedure is broken, an agent takes over.
  view.leadsTo = walk.isShut() ? QStringLiteral("agent") : QString::fromStdString(step.leadsTo);
  return view;
}

ProgressView progressView(const Walk& walk, const Words& words) {
  const auto& chapters = walk.procedure().chapters;
  const auto found = std::find(chapters.begin(), chapters.end(), walk.shown().chapter);
  ProgressView view;
  view.chapters = static_cast<int>(chapters.size());
  if (found == chapters.end()) return view;
  const auto name = [&](const std::string& id) {
    return words.text(QStringLiteral("chapters.") + QString::fromStdString(id));
  };
  view.chapter = static_cast<int>(found - chapters.begin()) + 1;
  view.name = name(*found);
  if (found + 1 != chapters.end()) view.nextName = name(*(found + 1));
  return view;
}

}  // namespace session
