// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A title and a text in the smallest type.
Item {
    id: item

    property string icon: ""
    required property string title
    required property string text

    implicitHeight: words.implicitHeight + Theme.mm(3)

    Icon {
        id: sign

        name: item.icon
        size: Theme.mm(8)
        visible: item.icon !== ""
        width: visible ? size + Theme.mm(2) : 0
        y: Theme.mm(1.5)
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.right: parent.right
        y: Theme.mm(1.5)

        Label {
            capitals: Theme.smallest
            strong: true
            text: item.title
            width: parent.width
        }

        Label {
            capitals: Theme.smallest
            text: item.text
            visible: text !== ""
            width: parent.width
        }
    }
}
