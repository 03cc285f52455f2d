// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

#include <functional>

namespace session {

// Reads the screen aloud through a helper process (espeak-ng). Speaks fixed texts only, never what
// was typed: the whole room can hear it. The helper gets the text on its standard input.
class Speaker : public QObject {
  Q_OBJECT
  Q_PROPERTY(bool speaking READ speaking NOTIFY speakingChanged FINAL)
  // False when this kiosk has no voice or no sound: the button says so.
  Q_PROPERTY(bool available READ available NOTIFY availableChanged FINAL)

 public:
  // `screenText` gives the text of the present screen each time it is to be read.
  Speaker(QString language, std::function<QString()> screenText, QObject* parent);
  // Ends the helper.
  ~Speaker() override;

  [[nodiscard]] bool speaking() const { return m_process.state() != QProcess::NotRunning; }
  [[nodiscard]] bool available() const { return m_available; }

 public slots:
  // Reads the screen; while it speaks, starts again from the beginning.
  void listen();
  void stop();

 signals:
  void speakingChanged();
  void availableChanged();

 private:
  void ended(int exitCode, QProcess::ExitStatus status);
  void setAvailable(bool available);

  QString m_language;
  std::function<QString()> m_screenText;
  QString m_program;
  QProcess m_process;
  bool m_available;
};

}  // namespace session
