// SPDX-License-Identifier: Apache-2.0
#include "sound_output.h"

#include <QDir>
#include <QStandardPaths>

namespace session {
namespace {

bool hasSoundOutput() {
  if (qEnvironmentVariableIsSet("PULSE_SERVER")) return true;
  const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
  if (!runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/pulse/native"))) return true;
  return !QDir(QStringLiteral("/dev/snd"))
              .entryList({QStringLiteral("pcmC*p")}, QDir::System)
              .isEmpty();
}

}  // namespace

QString soundProgram(const QString& name) {
  return hasSoundOutput() ? QStandardPaths::findExecutable(name) : QString();
}

}  // namespace session
