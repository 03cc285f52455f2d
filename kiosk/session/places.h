// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views.h"
#include "words.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <filesystem>

namespace session {

// Towns and countries for the long lists. Loaded when first asked for.
class Places : public QObject {
  Q_OBJECT

 public:
  // `folder` is config/places; `words` outlive it.
  Places(std::filesystem::path folder, const Words& words, QObject* parent);

  // The towns of a French postcode in upper case, sorted; empty when the postcode is not known:
  // the screen then lets the person key the name.
  Q_INVOKABLE [[nodiscard]] QStringList towns(const QString& postcode);
  // The words are others: the countries have other names, and another order.
  void retell() { m_countries.clear(); }
  // The countries whose name starts with `prefix` (case and accents do not count), sorted as the
  // language sorts, France first when the prefix is empty. `id` is the ISO 3166 code.
  Q_INVOKABLE [[nodiscard]] QList<session::OptionView> countries(const QString& prefix);

 private:
  void loadTowns();
  void loadCountries();

  std::filesystem::path m_folder;
  const Words& m_words;
  bool m_townsLoaded = false;
  QHash<QString, QStringList> m_towns;
  QList<OptionView> m_countries;
};

}  // namespace session
