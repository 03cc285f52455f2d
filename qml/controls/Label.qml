// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A text of the screen. Lines stand closer than the face would have them.
Text {
    // Height of the capitals, in pixels: one of Theme's.
    property real capitals: Theme.bodyText
    property bool strong: false
    // True inside a control that says the same words itself.
    property bool decorative: false

    color: Theme.ink
    // At the side where lines begin, for a name or a number too.
    horizontalAlignment: Text.AlignLeft
    font.family: Theme.face
    font.pixelSize: Theme.typeSize(capitals)
    font.weight: strong ? Font.Bold : Font.Normal
    lineHeight: Theme.lineFactor
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap

    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: decorative || text === ""
}
