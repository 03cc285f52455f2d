// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Honest until there is a line to the agents: where the desk is, its hours, and the list to take.
DeskScreen {
    help: Words.text("screens.agent.help")
    mainLabel: Words.text("labels.continue-alone")
    title: Words.text(Desk.openNow ? "screens.agent.title" : "screens.agent.title-closed")

    onProceed: Session.closeOverlay()

    extras: [
        ExtraButton {
            icon: "printer"
            keyName: "print-list"
            label: Words.text("labels.print-list")

            onActivated: Session.printList()
        },
        SoundsButton {
        },
        ExtraButton {
            icon: "account"
            keyName: "badge"
            label: Words.text("labels.i-am-agent")

            onActivated: Session.showBadge()
        }
    ]
}
