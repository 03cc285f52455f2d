// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"

#include <QObject>
#include <QStringList>

namespace session {

// Towns and countries for the long lists. Loaded when first asked for.
class Places : public QObject {
  Q_OBJECT

 public:
  explicit Places(QObject* parent);

  // The towns of a French postcode in upper case, sorted; empty when the postcode is not known:
  // the screen then lets the person key the name.
  Q_INVOKABLE [[nodiscard]] QStringList towns(const QString& postcode);
  // The countries whose name starts with `prefix` (case and accents do not count), sorted as French
  // sorts, France first when the prefix is empty. `id` is the ISO 3166 code.
  Q_INVOKABLE [[nodiscard]] QList<session::OptionView> countries(const QString& prefix);
};

}  // namespace session
