// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Leads to the settings of voice and sounds, where this kiosk has any.
ExtraButton {
    icon: "volume-high"
    keyName: "sounds"
    label: Words.text("labels.sounds")
    visible: Speaker.available || Tones.available

    onActivated: Session.adjustSounds()
}
