// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A picture sign. It never stands without its word, so it is nothing to a screen reader.
Text {
    id: sign

    required property string name
    // What shows a way shows it the other way round where lines run to the left.
    readonly property bool points: {
        return name === "arrow-left" || name === "arrow-right" || name === "send";
    }
    // Edge of the square that holds it.
    property real size: Theme.line(Theme.bodyText)

    width: size
    height: size
    color: Theme.ink
    font.family: Theme.iconFace
    font.pixelSize: Math.max(1, Math.round(size))
    horizontalAlignment: Text.AlignHCenter
    text: Theme.glyph(name)
    transform: Scale {
        origin.x: sign.width / 2
        xScale: sign.points && sign.LayoutMirroring.enabled ? -1 : 1
    }
    verticalAlignment: Text.AlignVCenter

    Accessible.ignored: true
}
