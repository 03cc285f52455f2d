// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// What an invented paper says: what it is, and the words.
Rectangle {
    id: cell

    required property string title
    required property string text

    border.color: Theme.faint
    border.width: Math.max(1, Theme.border / 2)
    color: Theme.card
    implicitHeight: words.implicitHeight + Theme.mm(4)
    radius: Theme.radius

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        // On one line where that can be read: under large letters there is no room for a second.
        Label {
            capitals: {
                const words = Theme.advance(cell.title, Theme.aidText, false);
                const most = Theme.aidText * width / (words * 1.04);
                return most >= Theme.smallest ? Math.min(most, Theme.aidText) : Theme.aidText;
            }
            color: Theme.softInk
            text: cell.title
            width: parent.width
        }

        Label {
            strong: true
            text: cell.text
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
