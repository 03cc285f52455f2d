// SPDX-License-Identifier: Apache-2.0
#include "tap_recognizer.h"

#include <cmath>

namespace session {

bool TapRectangle::contains(TapPoint point) const {
  return point.x >= left && point.y >= top && point.x <= left + width && point.y <= top + height;
}

TapRectangle TapRectangle::grownBy(double margin) const {
  return {left - margin, top - margin, width + 2 * margin, height + 2 * margin};
}

TapRecognizer::Press TapRecognizer::press(int finger, const Target& target, TapPoint at,
                                          std::chrono::milliseconds now) {
  Press result;
  if (m_finger && *m_finger != finger) {
    if (now - m_contact.since < m_limits.resting) return result;
    result.gaveUp = m_contact.target.area;
  }
  m_finger.reset();
  if (isBounce(target.key, at, now)) return result;
  m_finger = finger;
  m_contact = {target, at, now};
  result.rules = true;
  return result;
}

bool TapRecognizer::wouldCount(int finger, TapPoint at) const {
  if (m_finger != finger) return false;
  // Where the finger came down decides which key is meant. Leaving counts only when it is far from
  // there and outside of the control: a long stroke inside a wide button is still that button.
  const double rolled = std::hypot(at.x - m_contact.from.x, at.y - m_contact.from.y);
  if (rolled <= m_limits.rollMillimetres * m_limits.pixelsPerMillimetre) return true;
  const double reach = m_limits.reachMillimetres * m_limits.pixelsPerMillimetre;
  return m_contact.target.drawing.grownBy(reach).contains(at);
}

std::optional<TapRecognizer::Area> TapRecognizer::release(int finger, TapPoint at,
                                                          std::chrono::milliseconds now) {
  if (m_finger != finger) return std::nullopt;
  const bool counts = wouldCount(finger, at) && now - m_contact.since <= m_limits.longest;
  m_finger.reset();
  if (!counts) return std::nullopt;
  m_lastKey = m_contact.target.key;
  m_lastPlace = m_contact.from;
  m_lastTap = now;
  return m_contact.target.area;
}

void TapRecognizer::cancel(int finger) {
  if (m_finger == finger) m_finger.reset();
}

void TapRecognizer::forget(Area area) {
  if (m_finger && m_contact.target.area == area) m_finger.reset();
}

bool TapRecognizer::isBounce(const std::string& key, TapPoint at,
                             std::chrono::milliseconds now) const {
  // A time before the last tap comes from another device with a clock of its own: no bounce.
  if (m_lastKey.empty() || now < m_lastTap || now - m_lastTap >= m_limits.sameKey) return false;
  const double apart = std::hypot(at.x - m_lastPlace.x, at.y - m_lastPlace.y);
  const bool samePlace = apart <= m_limits.samePlaceMillimetres * m_limits.pixelsPerMillimetre;
  return key == m_lastKey || samePlace;
}

}  // namespace session
