// SPDX-License-Identifier: Apache-2.0
#include "tones.h"

#include "sound_output.h"

#include <QDataStream>
#include <QIODevice>

#include <cmath>
#include <numbers>

namespace session {
namespace {

using namespace std::chrono_literals;

constexpr quint32 samplesASecond = 48'000;

QByteArray samples(double hertz, std::chrono::milliseconds length, double loudness) {
  QByteArray bytes;
  QDataStream stream(&bytes, QIODevice::WriteOnly);
  stream.setByteOrder(QDataStream::LittleEndian);
  const double seconds = std::chrono::duration<double>(length).count();
  const auto count = static_cast<int>(seconds * samplesASecond);
  for (int i = 0; i < count; ++i) {
    const double at = static_cast<double>(i) / samplesASecond;
    // Two milliseconds of rise, then it dies away: an edge would click.
    const double envelope = std::min(at / 0.002, 1.0) * std::exp(-5 * at / seconds);
    const double wave = std::sin(2 * std::numbers::pi * hertz * at);
    stream << static_cast<qint16>(std::lround(wave * envelope * loudness * 32'767));
  }
  return bytes;
}

QByteArray wav(const QByteArray& data) {
  QByteArray bytes;
  QDataStream stream(&bytes, QIODevice::WriteOnly);
  stream.setByteOrder(QDataStream::LittleEndian);
  const auto size = static_cast<quint32>(data.size());
  stream.writeRawData("RIFF", 4);
  stream << (36 + size);
  stream.writeRawData("WAVEfmt ", 8);
  // A header of 16 bytes: PCM, one channel, the rates, two bytes a sample.
  stream << quint32{16} << quint16{1} << quint16{1} << samplesASecond << samplesASecond * 2
         << quint16{2} << quint16{16};
  stream.writeRawData("data", 4);
  stream << size;
  return bytes + data;
}

}  // namespace

QByteArray toneFile(double hertz, std::chrono::milliseconds length, double loudness) {
  return wav(samples(hertz, length, loudness));
}

Tones::Tones(QObject* parent) : QObject(parent), m_program(soundProgram(QStringLiteral("aplay"))) {}

Tones::~Tones() {
  m_process.kill();
  m_process.waitForFinished(200);
}

void Tones::tick() {
  static const QByteArray soft = toneFile(1'100, 30ms, 0.12);
  if (m_ticking) play(soft);
}

void Tones::call() {
  static const QByteArray twoNotes = wav(samples(660, 350ms, 0.35) + samples(880, 600ms, 0.35));
  play(twoNotes);
}

void Tones::toggleTicking() {
  m_ticking = !m_ticking;
  emit tickingChanged();
}

void Tones::reset() {
  if (!m_ticking) toggleTicking();
}

void Tones::play(const QByteArray& file) {
  // A press while the last sound still plays: one of the two is enough.
  if (!available() || m_process.state() != QProcess::NotRunning) return;
  m_process.start(m_program, {QStringLiteral("-q"), QStringLiteral("-")});
  m_process.write(file);
  m_process.closeWriteChannel();
}

}  // namespace session
