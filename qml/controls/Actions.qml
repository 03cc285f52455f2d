// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Back at the left, the main button at the right: upright a third and two thirds, across with the
// aids and the agent between them, in low mode with the agent between them.
Item {
    id: actions

    readonly property alias mainButton: main
    readonly property alias backButton: back
    required property string mainLabel
    required property string mainIcon
    required property bool mainShown
    required property string backLabel
    required property string backIcon
    required property bool backShown
    required property bool agentOffered

    readonly property bool alone: Theme.portrait && !Theme.low
    readonly property real gap: Theme.mm(10)
    readonly property real backWidth: {
        if (alone)
            return (width - gap) / 3;
        // A long word for the way back makes its own letters smaller, not those of the main button.
        return Theme.low ? Math.min(back.wantedWidth, width * 0.3) : back.wantedWidth;
    }
    readonly property real mostMain: {
        return Theme.low ? width - backWidth - 2 * gap - Theme.mm(72) : Theme.mm(100);
    }
    // Across, where there is no way back its place stays empty and the others keep theirs, unless
    // the words of the main button need it.
    readonly property bool crowded: {
        return !Theme.portrait && !backShown && main.wantedWidth > mostMain;
    }
    readonly property real backRoom: crowded ? 0 : backWidth + gap
    readonly property real mainWidth: {
        if (alone)
            return width - (backShown ? backWidth + gap : 0);
        const most = mostMain + (crowded ? backWidth + gap : 0);
        return Math.min(Math.max(Theme.mm(82), main.wantedWidth), most);
    }

    // What the aids may have across, so that the agent keeps a place with its words.
    readonly property real aidsRoom: {
        const others = backRoom + mainWidth + 2 * gap;
        const words = crowded && agent.button ? agent.button.wantedWidth : 0;
        return width - others - (Theme.shared ? 0 : Math.max(Theme.mm(84), words));
    }

    signal proceed
    signal goBack

    BigButton {
        id: back

        anchors.left: parent.left
        height: parent.height
        icon: Theme.low || !(Theme.portrait || Theme.roomy) ? "" : actions.backIcon
        keyName: "back"
        label: actions.backLabel
        visible: actions.backShown
        width: actions.backWidth

        onActivated: actions.goBack()
    }

    Loader {
        id: aids

        readonly property Aids row: item as Aids

        active: !Theme.portrait
        anchors.left: parent.left
        anchors.leftMargin: actions.backRoom
        height: parent.height
        sourceComponent: Aids {
        }
        width: row ? Math.min(row.wantedWidth, actions.aidsRoom) : 0
    }

    Loader {
        id: agent

        readonly property AgentButton button: item as AgentButton

        active: !actions.alone && !Theme.shared
        anchors.left: Theme.portrait ? back.right : aids.right
        anchors.leftMargin: actions.gap
        anchors.right: main.left
        anchors.rightMargin: actions.gap
        height: parent.height
        sourceComponent: AgentButton {
        }
    }

    Binding {
        property: "enabled"
        target: agent.item
        value: actions.agentOffered
        when: agent.item !== null
    }

    BigButton {
        id: main

        anchors.right: parent.right
        height: parent.height
        icon: Theme.low ? "" : actions.mainIcon
        keyName: "continue"
        label: actions.mainLabel
        main: true
        visible: actions.mainShown
        width: actions.mainWidth

        onActivated: actions.proceed()
    }
}
