// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The first screen. Touching it anywhere begins.
Frame {
    id: welcome

    backShown: false
    bodyWanted: notes.wanted
    help: Words.text("screens.welcome.help")
    mainLabel: Words.text("labels.begin")
    mainIcon: "car"
    title: Words.text("screens.welcome.title")

    onProceed: Session.begin()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.welcome.picture")
        framed: false
        name: "welcome"
    }

    TapArea {
        anchors.fill: parent
        keyName: "continue"
        reach: 0

        onTapped: Session.begin()
    }

    PagedGrid {
        id: notes

        height: welcome.bodyHeight
        rowGap: Theme.nearGap
        width: welcome.bodyWidth

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
}
