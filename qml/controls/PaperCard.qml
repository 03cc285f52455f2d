// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A paper to lay ready: how it looks, its name, and where to look on it. Whoever needs large
// letters sees nothing on so small a drawing: the words have its place.
Rectangle {
    id: card

    required property paperRow paper
    readonly property bool drawn: Theme.roomy

    border.color: Theme.ink
    border.width: Theme.border
    color: Theme.card
    implicitHeight: Math.max(words.implicitHeight, drawn ? picture.height : 0) + Theme.mm(5)
    radius: Theme.radius

    Drawing {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        description: card.paper.name
        height: Theme.mm(22)
        name: card.paper.drawing
        visible: card.drawn
        width: Theme.mm(33)
    }

    Column {
        id: words

        anchors.left: card.drawn ? picture.right : parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        Label {
            strong: true
            text: card.paper.name
            width: parent.width
        }

        Label {
            color: Theme.softInk
            text: card.paper.where
            visible: text !== ""
            width: parent.width
        }
    }
}
