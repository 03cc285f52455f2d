// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Day, month or year of a date: its word above, what was said below. Touching it goes back to it.
Tappable {
    id: part

    property string value: ""

    description: value
    height: parent.height
    selectable: true

    Rectangle {
        anchors.fill: parent
        border.color: part.selected ? Theme.action : Theme.ink
        border.width: part.selected || part.pressed ? Theme.thickBorder : Theme.border
        color: part.pressed ? Theme.cardPressed : Theme.card
        radius: Theme.radius
        z: -1
    }

    Label {
        id: word

        anchors.horizontalCenter: parent.horizontalCenter
        capitals: Math.max(Theme.smallest, Theme.aidText * 0.84)
        color: Theme.softInk
        decorative: true
        text: part.label
        wrapMode: Text.NoWrap
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        decorative: true
        font.pixelSize: Theme.typeSize(Theme.questionText)
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        strong: true
        text: part.value
        width: parent.width - Theme.mm(3)
        wrapMode: Text.NoWrap
    }
}
