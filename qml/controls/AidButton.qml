// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// One of the aids of the help bar: an icon above its word; in low mode, where height is dear, the
// word alone.
Tappable {
    id: aid

    required property string icon
    // Where the row of them is too short for its words, all are a little smaller.
    property real capitals: Theme.aidText
    readonly property real words: Math.ceil(Theme.advance(label, Theme.aidText, false)) + 2
    readonly property real wantedWidth: Math.max(Theme.mm(20), words + Theme.mm(4))
    readonly property color foreground: enabled ? Theme.ink : Theme.faint

    Rectangle {
        anchors.fill: parent
        border.color: aid.foreground
        border.width: aid.pressed ? Theme.thickBorder : Theme.border
        color: aid.pressed ? Theme.cardPressed : Theme.card
        radius: Theme.radius
        z: -1
    }

    Column {
        anchors.centerIn: parent
        // The face leaves much room above its capitals, and little below the line.
        anchors.verticalCenterOffset: Theme.low ? 0 : -Math.round(Theme.aidText * 0.1)
        spacing: -Math.round(Theme.aidText * 0.4)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: aid.foreground
            name: aid.icon
            size: Theme.mm(11)
            visible: !Theme.low
        }

        Label {
            id: word

            anchors.horizontalCenter: parent.horizontalCenter
            capitals: aid.capitals
            color: aid.foreground
            decorative: true
            height: implicitHeight * (Theme.low ? 1 : 0.9)
            text: aid.label
            wrapMode: Text.NoWrap
        }
    }
}
