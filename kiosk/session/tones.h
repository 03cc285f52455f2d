// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>

#include <chrono>

namespace session {

// A sine that dies away, as a WAV file (RIFF, PCM, mono, 16 bits, 48 kHz).
[[nodiscard]] QByteArray toneFile(double hertz, std::chrono::milliseconds length, double loudness);

// The small sounds of the kiosk: a soft tick for each accepted press, and two notes when it asks
// whether somebody is still there. Played by a helper process (aplay), so that a sound device that
// hangs never holds the screen; what cannot be played is left out.
class Tones : public QObject {
  Q_OBJECT
  // False when this kiosk has no sound: nothing is offered then.
  Q_PROPERTY(bool available READ available CONSTANT FINAL)
  // Whether presses tick. The call to somebody who may have left always sounds.
  Q_PROPERTY(bool ticking READ ticking NOTIFY tickingChanged FINAL)

 public:
  explicit Tones(QObject* parent);
  // Ends the helper.
  ~Tones() override;

  [[nodiscard]] bool available() const { return !m_program.isEmpty(); }
  [[nodiscard]] bool ticking() const { return m_ticking; }

 public slots:
  void tick();
  void call();
  void toggleTicking();
  // As for somebody new.
  void reset();

 signals:
  void tickingChanged();

 private:
  void play(const QByteArray& file);

  QString m_program;
  QProcess m_process;
  bool m_ticking = true;
};

}  // namespace session
