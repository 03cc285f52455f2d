// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A question, what was answered, and the button that changes it. AnswerHeights knows its height.
Item {
    id: line

    required property reviewRow row
    readonly property bool changed: row.stepId === Session.changedStep

    Rectangle {
        anchors.fill: parent
        border.color: line.changed ? Theme.ink : Theme.faint
        border.width: line.changed ? Theme.thickBorder : Math.max(1, Theme.border / 2)
        color: Theme.card
        radius: Theme.radius

        Accessible.ignored: true
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: change.left
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        Label {
            capitals: Theme.aidText
            color: Theme.softInk
            text: line.row.heading
            width: parent.width
        }

        Label {
            strong: true
            text: line.row.answer
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    BigButton {
        id: change

        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(3)
        anchors.verticalCenter: parent.verticalCenter
        description: line.row.question
        height: Theme.mm(20)
        icon: "pencil"
        label: Words.text("labels.change")
        visible: line.row.mayChange
        width: wantedWidth

        onActivated: Session.change(line.row.stepId)
    }
}
