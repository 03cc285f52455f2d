// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The agent's panel, under or beside the person's screen and never over it. What it offers is what
// Panel offers: there is no sending, paying or declaring here.
FocusScope {
    id: panel

    enum Tab {
        Route,
        File,
        Reasons,
        Script,
        Mandate,
        Exercises
    }

    property int tab: Practice.offered ? AgentPanel.Tab.Exercises : AgentPanel.Tab.Route
    readonly property real edge: Theme.mm(5)

    Accessible.role: Accessible.Pane
    Accessible.name: SiteWords.text("panel.title")

    function contentOf(tab: int): Component {
        switch (tab) {
        case AgentPanel.Tab.File:
            return file;
        case AgentPanel.Tab.Reasons:
            return reasons;
        case AgentPanel.Tab.Script:
            return script;
        case AgentPanel.Tab.Mandate:
            return mandate;
        case AgentPanel.Tab.Exercises:
            return Practice.offered ? exercises : route;
        default:
            return route;
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.action
        border.width: Theme.thickBorder
        color: Theme.card

        Accessible.ignored: true
    }

    // A touch anywhere here: the agent is still there.
    PointHandler {
        onActiveChanged: Panel.touched()
    }

    Label {
        id: name

        capitals: Theme.smallest
        color: Theme.action
        strong: true
        text: Panel.name + " · " + SiteWords.text("panel.title")
        width: buttons.width
        x: panel.edge
        y: panel.edge
    }

    PanelButtons {
        id: buttons

        tab: panel.tab
        width: Theme.portrait ? Theme.mm(140) : panel.width - 2 * panel.edge
        x: panel.edge
        y: name.y + name.height + Theme.mm(2)

        onChose: tab => panel.tab = tab
    }

    Loader {
        id: content

        height: panel.height - y - panel.edge
        sourceComponent: panel.contentOf(panel.tab)
        width: panel.width - x - panel.edge
        x: Theme.portrait ? buttons.x + buttons.width + Theme.mm(6) : panel.edge
        y: Theme.portrait ? panel.edge : buttons.y + buttons.height + Theme.mm(6)
    }

    Component {
        id: route

        PanelRoute {
        }
    }

    Component {
        id: file

        PanelFile {
        }
    }

    Component {
        id: reasons

        PanelNotes {
            actLabel: SiteWords.text("panel.explained")
            notes: Panel.reasons

            onDone: Panel.explain()
        }
    }

    Component {
        id: script

        PanelNotes {
            actLabel: SiteWords.text("panel.read-out")
            notes: Panel.script

            onDone: Panel.readScript()
        }
    }

    Component {
        id: mandate

        PanelMandate {
        }
    }

    Component {
        id: exercises

        PanelExercises {
        }
    }
}
