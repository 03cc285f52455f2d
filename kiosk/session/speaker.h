// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace session {

// Reads the screen aloud through a helper process. Speaks fixed texts only, never what was typed:
// the whole room can hear it.
class Speaker : public QObject {
  Q_OBJECT
  Q_PROPERTY(bool speaking READ speaking NOTIFY speakingChanged FINAL)
  // False when this kiosk has no voice or no sound: the button says so.
  Q_PROPERTY(bool available READ available NOTIFY availableChanged FINAL)

 public:
  // `screenText` gives the text of the present screen each time listen() is pressed.
  Speaker(std::function<QString()> screenText, QObject* parent);

  [[nodiscard]] bool speaking() const;
  [[nodiscard]] bool available() const;

 public slots:
  // Reads the screen; while it speaks, starts again from the beginning.
  void listen();
  void stop();

 signals:
  void speakingChanged();
  void availableChanged();

 private:
  std::function<QString()> m_screenText;
};

}  // namespace session
