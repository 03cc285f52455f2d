// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Nobody touched the glass for a while. One touch goes on, for as long as one likes.
Frame {
    id: idle

    backShown: false
    bodyWanted: rows.implicitHeight
    help: Words.text("screens.idle.help")
    mainLabel: Words.text("labels.stay")
    mainIcon: "hand"
    title: Words.text("screens.idle.title")

    onProceed: Session.stay()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.idle.title")
        framed: false
        name: "person-agent"
    }

    Column {
        id: rows

        spacing: Theme.gap
        width: parent.width
        y: Theme.portrait ? parent.height - height : 0

        Note {
            capitals: Theme.buttonText
            height: implicitHeight
            icon: "clock"
            text: Words.text("screens.idle.countdown").replace("{seconds}", Session.secondsLeft)
            width: parent.width
        }

        Note {
            height: implicitHeight
            icon: "printer"
            text: Words.text("screens.idle.list")
            width: parent.width
        }
    }
}
