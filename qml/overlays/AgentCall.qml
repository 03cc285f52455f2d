// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Honest until there is a line to the agents: where the desk is, its hours, and the list to take.
Frame {
    id: call

    agentOffered: false
    backShown: false
    bodyWanted: rows.implicitHeight
    help: Words.text("screens.agent.help")
    mainLabel: Words.text("labels.continue-alone")
    title: Desk.openNow ? Words.text("screens.agent.title") : Words.text("screens.agent.title-closed")

    onProceed: Session.closeOverlay()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.agent.picture")
        framed: false
        name: "person-agent"
    }

    extras: ExtraButton {
        icon: "printer"
        keyName: "print-list"
        label: Words.text("labels.print-list")

        onActivated: Session.printList()
    }

    DeskNotes {
        id: rows

        width: parent.width
        y: Theme.portrait ? parent.height - height : 0
    }
}
