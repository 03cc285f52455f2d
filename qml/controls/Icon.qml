// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A picture sign. It never stands without its word, so it is nothing to a screen reader.
Text {
    required property string name
    // Edge of the square that holds it.
    property real size: Theme.line(Theme.bodyText)

    width: size
    height: size
    color: Theme.ink
    font.family: Theme.iconFace
    font.pixelSize: Math.max(1, Math.round(size))
    horizontalAlignment: Text.AlignHCenter
    text: Theme.glyph(name)
    verticalAlignment: Text.AlignVCenter

    Accessible.ignored: true
}
