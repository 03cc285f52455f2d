// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The list of what to bring is out.
Frame {
    id: list

    backShown: false
    bodyWanted: rows.implicitHeight
    help: Words.text(Outcome.printed ? "screens.list-printed.help" : "screens.list-printed.not-printed")
    mainLabel: Words.text("labels.close")
    title: Words.text("screens.list-printed.title")

    onProceed: Session.closeOverlay()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.list-printed.picture")
        framed: false
        name: "printer"
    }

    extras: ExtraButton {
        keyName: "finish"
        label: Words.text("screens.end.finish")

        onActivated: Session.finish()
    }

    Column {
        id: rows

        spacing: Theme.gap
        width: parent.width
        y: Theme.portrait ? parent.height - height : 0

        Note {
            height: implicitHeight
            icon: "printer"
            text: Words.text("screens.list-printed.no-printer")
            width: parent.width
        }
    }
}
