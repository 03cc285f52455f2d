// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A point that was read again and is right.
Item {
    id: row

    required property string title

    implicitHeight: Math.max(words.implicitHeight, Theme.mm(12)) + Theme.mm(3)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.good
        border.width: Theme.plain ? Theme.border : 0
        color: Theme.goodGround
        radius: Theme.radius

        Accessible.ignored: true
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.good
        name: "check-circle"
        size: Theme.mm(10) * Theme.textScale
    }

    Label {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(3)
        anchors.right: state.left
        anchors.rightMargin: Theme.mm(3)
        anchors.verticalCenter: parent.verticalCenter
        text: row.title
    }

    Label {
        id: state

        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.good
        strong: true
        text: Words.text("labels.good")
        wrapMode: Text.NoWrap
    }
}
