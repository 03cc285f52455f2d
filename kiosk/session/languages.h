// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language_list.h"
#include "views.h"
#include "words.h"

#include <QObject>

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

namespace session {

// The languages of this kiosk, and the person's choice among them. Only the words that are shown
// are in memory: a choice reads its file. What a person chose ends with their visit. GUI thread.
class Languages : public QObject {
  Q_OBJECT
  // All of them, by their own names; `id` is the code, `chosen` the one on screen.
  Q_PROPERTY(QList<session::OptionView> all READ all NOTIFY changed FINAL)
  // Those that are not on screen.
  Q_PROPERTY(QList<session::OptionView> others READ others NOTIFY changed FINAL)
  // The list of them covers the screen.
  Q_PROPERTY(bool choosing READ choosing NOTIFY choosingChanged FINAL)

 public:
  // The texts of a language, checked; nothing when they cannot be shown.
  using Loader = std::function<std::optional<nlohmann::json>(const std::string& code)>;

  // `words` are the screen's, `site` those of the house. Both outlive it.
  Languages(std::vector<LanguageName> languages, Words& words, const Words& site, Loader loader,
            QObject* parent);

  [[nodiscard]] QList<OptionView> all() const;
  [[nodiscard]] QList<OptionView> others() const;
  [[nodiscard]] bool choosing() const { return m_choosing; }

 public slots:
  // The whole screen in this language, at once. One that cannot be read is offered no more.
  void choose(const QString& code);
  // Another language: the other one when there are two, else the list of them.
  void change();
  void stopChoosing();
  // As for somebody new.
  void reset();

 signals:
  void changed();
  void choosingChanged();

 private:
  void letChoose(bool choosing);

  std::vector<LanguageName> m_languages;
  Words& m_words;
  const Words& m_site;
  Loader m_load;
  bool m_choosing = false;
};

}  // namespace session
