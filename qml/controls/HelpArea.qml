// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The help bar of an upright glass: the aids, and below them the agent. In low mode the agent has a
// place beside the main button instead.
Item {
    id: area

    property bool agentOffered: true

    implicitHeight: aids.height + (agent.visible ? Theme.mm(10) + Theme.agentHeight : 0)

    Aids {
        id: aids

        width: parent.width
    }

    AgentButton {
        id: agent

        anchors.bottom: parent.bottom
        enabled: area.agentOffered
        height: Theme.agentHeight
        // With an agent at the person's side there is nobody to call.
        visible: !Theme.low && !Theme.shared
        width: parent.width

        onActivated: Session.callAgent()
    }
}
