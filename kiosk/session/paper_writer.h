// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier.h"
#include "kiosk_config.h"
#include "paper.h"
#include "sending.h"
#include "walk.h"
#include "wording.h"

namespace session {

// When a paper is printed: the day of the visit and the minute of that day, local time.
struct PrintTime {
  journey::Date day;
  int minute = 0;
};

// Writes what each paper says. Borrows all it is given.
class PaperWriter {
 public:
  PaperWriter(const KioskConfig& config, const Words& words);

  // After the sending came to an end: Sent, Kept or Refused.
  [[nodiscard]] Paper outcome(const Walk& walk, const Dossier& dossier, const Sending& sending,
                              PrintTime time) const;
  // Of a request that was recorded when the kiosk stopped: nothing more is known of it.
  [[nodiscard]] Paper owed(const QString& localNumber, PrintTime time) const;
  // For somebody who will be called back; both are null before the visit began.
  [[nodiscard]] Paper callBack(const Walk* walk, const Dossier* dossier, const QString& when,
                               const QString& telephone, PrintTime time) const;
  // What to bring, for this case.
  [[nodiscard]] Paper list(const Walk& walk, const Dossier& dossier, PrintTime time) const;

 private:
  [[nodiscard]] Paper blank(Paper::Kind kind, PrintTime time) const;
  void refer(Paper& paper, const QString& reference) const;
  [[nodiscard]] Paper::Section contents(const QString& title, const nlohmann::json& request) const;
  // Of a sale or a gift: to whom and when, for the day when it is disputed.
  [[nodiscard]] QList<Paper::Line> transfer(const nlohmann::json& request) const;
  [[nodiscard]] Paper::Section cost(const Walk& walk, const Dossier& dossier,
                                    const Fate& fate) const;
  // In words; "" for what this kiosk has no words for.
  [[nodiscard]] QString titleOf(const Fate::Asked& asked) const;
  // Why the service refused, as sentences with a space behind; "" when it said nothing known.
  [[nodiscard]] QString reason(const Fate& fate) const;
  // What the person copies from the sheet: a code de cession, a new plate.
  [[nodiscard]] QList<Paper::Number> numbers(const Fate& fate) const;
  [[nodiscard]] Paper::Section next(const Paper& paper, const Fate& fate) const;
  [[nodiscard]] QList<Paper::Section> bring(const Walk& walk, const Dossier& dossier) const;
  [[nodiscard]] Paper::Section desk() const;
  [[nodiscard]] QString text(Paper::Kind kind, const char* name) const;

  const KioskConfig& m_config;
  const Words& m_words;
  Wording m_wording;
};

}  // namespace session
