// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "paper.h"

namespace session {

// Where papers come out.
class PaperTray {
 public:
  virtual ~PaperTray() = default;
  // False when the paper did not come out; the reason is logged, without any value of the visit.
  // `name` tells papers apart and holds nothing personal: "sent-20261120T143000Z-K7F3M2".
  [[nodiscard]] virtual bool put(const Paper& paper, const QString& name) = 0;

  // A recorded request owes its paper until that came out. What a crash or a power cut left owed is
  // known again at the next start. Takes the local number, which says nothing of anybody.
  // A tray that forgets at the end of the program owes nothing.
  virtual void owe(const QString&) {}
  virtual void settle(const QString&) {}
  [[nodiscard]] virtual QStringList owed() const { return {}; }
};

}  // namespace session
