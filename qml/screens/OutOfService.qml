// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The kiosk cannot keep a request now: where to go instead.
Frame {
    id: out

    agentOffered: false
    backShown: false
    bodyWanted: rows.implicitHeight
    help: Words.text("screens.out-of-service.help")
    mainShown: false
    title: Words.text("screens.out-of-service.title")

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.out-of-service.picture")
        framed: false
        name: "person-agent"
    }

    DeskNotes {
        id: rows

        width: parent.width
        y: Theme.portrait ? parent.height - height : 0

        Note {
            height: implicitHeight
            icon: "lock"
            text: Words.text("screens.out-of-service.kept")
            width: parent.width
        }

        Label {
            capitals: Theme.aidText
            color: Theme.softInk
            text: Session.trouble === "" ? "" : Words.text("screens.out-of-service.cause").replace("{cause}", Session.trouble)
            visible: text !== ""
            width: parent.width
        }
    }
}
