// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One point of the officer's look: what is needed, and what the person said.
Rectangle {
    id: card

    required property findingRow finding
    readonly property bool refusal: finding.severity === "refusal"
    readonly property color foreground: refusal ? Theme.change : Theme.ink

    border.color: foreground
    border.width: Theme.border
    color: refusal ? Theme.changeGround : Theme.card
    implicitHeight: words.implicitHeight + Theme.mm(5)
    radius: Theme.radius

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.top: words.top
        color: card.foreground
        height: Theme.line(Theme.bodyText)
        name: card.refusal ? "alert" : "information"
        size: Theme.mm(10) * Theme.textScale
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        Label {
            color: card.foreground
            strong: true
            text: card.finding.title
            width: parent.width
        }

        Label {
            text: {
                const said = Words.text("screens.explaining.said");
                return said.replace("{reason}", card.finding.explanation);
            }
            visible: card.finding.explanation !== ""
            width: parent.width
        }

        Row {
            spacing: Theme.gap
            visible: card.finding.needed !== "" || card.finding.seen !== ""
            width: parent.width

            FindingSide {
                head: Words.text("labels.needed")
                text: card.finding.needed
                visible: card.finding.needed !== ""
                width: card.finding.seen === "" ? parent.width : (parent.width - Theme.gap) / 2
            }

            FindingSide {
                head: Words.text("labels.seen")
                text: card.finding.seen
                visible: card.finding.seen !== ""
                width: card.finding.needed === "" ? parent.width : (parent.width - Theme.gap) / 2
            }
        }
    }
}
