// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The hand that calls, and in how long somebody is there, to be read from where one sits down.
Rectangle {
    id: card

    border.color: Theme.ink
    border.width: Theme.border
    color: Theme.card
    radius: Theme.radius

    Column {
        anchors.centerIn: parent
        spacing: Theme.mm(4)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.action
            name: "hand"
            size: Math.min(Theme.mm(40), card.height * 0.45)
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            capitals: Math.min(Theme.plateText, card.height * 0.2)
            strong: true
            text: Calling.wait
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
    }
}
