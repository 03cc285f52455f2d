// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The first screen. Touching it anywhere begins.
InfoScreen {
    id: welcome

    backIcon: "pencil"
    backLabel: Words.text("labels.try-first")
    // In a rehearsal nobody could tell them that the agent comes.
    backShown: !Calling.open
    help: Words.text("screens.welcome.help")
    mainLabel: Words.text("labels.begin")
    mainIcon: "car"
    picture: "car"
    pictureDescription: Words.text("screens.welcome.picture")
    title: Words.text("screens.welcome.title")
    touchAnywhere: true

    onGoBack: Session.tryFirst()
    onProceed: Session.begin()

    extras: [
        SoundsButton {
        },
        LanguageButton {
            place: 0
        },
        LanguageButton {
            place: 1
        },
        LanguageButton {
            place: 2
        }
    ]

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
