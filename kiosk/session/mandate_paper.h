// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/journey/date.h"
#include "kiosk_config.h"
#include "paper.h"
#include "paper_writer.h"
#include "signature_pad.h"
#include "views.h"
#include "words.h"

namespace session {

// A mandate as it is read, signed and printed. What says who it is lives no longer than the visit.
struct MandateTerms {
  // As civil status writes them: "ROLANDE MARTIN".
  QString person;
  // The given name.
  QString agent;
  journey::Date first, last;
  Signature personSigned, agentSigned;
};

enum class MandateCopy { ForPerson, ForDesk };

// "K7F3 M2Q9", with a no-break space.
[[nodiscard]] QString mandateNumberShown(const QString& number);

// Who, what for, until when, what stays the person's, how to cancel, what is kept.
[[nodiscard]] QList<PanelNote> mandateArticles(const MandateTerms& terms, const KioskConfig& config,
                                               const Words& words);

// One of the two whole copies.
[[nodiscard]] Paper mandatePaper(const MandateTerms& terms, const QString& number, MandateCopy copy,
                                 const KioskConfig& config, const Words& words, PrintTime time);

}  // namespace session
