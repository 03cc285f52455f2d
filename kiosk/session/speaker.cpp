// SPDX-License-Identifier: Apache-2.0
#include "speaker.h"

#include <QDir>
#include <QStandardPaths>

#include <utility>

namespace session {
namespace {

// Words a minute: slow enough for who listens for the first time (VVSG 7.1-K asks for 120).
constexpr int wordsPerMinute = 120;

// A voice without a sound card or a sound server would speak to nobody.
bool hasSound() {
  if (qEnvironmentVariableIsSet("PULSE_SERVER")) return true;
  const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
  if (!runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/pulse/native"))) return true;
  return !QDir(QStringLiteral("/dev/snd"))
              .entryList({QStringLiteral("pcmC*p")}, QDir::System)
              .isEmpty();
}

}  // namespace

Speaker::Speaker(QString language, std::function<QString()> screenText, QObject* parent)
    : QObject(parent),
      m_language(std::move(language)),
      m_screenText(std::move(screenText)),
      m_program(QStandardPaths::findExecutable(QStringLiteral("espeak-ng"))),
      m_available(!m_program.isEmpty() && hasSound()) {
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
  m_process.start(m_program, {QStringLiteral("-v"), m_language, QStringLiteral("-s"),
                              QString::number(wordsPerMinute), QStringLiteral("--stdin")});
  m_process.write(m_screenText().toUtf8());
  m_process.closeWriteChannel();
}

void Speaker::stop() {
  if (!speaking()) return;
  m_process.kill();
  m_process.waitForFinished(200);
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
