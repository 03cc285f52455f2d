// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The first screen. Touching it anywhere begins.
InfoScreen {
    id: welcome

    backShown: false
    help: Words.text("screens.welcome.help")
    mainLabel: Words.text("labels.begin")
    mainIcon: "car"
    picture: "car"
    pictureDescription: Words.text("screens.welcome.picture")
    title: Words.text("screens.welcome.title")
    touchAnywhere: true

    onProceed: Session.begin()

    extras: SoundsButton {
    }

    Note {
        text: Words.text("screens.welcome.note")
    }

    Note {
        icon: "clock"
        text: Words.text("screens.welcome.time")
    }

    Note {
        icon: "file-document"
        text: Words.text("screens.welcome.papers")
    }
}
