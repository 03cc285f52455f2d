// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A button with a word, and an icon before it. `main` is the one action of the screen.
Tappable {
    id: button

    property bool main: false
    property string icon: ""
    // The icon after the word: the way forward.
    property bool iconLast: false
    property real capitals: main ? Theme.buttonText : Theme.bodyText
    readonly property color foreground: main ? Theme.actionInk : enabled ? Theme.ink : Theme.faint
    readonly property real iconWidth: icon === "" ? 0 : sign.size + row.spacing
    // The words come first: where both do not fit, the icon goes.
    readonly property bool iconShown: icon !== "" && width + 1 >= words + iconWidth + Theme.mm(4)
    readonly property real words: Math.ceil(Theme.advance(label, capitals, main)) + 2
    readonly property real wordsRoom: width - (iconShown ? iconWidth : 0) - Theme.mm(4)
    readonly property real wantedWidth: words + iconWidth + 2 * Theme.padding

    Rectangle {
        anchors.fill: parent
        border.color: button.main ? Theme.action : button.enabled ? Theme.ink : Theme.faint
        border.width: button.pressed ? Theme.thickBorder : Theme.border
        color: {
            if (button.main)
                return button.pressed ? Theme.actionPressed : Theme.action;
            return button.pressed ? Theme.cardPressed : Theme.card;
        }
        radius: Theme.radius
        z: -1
    }

    Row {
        id: row

        anchors.centerIn: parent
        layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.mm(3)

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: button.foreground
            name: button.icon
            size: Theme.typeSize(button.capitals) * 1.05
            visible: button.iconShown
        }

        Label {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            capitals: button.capitals
            color: button.foreground
            decorative: true
            strong: button.main
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.typeSize(Theme.smallest)
            text: button.label
            verticalAlignment: Text.AlignVCenter
            width: Math.min(button.words, button.wordsRoom)
            wrapMode: Text.NoWrap
        }
    }
}
