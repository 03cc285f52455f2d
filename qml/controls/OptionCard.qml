// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// One of several answers. The chosen one is told by a sign, a word, and a thicker border.
Tappable {
    id: card

    property string detail: ""
    property string icon: ""
    readonly property real signWidth: Math.max(chosenWord.implicitWidth, Theme.mm(12))

    property real capitals: Theme.optionText
    // In low mode large words leave no room for more of them; assistive technology still reads it.
    readonly property bool detailed: detail !== "" && (!Theme.low || Theme.roomy)

    description: detail
    implicitHeight: Math.max(Theme.mm(22), words.implicitHeight + Theme.mm(5))
    selectable: true

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: card.pressed || card.selected ? Theme.thickBorder : Theme.border
        color: card.pressed ? Theme.cardPressed : card.selected ? Theme.chosen : Theme.card
        radius: Theme.radius
        z: -1
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(6)
        anchors.verticalCenter: parent.verticalCenter
        name: card.icon
        size: Theme.mm(13)
        visible: card.icon !== ""
        width: visible ? size : 0
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: sign.visible ? Theme.padding : 0
        anchors.right: mark.left
        anchors.rightMargin: Theme.mm(2)
        anchors.verticalCenter: parent.verticalCenter

        Label {
            capitals: card.capitals
            decorative: true
            strong: true
            text: card.label
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            capitals: Theme.aidText
            color: Theme.softInk
            decorative: true
            text: card.detail
            visible: card.detailed
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Item {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        width: card.signWidth

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: card.selected ? "check-circle" : "circle-outline"
            size: Theme.mm(10)
            y: (parent.height - size - (card.selected ? chosenWord.height * 0.8 : 0)) / 2
        }

        Label {
            id: chosenWord

            anchors.horizontalCenter: parent.horizontalCenter
            capitals: Theme.smallest
            decorative: true
            text: Words.text("labels.chosen")
            visible: card.selected
            wrapMode: Text.NoWrap
            y: (parent.height + Theme.mm(10) - height * 0.8) / 2 - Theme.mm(1.5)
        }
    }
}
