// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/answers.h"
#include "kiosk/journey/date.h"
#include "kiosk/journey/procedure.h"
#include "kiosk/journey/tax.h"
#include "words.h"

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace session {

// Values in the words of a language: dates, amounts, answers. Borrows the words.
class Wording {
 public:
  explicit Wording(const Words& words) : m_words(words) {}

  [[nodiscard]] const Words& words() const { return m_words; }
  // "20 novembre 2026"
  [[nodiscard]] QString date(journey::Date date) const;
  // "14 h 30", minutes since midnight.
  [[nodiscard]] QString time(int minutes) const;
  // "13,76 €"
  [[nodiscard]] QString amount(std::int64_t cents) const;
  // A procedure in everyday words: "Mettre la carte grise à votre nom".
  [[nodiscard]] QString procedure(const std::string& id) const;
  // What is to be known of a price: ours is an estimate, this is free, or who will tell it and why.
  // `outlook`: of the same answers; it holds the prices of which one counts.
  [[nodiscard]] QString costSentence(const tl::expected<journey::Cost, journey::TaxFault>& cost,
                                     const journey::CostOutlook& outlook) const;
  // What can be said before all is answered: "Cette démarche est gratuite, ou coûte 2,76 €."
  [[nodiscard]] QString costAhead(const journey::CostOutlook& outlook) const;
  // The same of one of several: "Refaire la carte grise : 13,76 €."
  [[nodiscard]] QString costAhead(const std::string& procedure,
                                  const journey::CostOutlook& outlook) const;
  // An accepted answer as the person would say it; "" for a step that asks nothing.
  [[nodiscard]] QString answer(const journey::Step& step, const std::string& value) const;
  // A text of a step ("title", "options.yes"), in the form for people with these answers.
  // "" when the step has none.
  [[nodiscard]] QString ofStep(const journey::Step& step, const QString& name,
                               const journey::Answers& answers) const;

 private:
  // The least and the most, for the texts that name them.
  [[nodiscard]] QHash<QString, QString> amounts(const journey::CostOutlook& outlook) const;

  const Words& m_words;
};

}  // namespace session
