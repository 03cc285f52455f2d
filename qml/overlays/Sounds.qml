// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// How fast the voice speaks, whether it reads each screen, whether presses tick.
Frame {
    id: sounds

    backShown: false
    bodyWanted: settings.wanted
    help: Words.text("screens.sounds.help")
    mainLabel: Words.text("labels.close")
    title: Words.text("screens.sounds.title")

    onProceed: Session.closeOverlay()

    // A setting with what it is now: "Lire chaque écran : non".
    function setting(key: string, on: bool): string {
        const value = Words.text(on ? "labels.on" : "labels.off");
        return Words.text("screens.sounds." + key).replace("{value}", value);
    }

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.sounds.picture")
        name: "two-people"
    }

    PagedGrid {
        id: settings

        columns: Theme.low ? 2 : 1
        fromBottom: Theme.portrait
        height: sounds.reach
        width: sounds.bodyWidth
        y: sounds.bodyHeight - sounds.reach

        BigButton {
            enabled: Speaker.available && Speaker.canSlowDown
            icon: "arrow-down"
            implicitHeight: Theme.extraHeight
            label: Words.text("screens.sounds.slower")

            onActivated: Speaker.slowDown()
        }

        BigButton {
            enabled: Speaker.available && Speaker.canSpeedUp
            icon: "arrow-up"
            implicitHeight: Theme.extraHeight
            label: Words.text("screens.sounds.faster")

            onActivated: Speaker.speedUp()
        }

        BigButton {
            enabled: Speaker.available
            icon: Look.sound ? "volume-high" : "volume-off"
            implicitHeight: Theme.extraHeight
            label: sounds.setting("each-screen", Look.sound)

            onActivated: Look.toggleSound()
        }

        BigButton {
            enabled: Tones.available
            icon: Tones.ticking ? "volume-high" : "volume-off"
            implicitHeight: Theme.extraHeight
            label: sounds.setting("ticks", Tones.ticking)

            onActivated: Tones.toggleTicking()
        }
    }
}
