// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A button of the agents' panel: as large to the finger as any other, in the smallest type, so that
// the person's screen keeps the room.
Tappable {
    id: button

    property string icon: ""
    readonly property color foreground: enabled ? Theme.ink : Theme.faint

    gridGap: Theme.mm(4)
    height: Theme.mm(21)
    keyName: "panel " + icon

    Rectangle {
        anchors.fill: parent
        border.color: button.foreground
        border.width: button.pressed || button.selected ? Theme.thickBorder : Theme.border
        color: {
            if (button.pressed)
                return Theme.cardPressed;
            return button.selected ? Theme.chosen : Theme.card;
        }
        radius: Theme.radius
        z: -1
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(2)
        anchors.verticalCenter: parent.verticalCenter
        color: button.foreground
        name: button.icon
        size: Theme.mm(8)
    }

    Label {
        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(2)
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(2)
        anchors.verticalCenter: parent.verticalCenter
        capitals: Theme.smallest
        color: button.foreground
        decorative: true
        lineHeight: 0.72
        strong: button.selected
        text: button.label
    }
}
