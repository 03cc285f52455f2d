// SPDX-License-Identifier: Apache-2.0
#include "mandate_paper.h"

#include "wording.h"

namespace session {
namespace {

using Form = Paper::Section::Form;

QHash<QString, QString> valuesOf(const MandateTerms& terms, const KioskConfig& config,
                                 const Words& words) {
  const Wording wording(words);
  return {{QStringLiteral("person"), terms.person},
          {QStringLiteral("agent"), terms.agent},
          {QStringLiteral("first"), wording.date(terms.first)},
          {QStringLiteral("last"), wording.date(terms.last)},
          {QStringLiteral("place"), QString::fromStdString(config.place.name)},
          {QStringLiteral("address"), QString::fromStdString(config.place.address)},
          {QStringLiteral("telephone"), QString::fromStdString(config.place.telephone)}};
}

}  // namespace

QString mandateNumberShown(const QString& number) {
  return number.left(4) + QChar::Nbsp + number.mid(4);
}

QList<PanelNote> mandateArticles(const MandateTerms& terms, const KioskConfig& config,
                                 const Words& words) {
  const auto values = valuesOf(terms, config, words);
  QList<PanelNote> articles;
  for (const QString& name : words.under(QStringLiteral("paper.mandate.articles"))) {
    const QString key = QStringLiteral("paper.mandate.articles.") + name;
    const bool oneDay = terms.first == terms.last;
    const QString shorter =
        oneDay ? words.optionalText(key + QStringLiteral(".one-day")) : QString();
    articles.append({words.text(key + QStringLiteral(".title")),
                     words.filled(shorter.isEmpty() ? key + QStringLiteral(".text")
                                                    : key + QStringLiteral(".one-day"),
                                  values)});
  }
  return articles;
}

Paper mandatePaper(const MandateTerms& terms, const QString& number, MandateCopy copy,
                   const KioskConfig& config, const Words& words, PrintTime time) {
  const Wording wording(words);
  const QString whose =
      copy == MandateCopy::ForPerson ? QStringLiteral("person") : QStringLiteral("desk");
  const auto text = [&](const QString& name) {
    return words.text(QStringLiteral("paper.mandate.") + name);
  };
  const QHash<QString, QString> when = {{QStringLiteral("date"), wording.date(time.day)},
                                        {QStringLiteral("time"), wording.time(time.minute)}};
  Paper paper;
  paper.kind = Paper::Kind::Mandate;
  paper.rightToLeft = words.rightToLeft();
  paper.title = text(QStringLiteral("title.") + whose);
  paper.sentence = text(QStringLiteral("sentence"));
  paper.printed = words.filled(QStringLiteral("paper.printed"), when);
  // The signatures may be on another sheet than the first words: the number ties them.
  paper.pageLabel = words.filled(QStringLiteral("paper.mandate.page"),
                                 {{QStringLiteral("number"), mandateNumberShown(number)}});
  paper.referenceLabel = text(QStringLiteral("reference"));
  paper.reference = mandateNumberShown(number);
  paper.codeCaption = text(QStringLiteral("caption"));
  for (const PanelNote& article : mandateArticles(terms, config, words))
    paper.sections.append({Form::Plain, article.title, {article.text}, {}});
  paper.signatures = {{text(QStringLiteral("signed.person")), terms.person, terms.personSigned},
                      {text(QStringLiteral("signed.agent")), terms.agent, terms.agentSigned}};
  paper.footer = {words.text(QStringLiteral("paper.free")), text(QStringLiteral("keep.") + whose)};
  return paper;
}

}  // namespace session
