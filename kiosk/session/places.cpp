// SPDX-License-Identifier: Apache-2.0
#include "places.h"

#include "kiosk/config/config_file.h"

#include <QCollator>

#include <algorithm>
#include <utility>

namespace session {
namespace {

// Upper case without accents: what a prefix is compared with.
QString plain(const QString& name) {
  QString result;
  for (const QChar letter : name.normalized(QString::NormalizationForm_D)) {
    if (letter.category() != QChar::Mark_NonSpacing) result.append(letter.toUpper());
  }
  return result;
}

}  // namespace

Places::Places(std::filesystem::path folder, const Words& words, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_words(words) {}

QStringList Places::towns(const QString& postcode) {
  if (!m_townsLoaded) loadTowns();
  return m_towns.value(postcode);
}

void Places::loadTowns() {
  m_townsLoaded = true;
  const auto document = config::readJson(m_folder / "postcodes.json");
  if (!document) {
    // Not a reason to stop anybody: a town can be keyed.
    qWarning("no towns: %s", document.error().line().c_str());
    return;
  }
  const auto postcodes = document->find("postcodes");
  if (postcodes == document->end() || !postcodes->is_object()) return;
  for (const auto& [postcode, names] : postcodes->items()) {
    if (!names.is_array()) continue;
    QStringList towns;
    for (const auto& name : names) {
      if (name.is_string())
        towns.append(QString::fromStdString(name.get_ref<const std::string&>()));
    }
    m_towns.insert(QString::fromStdString(postcode), std::move(towns));
  }
}

QList<OptionView> Places::countries(const QString& prefix) {
  if (m_countries.isEmpty()) loadCountries();
  if (prefix.isEmpty()) return m_countries;
  const QString wanted = plain(prefix);
  QList<OptionView> found;
  for (const OptionView& country : m_countries) {
    if (plain(country.label).startsWith(wanted)) found.append(country);
  }
  return found;
}

void Places::loadCountries() {
  for (const QString& code : m_words.under(QStringLiteral("countries"))) {
    OptionView country;
    country.id = code;
    country.label = m_words.text(QStringLiteral("countries.") + code);
    m_countries.append(country);
  }
  const QCollator collator{QLocale(m_words.language())};
  const QString home = QStringLiteral("FR");
  std::sort(m_countries.begin(), m_countries.end(),
            [&](const OptionView& left, const OptionView& right) {
              if ((left.id == home) != (right.id == home)) return left.id == home;
              return collator.compare(left.label, right.label) < 0;
            });
}

}  // namespace session
