// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One thing that was done for the person, with its time; or the one that is awaited.
Item {
    id: line

    required property callRow row

    implicitHeight: Math.max(words.implicitHeight, sign.size) + Theme.mm(4)

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: line.row.done ? Theme.good : Theme.ink
        name: line.row.done ? "check-circle" : "clock"
        size: Theme.mm(10) * Theme.textScale
    }

    Label {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(4)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        strong: line.row.done
        text: line.row.text
    }
}
