// SPDX-License-Identifier: Apache-2.0
#include "paper_writer.h"

#include "ahead.h"
#include "desk_hours.h"
#include "findings.h"

#include <nlohmann/json.hpp>

namespace session {
namespace {

using Form = Paper::Section::Form;

Paper::Kind kindOf(const Fate& fate) {
  switch (fate.kind) {
    case Fate::Kind::Received:
      return Paper::Kind::Sent;
    case Fate::Kind::Refused:
      return Paper::Kind::Refused;
    default:
      return Paper::Kind::Kept;
  }
}

}  // namespace

PaperWriter::PaperWriter(const KioskConfig& config, const Words& words)
    : m_config(config), m_words(words), m_wording(words) {}

QString PaperWriter::text(Paper::Kind kind, const char* name) const {
  return m_words.text(QStringLiteral("paper.") + kindName(kind) + u'.' + QLatin1String(name));
}

Paper PaperWriter::blank(Paper::Kind kind, PrintTime time) const {
  Paper paper;
  paper.kind = kind;
  paper.rightToLeft = m_words.rightToLeft();
  paper.title = text(kind, "title");
  const QHash<QString, QString> when = {{QStringLiteral("date"), m_wording.date(time.day)},
                                        {QStringLiteral("time"), m_wording.time(time.minute)}};
  paper.sentence =
      m_words.filled(QStringLiteral("paper.") + kindName(kind) + QStringLiteral(".sentence"), when);
  paper.footer = {m_words.text(QStringLiteral("paper.free")),
                  m_words.text(QStringLiteral("paper.privacy"))};
  paper.printed = m_words.filled(QStringLiteral("paper.printed"), when);
  paper.pageLabel = m_words.text(QStringLiteral("paper.page"));
  return paper;
}

void PaperWriter::refer(Paper& paper, const QString& reference) const {
  paper.referenceLabel = text(paper.kind, "reference");
  paper.reference = reference;
  paper.code = QStringLiteral("cote-a-cote:") + reference;
  paper.codeCaption = text(paper.kind, "qr");
}

Paper PaperWriter::owed(const QString& localNumber, PrintTime time) const {
  Paper paper = blank(Paper::Kind::Kept, time);
  paper.sentence = text(Paper::Kind::Kept, "sentence-stopped");
  refer(paper, localNumber);
  paper.next = text(Paper::Kind::Kept, "next");
  paper.sections = {next(paper, Fate()), desk()};
  return paper;
}

Paper PaperWriter::outcome(const Walk& walk, const Dossier& dossier, const Sending& sending,
                           PrintTime time) const {
  const Fate& fate = sending.fate();
  const auto kind = kindOf(fate);
  Paper paper = blank(kind, time);
  refer(paper, QString::fromStdString(kind == Paper::Kind::Sent && !fate.reference.empty()
                                          ? fate.reference
                                          : sending.localNumber()));
  paper.next =
      kind == Paper::Kind::Sent
          ? m_words.text(QStringLiteral("paper.sent.next.") + QString::fromStdString(fate.nextStep))
          : text(kind, "next");
  if (kind == Paper::Kind::Refused) paper.next = reason(fate) + paper.next;
  const auto owed = dossier.cost(walk.answers());
  const bool free = owed && owed->lines.empty() && fate.totalCents.value_or(0) == 0;
  if (kind == Paper::Kind::Sent && free && fate.nextStep == "wait") {
    paper.next = m_words.text(QStringLiteral("paper.sent.next.free"));
  }
  paper.sentence.prepend(m_wording.procedure(walk.procedure().id) + QStringLiteral(". "));
  paper.numbers = numbers(fate);
  Paper::Section whatFollows = next(paper, fate);
  if (kind == Paper::Kind::Sent && walk.procedure().posted)
    whatFollows.sentences.append(m_words.text(QStringLiteral("paper.letterbox")));
  if (const std::string left = walk.nextProcedure(); !left.empty()) {
    // On the paper too: who leaves now must know that the other thing is not done.
    whatFollows.sentences.append(
        m_words.filled(QStringLiteral("paper.next-procedure"),
                       {{QStringLiteral("name"), m_wording.procedure(left)}}));
  }
  paper.sections.append(whatFollows);
  paper.sections.append(contents(text(kind, "what"), dossier.request(walk.answers())));
  Paper::Section price = cost(walk, dossier, fate);
  price.title = text(kind, "cost");
  if (free) {
    price = {Form::Plain, price.title, {m_words.text(QStringLiteral("screens.cost.free"))}, {}};
  } else {
    price.sentences.append(text(kind, "cost-note"));
  }
  paper.sections.append(price);
  paper.sections.append(desk());
  return paper;
}

QList<Paper::Number> PaperWriter::numbers(const Fate& fate) const {
  QList<Paper::Number> all;
  if (!fate.transferCode.empty()) {
    const QString until =
        fate.transferCodeUntil ? m_wording.date(*fate.transferCodeUntil) : QString();
    all.append({m_words.text(QStringLiteral("paper.sent.transfer-code.label")),
                QString::fromStdString(fate.transferCode),
                m_words.filled(QStringLiteral("paper.sent.transfer-code.caption"),
                               {{QStringLiteral("date"), until}})});
  }
  if (!fate.newRegistrationNumber.empty()) {
    all.append({m_words.text(QStringLiteral("paper.sent.new-plate.label")),
                QString::fromStdString(fate.newRegistrationNumber),
                m_words.text(QStringLiteral("paper.sent.new-plate.caption"))});
  }
  return all;
}

QString PaperWriter::titleOf(const Fate::Asked& asked) const {
  // A code that this kiosk has no words for is left to the desk, never shown raw.
  return m_words.optionalText(QStringLiteral("findings.") + QString::fromStdString(asked.code) +
                              QStringLiteral(".title"));
}

QString PaperWriter::reason(const Fate& fate) const {
  QString all;
  for (const Fate::Asked& asked : fate.asked) {
    const QString title = titleOf(asked);
    if (!title.isEmpty()) all += title + u' ';
  }
  return all;
}

Paper::Section PaperWriter::next(const Paper& paper, const Fate& fate) const {
  Paper::Section section{Form::Framed, text(paper.kind, "next-title"), {paper.next}, {}};
  if (paper.kind == Paper::Kind::Sent && !fate.asked.empty()) {
    section.sentences.append(text(Paper::Kind::Sent, "asked"));
    for (const Fate::Asked& asked : fate.asked) {
      const QString point = titleOf(asked);
      const QString about =
          m_words.optionalText(QStringLiteral("documents.") +
                               QString::fromStdString(asked.document) + QStringLiteral(".short"));
      if (!point.isEmpty()) section.lines.append({point, about, {}, {}});
    }
  }
  section.sentences.append(text(paper.kind, "news"));
  if (paper.kind == Paper::Kind::Sent)
    section.sentences.append(m_words.text(QStringLiteral("paper.keep-papers")));
  return section;
}

Paper PaperWriter::list(const Walk& walk, const Dossier& dossier, PrintTime time) const {
  Paper paper = blank(Paper::Kind::List, time);
  paper.sections = bring(walk, dossier);
  paper.next = text(Paper::Kind::List, "next");
  const auto verdict = dossier.verdict(walk.answers());
  if (verdict.deadline) {
    paper.next += u' ';
    paper.next +=
        *verdict.deadline < time.day
            ? text(Paper::Kind::List, "deadline-past")
            : m_words.filled(QStringLiteral("paper.list.deadline"),
                             {{QStringLiteral("date"), m_wording.date(*verdict.deadline)}});
  }
  const QString title = text(Paper::Kind::List, "next-title");
  paper.sections.append({Form::Framed, title, {paper.next}, {}});
  paper.sections.append(desk());
  return paper;
}

Paper PaperWriter::callBack(const Walk* walk, const Dossier* dossier, const QString& when,
                            const QString& telephone, PrintTime time) const {
  Paper paper = blank(Paper::Kind::CallBack, time);
  paper.next =
      m_words.filled(QStringLiteral("paper.call-back.next"),
                     {{QStringLiteral("when"), when}, {QStringLiteral("telephone"), telephone}});
  paper.sections.append({Form::Framed,
                         text(Paper::Kind::CallBack, "next-title"),
                         {paper.next, text(Paper::Kind::CallBack, "missed")},
                         {}});
  if (walk && dossier) paper.sections += bring(*walk, *dossier);
  paper.sections.append(desk());
  return paper;
}

QList<Paper::Section> PaperWriter::bring(const Walk& walk, const Dossier& dossier) const {
  Paper::Section section{Form::Boxes, text(Paper::Kind::List, "bring"), {}, {}};
  // A way that ends at the desk has a list of its own: it is another procedure.
  const QString own =
      QStringLiteral("lists.") + QString::fromStdString(walk.way().current().textId);
  const QStringList lines = m_words.under(own);
  for (const QString& line : lines) {
    section.lines.append({m_words.text(own + u'.' + line), {}, {}, {}});
  }
  if (!lines.isEmpty()) return {section};
  // "Où regarder : les signatures", with a no-break space before the colon.
  const QString lead = QStringLiteral("\u00a0: ");
  for (const Ahead::Paper& needed : aheadOf(walk, dossier).papers) {
    const QString key = QStringLiteral("documents.") + QString::fromStdString(needed.words);
    const QString where = m_words.optionalText(key + QStringLiteral(".where"));
    section.lines.append(
        {m_words.text(key + QStringLiteral(".name")),
         {},
         drawingOf(needed.kind),
         where.isEmpty() ? where : text(Paper::Kind::List, "where") + lead + where});
  }
  // Nothing is known yet before a procedure is: no title over an empty list.
  QList<Paper::Section> sections;
  if (!section.lines.isEmpty()) sections.append(section);
  // What was seen to need a change, once the officer's look was reached.
  if (walk.way().current().answer != journey::AnswerKind::OfficersLook) return sections;
  Paper::Section mend{Form::Boxes, text(Paper::Kind::List, "mend"), {}, {}};
  for (const FindingRow& row : findingRows(walk, dossier, m_wording)) {
    if (row.severity != QLatin1String("refusal")) continue;
    // "A paper is missing" says too little; the other titles name the paper themselves.
    const bool general = row.code.startsWith(QLatin1String("document-"));
    const QString label = general ? row.title + u' ' + row.paper : row.title;
    mend.lines.append({label, {}, {}, row.needed});
  }
  if (!mend.lines.isEmpty()) sections.prepend(mend);
  return sections;
}

}  // namespace session
