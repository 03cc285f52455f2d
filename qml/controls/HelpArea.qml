// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// The help bar of an upright glass: the aids, and below them the agent. In low mode the agent has a
// place beside the main button instead.
Item {
    id: area

    property bool agentOffered: true

    implicitHeight: aids.height + (agent.active ? Theme.mm(10) + Theme.agentHeight : 0)

    Aids {
        id: aids

        width: parent.width
    }

    Loader {
        id: agent

        // With an agent at the person's side there is nobody to call.
        active: !Theme.low && !Theme.shared
        anchors.bottom: parent.bottom
        height: Theme.agentHeight
        sourceComponent: AgentButton {
        }
        width: parent.width
    }

    Binding {
        property: "enabled"
        target: agent.item
        value: area.agentOffered
        when: agent.item !== null
    }
}
