// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A sentence that matters, on its own ground, with an icon: something to change, something good,
// something to know.
Rectangle {
    id: note

    enum Kind {
        Know,
        Good,
        Change,
        Stop
    }

    property int kind: Note.Kind.Know
    required property string text
    // No longer true: it is seen and read no more, and keeps its place.
    property bool mended: false
    property string title: ""
    property real capitals: Theme.bodyText
    readonly property color foreground: [Theme.ink, Theme.good, Theme.change, Theme.stop][kind]
    property string icon: ["information", "check-circle", "alert", "alert"][kind]

    border.color: foreground
    border.width: Theme.border
    color: [Theme.card, Theme.goodGround, Theme.changeGround, Theme.stopGround][kind]
    // A note without a text is left out.
    opacity: mended ? 0 : 1
    implicitHeight: text === "" ? 0 : words.implicitHeight + Theme.mm(5)
    radius: Theme.radius

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.top: words.top
        color: note.foreground
        height: Theme.line(note.capitals)
        name: note.icon
        size: Theme.mm(10) * Theme.textScale
        verticalAlignment: Text.AlignVCenter
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        Label {
            capitals: note.capitals
            color: note.foreground
            decorative: note.mended
            strong: true
            text: note.title
            visible: note.title !== ""
            width: parent.width
        }

        Label {
            capitals: note.capitals
            color: note.foreground
            decorative: note.mended
            text: note.text
            visible: note.text !== ""
            width: parent.width
        }
    }
}
