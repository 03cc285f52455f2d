// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words.h"

#include <QObject>
#include <QProcess>
#include <QString>

#include <cstddef>
#include <functional>

namespace session {

// Reads the screen aloud through a helper process (espeak-ng). Speaks fixed texts only, never what
// was typed: the whole room can hear it. The helper gets the text on its standard input.
class Speaker : public QObject {
  Q_OBJECT
  Q_PROPERTY(bool speaking READ speaking NOTIFY speakingChanged FINAL)
  // False when this kiosk has no voice or no sound: the button says so.
  Q_PROPERTY(bool available READ available NOTIFY availableChanged FINAL)
  Q_PROPERTY(bool canSlowDown READ canSlowDown NOTIFY speedChanged FINAL)
  Q_PROPERTY(bool canSpeedUp READ canSpeedUp NOTIFY speedChanged FINAL)

 public:
  // `screenText` gives the text of the present screen each time it is to be read, in the voice of
  // its language. `words` outlive it.
  Speaker(const Words& words, std::function<QString()> screenText, QObject* parent);
  // Ends the helper.
  ~Speaker() override;

  [[nodiscard]] bool speaking() const { return m_process.state() != QProcess::NotRunning; }
  [[nodiscard]] bool available() const { return m_available; }
  [[nodiscard]] int wordsPerMinute() const;
  [[nodiscard]] bool canSlowDown() const;
  [[nodiscard]] bool canSpeedUp() const;

 public slots:
  // Reads the screen; while it speaks, starts again from the beginning.
  void listen();
  void stop();
  // One step, and the screen is read again so that the difference is heard.
  void slowDown();
  void speedUp();
  // As for somebody new.
  void reset();

 signals:
  void speakingChanged();
  void availableChanged();
  void speedChanged();

 private:
  void ended(int exitCode, QProcess::ExitStatus status);
  void setAvailable(bool available);
  void setSpeed(std::size_t speed);

  const Words& m_words;
  std::function<QString()> m_screenText;
  QString m_program;
  QProcess m_process;
  bool m_available;
  std::size_t m_speed;
};

}  // namespace session
