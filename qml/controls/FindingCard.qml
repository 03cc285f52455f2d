// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One point of the officer's look: what is needed, what the person said, and the way to mend it.
Item {
    id: card

    required property findingRow finding
    readonly property bool refusal: finding.severity === "refusal"
    readonly property bool mendable: finding.stepId !== ""
    readonly property color foreground: refusal ? Theme.change : Theme.ink

    readonly property real buttonHeight: mendable ? Theme.extraHeight + Theme.mm(3) : 0

    implicitHeight: words.implicitHeight + Theme.mm(6) + buttonHeight

    Rectangle {
        anchors.fill: parent
        border.color: card.foreground
        border.width: Theme.border
        color: card.refusal ? Theme.changeGround : Theme.card
        radius: Theme.radius

        Accessible.ignored: true
    }

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
        anchors.top: parent.top
        anchors.topMargin: Theme.mm(2)

        Label {
            color: card.foreground
            strong: true
            text: card.finding.title
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

        Label {
            text: card.finding.mend
            visible: card.finding.mend !== ""
            width: parent.width
        }
    }

    BigButton {
        id: change

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        description: card.finding.title
        height: Theme.extraHeight
        icon: "pencil"
        label: card.refusal ? Words.text("labels.change-this") : Words.text("labels.look-again")
        visible: card.mendable
        width: wantedWidth

        onActivated: Session.change(card.finding.stepId)
    }
}
