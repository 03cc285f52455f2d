// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// One key of a grid. A key that this position cannot hold keeps its place.
Tappable {
    id: key

    property real capitals: Theme.keyText
    // A mark has its natural size; what fits a word into its key sets it anew at each move of its
    // edges, and there are forty keys.
    readonly property bool isWord: label.length > 1

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
        anchors.centerIn: parent
        color: key.enabled ? Theme.ink : Theme.faint
        decorative: true
        font.pixelSize: Theme.typeSize(key.capitals)
        fontSizeMode: key.isWord ? Text.Fit : Text.FixedSize
        height: key.isWord ? parent.height : implicitHeight
        horizontalAlignment: key.isWord ? Text.AlignHCenter : Text.AlignLeft
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        strong: true
        text: key.label
        verticalAlignment: key.isWord ? Text.AlignVCenter : Text.AlignTop
        width: key.isWord ? parent.width - Theme.mm(2) : implicitWidth
        wrapMode: key.label.includes(" ") ? Text.WordWrap : Text.NoWrap
    }
}
