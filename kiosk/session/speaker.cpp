// SPDX-License-Identifier: Apache-2.0
#include "speaker.h"

#include "sound_output.h"

#include <array>
#include <utility>

namespace session {
namespace {

// Words a minute. VVSG 2.0 7.1-K: 120 by default, from about 60 to 240, the pitch unchanged.
constexpr std::array speeds = {60, 80, 100, 120, 150, 180, 210, 240};
constexpr std::size_t usualSpeed = 3;

}  // namespace

Speaker::Speaker(const Words& words, std::function<QString()> screenText, QObject* parent)
    : QObject(parent),
      m_words(words),
      m_screenText(std::move(screenText)),
      m_program(soundProgram(QStringLiteral("espeak-ng"))),
      m_available(!m_program.isEmpty()),
      m_speed(usualSpeed) {
  connect(&m_process, &QProcess::stateChanged, this, &Speaker::speakingChanged);
  connect(&m_process, &QProcess::finished, this, &Speaker::ended);
}

Speaker::~Speaker() {
  m_process.disconnect(this);
  stop();
}

void Speaker::listen() {
  if (!m_available) return;
  stop();
  m_process.start(m_program, {QStringLiteral("-v"), m_words.language(), QStringLiteral("-s"),
                              QString::number(wordsPerMinute()), QStringLiteral("--stdin")});
  m_process.write(m_screenText().toUtf8());
  m_process.closeWriteChannel();
}

void Speaker::stop() {
  if (!speaking()) return;
  m_process.kill();
  m_process.waitForFinished(200);
}

int Speaker::wordsPerMinute() const {
  return speeds[m_speed];
}

bool Speaker::canSlowDown() const {
  return m_speed > 0;
}

bool Speaker::canSpeedUp() const {
  return m_speed + 1 < speeds.size();
}

void Speaker::slowDown() {
  if (canSlowDown()) setSpeed(m_speed - 1);
}

void Speaker::speedUp() {
  if (canSpeedUp()) setSpeed(m_speed + 1);
}

void Speaker::reset() {
  stop();
  m_speed = usualSpeed;
  emit speedChanged();
}

void Speaker::setSpeed(std::size_t speed) {
  m_speed = speed;
  emit speedChanged();
  listen();
}

void Speaker::ended(int exitCode, QProcess::ExitStatus status) {
  // Killed is our own doing. Any other bad end: the voice or the sound is gone.
  if (status == QProcess::NormalExit && exitCode != 0) {
    qWarning("the voice ended with %d", exitCode);
    setAvailable(false);
  }
}

void Speaker::setAvailable(bool available) {
  if (m_available == available) return;
  m_available = available;
  emit availableChanged();
}

}  // namespace session
