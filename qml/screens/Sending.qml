// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What is awaited and since when. Twenty seconds at most.
Frame {
    id: sending

    agentOffered: false
    backShown: false
    bodyWanted: rows.implicitHeight
    help: Words.text("screens.sending.help")
    mainShown: false
    title: Words.text("screens.sending.title")

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.sending.title")
        framed: false
        name: "send"
    }

    Column {
        id: rows

        spacing: Theme.gap
        width: parent.width
        y: Theme.portrait ? parent.height - height : 0

        Note {
            height: implicitHeight
            kind: Note.Kind.Good
            text: Words.text("screens.sending.recorded")
            width: parent.width
        }

        Note {
            height: implicitHeight
            icon: "clock"
            text: Outcome.waitedSeconds === 1 ? Words.text("screens.sending.since-one") : Words.text("screens.sending.since").replace("{seconds}", Outcome.waitedSeconds)
            title: Words.text("screens.sending.waiting")
            width: parent.width
        }
    }
}
