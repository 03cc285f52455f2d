// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One line of the cost: what, why, how much.
Item {
    id: line

    required property costRow row

    implicitHeight: words.implicitHeight + Theme.mm(3)

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: amount.left
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        Label {
            strong: true
            text: line.row.label
            width: parent.width
        }

        Label {
            capitals: Theme.aidText
            color: Theme.softInk
            text: line.row.why
            visible: line.row.why !== ""
            width: parent.width
        }
    }

    Label {
        id: amount

        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        capitals: Theme.buttonText
        strong: true
        text: line.row.amount
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.nearGap / 2
        color: Theme.faint
        height: Math.max(1, Theme.mm(0.3))
        width: parent.width

        Accessible.ignored: true
    }
}
