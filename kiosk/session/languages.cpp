// SPDX-License-Identifier: Apache-2.0
#include "languages.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace session {

Languages::Languages(std::vector<LanguageName> languages, Words& words, const Words& site,
                     Loader loader, QObject* parent)
    : QObject(parent),
      m_languages(std::move(languages)),
      m_words(words),
      m_site(site),
      m_load(std::move(loader)) {
  connect(&words, &Words::changed, this, &Languages::changed);
}

QList<OptionView> Languages::all() const {
  QList<OptionView> all;
  for (const LanguageName& one : m_languages) {
    OptionView view;
    view.id = QString::fromStdString(one.code);
    view.label = QString::fromStdString(one.name);
    view.chosen = view.id == m_words.language();
    all.append(view);
  }
  return all;
}

QList<OptionView> Languages::others() const {
  QList<OptionView> others = all();
  others.removeIf([](const OptionView& one) { return one.chosen; });
  return others;
}

void Languages::choose(const QString& code) {
  letChoose(false);
  if (code == m_words.language()) return;
  if (code == m_site.language()) {
    m_words.become(m_site);
    return;
  }
  const auto found = std::find_if(m_languages.begin(), m_languages.end(),
                                  [&](const auto& one) { return one.code == code.toStdString(); });
  if (found == m_languages.end()) return;
  if (const auto texts = m_load(found->code)) {
    m_words.become(code, *texts);
  } else {
    m_languages.erase(found);
    emit changed();
  }
}

void Languages::change() {
  const auto offered = others();
  if (offered.size() == 1) {
    choose(offered.front().id);
  } else {
    letChoose(!offered.isEmpty());
  }
}

void Languages::stopChoosing() {
  letChoose(false);
}

void Languages::reset() {
  choose(m_site.language());
}

void Languages::letChoose(bool choosing) {
  if (m_choosing == choosing) return;
  m_choosing = choosing;
  emit choosingChanged();
}

}  // namespace session
