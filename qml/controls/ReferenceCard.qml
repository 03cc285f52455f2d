// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// The number by which the person asks for news, with its code beside it.
Rectangle {
    id: card

    required property string head
    required property string reference
    property string qr: ""
    property string qrDescription: ""
    // What is to be known of it.
    property string tail: ""

    border.color: Theme.ink
    border.width: Theme.thickBorder
    color: Theme.card
    implicitHeight: Math.max(words.implicitHeight, qr === "" ? 0 : code.height) + Theme.mm(6)
    radius: Theme.radius

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: code.visible ? code.left : parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        Label {
            color: Theme.softInk
            text: card.head
            width: parent.width
        }

        Label {
            font.letterSpacing: Theme.mm(0.6)
            font.pixelSize: Theme.typeSize(Theme.plateText)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.typeSize(Theme.bodyText)
            strong: true
            text: card.reference
            width: parent.width
            wrapMode: Text.NoWrap
        }

        Label {
            text: card.tail
            visible: text !== ""
            width: parent.width
        }
    }

    Image {
        id: code

        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(3)
        anchors.verticalCenter: parent.verticalCenter
        fillMode: Image.PreserveAspectFit
        height: Theme.mm(42)
        smooth: false
        source: card.qr
        sourceSize.height: height
        sourceSize.width: width
        visible: card.qr !== ""
        width: height

        Accessible.role: Accessible.Graphic
        Accessible.name: card.qrDescription
    }
}
