// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// On every screen: what has left, and what has not.
Rectangle {
    id: badge

    readonly property bool gone: Session.sentState === Session.SentState.Sent

    border.color: Theme.ink
    border.width: Theme.border
    color: gone ? Theme.goodGround : Theme.card
    implicitHeight: row.implicitHeight + Theme.mm(0.5)
    implicitWidth: row.implicitWidth + Theme.mm(8)
    radius: height / 2

    Accessible.role: Accessible.StaticText
    Accessible.name: Session.sentLabel

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.mm(2)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: badge.gone ? Theme.good : Theme.ink
            name: badge.iconOf(Session.sentState)
            size: Theme.typeSize(Theme.aidText) * 0.9
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            capitals: Math.max(Theme.smallest, Theme.aidText * 0.85)
            color: badge.gone ? Theme.good : Theme.ink
            decorative: true
            strong: true
            text: Session.sentLabel
            wrapMode: Text.NoWrap
        }
    }

    function iconOf(state: int): string {
        switch (state) {
        case Session.SentState.Sent:
            return "check-circle";
        case Session.SentState.Leaving:
            return "send";
        case Session.SentState.Kept:
            return "inbox";
        default:
            return "email-open";
        }
    }
}
