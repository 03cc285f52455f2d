// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// How a call stands: only what is true. While it waits, what was done and what is awaited; where
// nobody can come, the other ways to find help.
Frame {
    id: call

    readonly property bool otherWays: Calling.ways.length > 0

    agentOffered: false
    backShown: false
    bodyWanted: notes.wanted
    help: Calling.help
    mainLabel: {
        if (Calling.here)
            return Words.text("screens.call.together");
        return Words.text(Calling.open ? "screens.call.meanwhile" : "labels.continue-alone");
    }
    sideWanted: Theme.mm(160)
    title: Calling.title

    onProceed: Session.closeOverlay()

    extras: [
        ExtraButton {
            keyName: "no-more"
            label: Words.text("screens.call.no-more")
            visible: Calling.open

            onActivated: {
                Calling.withdraw();
                Session.closeOverlay();
            }
        },
        ExtraButton {
            keyName: "call-again"
            label: Words.text("screens.call.again")
            visible: !Calling.open && !call.otherWays

            onActivated: Calling.call()
        },
        ExtraButton {
            icon: "phone"
            keyName: "call-back"
            label: Words.text("screens.call.ring-back")
            visible: call.otherWays && CallBack.offered

            onActivated: Session.showCallBack()
        },
        ExtraButton {
            icon: "printer"
            keyName: "print-list"
            label: Words.text("labels.print-list")
            visible: call.otherWays && !CallBack.offered && Session.phase !== Session.Phase.Welcome

            onActivated: Session.printList()
        },
        ExtraButton {
            icon: "account"
            keyName: "badge"
            label: Words.text("labels.i-am-agent")
            visible: Session.phase !== Session.Phase.Welcome

            onActivated: Session.showBadge()
        }
    ]

    side: CallCard {
        anchors.fill: parent
    }

    PagedGrid {
        id: notes

        height: parent.height
        rowGap: Theme.nearGap
        width: parent.width

        Repeater {
            model: call.otherWays ? [] : Calling.rows

            CallLine {
                required property callRow modelData

                row: modelData
            }
        }

        Repeater {
            model: Calling.ways

            Note {
                required property panelNote modelData

                text: modelData.text
                title: modelData.title
            }
        }
    }
}
