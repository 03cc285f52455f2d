// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// One key of a grid. A key that this position cannot hold keeps its place.
Tappable {
    id: key

    property real capitals: Theme.keyText

    gridGap: Theme.keyGap
    keyName: label

    Rectangle {
        anchors.fill: parent
        border.color: key.enabled ? Theme.ink : Theme.faint
        border.width: key.pressed || key.selected ? Theme.thickBorder : Theme.border
        color: {
            if (key.pressed)
                return Theme.cardPressed;
            if (key.selected)
                return Theme.chosen;
            return key.enabled ? Theme.card : Theme.paper;
        }
        radius: Theme.radius
        z: -1
    }

    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        color: key.enabled ? Theme.ink : Theme.faint
        decorative: true
        font.pixelSize: Theme.typeSize(key.capitals)
        fontSizeMode: Text.Fit
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        strong: true
        text: key.label
        verticalAlignment: Text.AlignVCenter
        width: parent.width - Theme.mm(2)
        wrapMode: key.label.includes(" ") ? Text.WordWrap : Text.NoWrap
    }
}
