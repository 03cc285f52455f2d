// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The one yellow thing on the screen. It says before it is pressed whether somebody is there.
Tappable {
    id: agent

    readonly property real iconSize: Theme.mm(12)
    readonly property bool wide: width > iconSize + title.oneLine + state.implicitWidth + Theme.mm(20)
    readonly property real wantedWidth: iconSize + Math.max(title.oneLine, Theme.roomy ? state.implicitWidth : 0) + Theme.mm(11)
    readonly property bool stateShown: wide || height >= Theme.line(Theme.aidText) * 1.75

    description: Desk.state
    keyName: "call-agent"
    label: Words.text("labels.call-agent")

    Rectangle {
        anchors.fill: parent
        border.color: agent.enabled ? (Theme.dark ? Theme.help : Theme.ink) : Theme.faint
        border.width: agent.pressed ? Theme.thickBorder : Theme.border
        color: !agent.enabled ? Theme.paper : agent.pressed ? Theme.helpPressed : Theme.help
        radius: Theme.radius
        z: -1
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        color: agent.enabled ? Theme.onHelp : Theme.faint
        name: "hand"
        size: agent.iconSize
    }

    Item {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.mm(3)
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        height: agent.wide || !agent.stateShown ? title.implicitHeight : title.implicitHeight * 0.86 + state.implicitHeight * 0.86

        Label {
            id: title

            readonly property real oneLine: Math.ceil(metrics.advanceWidth) + Theme.mm(1)

            anchors.left: parent.left
            anchors.top: parent.top
            capitals: Theme.aidText
            color: icon.color
            decorative: true
            strong: true
            text: agent.label
            width: agent.wide ? oneLine : parent.width
        }

        TextMetrics {
            id: metrics

            font: title.font
            text: title.text
        }

        Label {
            id: state

            anchors.bottom: parent.bottom
            anchors.right: agent.wide ? parent.right : undefined
            capitals: Theme.aidText * (agent.wide ? 1 : 0.82)
            color: icon.color
            decorative: true
            text: Desk.state
            visible: agent.stateShown
            wrapMode: Text.NoWrap
            x: agent.wide ? parent.width - width : 0
        }
    }
}
