// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The one gesture that sends: the person's own.
Frame {
    id: send

    bodyWanted: note.implicitHeight
    help: Words.text("screens.send.help")
    mainLabel: Words.text("labels.send")
    mainIcon: "send"
    problem: Session.trouble
    title: Words.text("screens.send.title")

    onProceed: Session.send()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.send.title")
        framed: false
        name: "send"
    }

    Note {
        id: note

        height: implicitHeight
        icon: "printer"
        text: Words.text("screens.send.note")
        width: parent.width
        y: Theme.portrait ? parent.height - height : 0
    }
}
