// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Above everything while an agent fills in or looks: who, and the button that ends it.
Rectangle {
    id: bar

    readonly property bool filling: Panel.filling

    border.color: Theme.dark ? Theme.help : Theme.helpInk
    border.width: Theme.border
    color: Theme.help
    height: visible ? Math.max(stop.height + Theme.mm(3), says.height + Theme.mm(3)) : 0
    radius: Theme.radius
    visible: filling

    Label {
        id: says

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: stop.left
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        capitals: Theme.aidText
        color: Theme.helpInk
        strong: true
        text: Words.text("labels.agent-fills").replace("{name}", Panel.name)
    }

    BigButton {
        id: stop

        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(1.5)
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.mm(20)
        icon: "hand"
        keyName: "take-over"
        label: Words.text("labels.take-over")
        width: wantedWidth

        onActivated: Panel.allowFilling(false)
    }
}
