// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What an agent may look at, and the three things that they may do here; mandates are among the
// first.
Flow {
    id: buttons

    required property int tab
    readonly property int columns: Theme.portrait ? 3 : 2
    readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)

    signal chose(int tab)

    spacing: Theme.mm(4)

    PanelButton {
        icon: "arrow-right"
        label: SiteWords.text("panel.tabs.route")
        selectable: true
        selected: buttons.tab === AgentPanel.Tab.Route
        width: buttons.cell

        onActivated: buttons.chose(AgentPanel.Tab.Route)
    }

    PanelButton {
        icon: "file-document"
        label: SiteWords.text("panel.tabs.file")
        selectable: true
        selected: buttons.tab === AgentPanel.Tab.File
        width: buttons.cell

        onActivated: buttons.chose(AgentPanel.Tab.File)
    }

    PanelButton {
        icon: "help-circle"
        label: SiteWords.text("panel.tabs.reasons")
        selectable: true
        selected: buttons.tab === AgentPanel.Tab.Reasons
        width: buttons.cell

        onActivated: buttons.chose(AgentPanel.Tab.Reasons)
    }

    PanelButton {
        icon: "account-multiple"
        label: SiteWords.text("panel.tabs.script")
        selectable: true
        selected: buttons.tab === AgentPanel.Tab.Script
        width: buttons.cell

        onActivated: buttons.chose(AgentPanel.Tab.Script)
    }

    PanelButton {
        icon: "pencil"
        keyName: "panel mandate"
        label: SiteWords.text("panel.tabs.mandate")
        selectable: true
        selected: buttons.tab === AgentPanel.Tab.Mandate
        width: buttons.cell

        onActivated: buttons.chose(AgentPanel.Tab.Mandate)
    }

    PanelButton {
        icon: "car"
        label: Words.text("panel.tabs.exercises")
        selectable: true
        selected: buttons.tab === AgentPanel.Tab.Exercises
        visible: Practice.offered
        width: buttons.cell

        onActivated: buttons.chose(AgentPanel.Tab.Exercises)
    }

    PanelButton {
        enabled: Panel.mayFill || Panel.filling
        icon: "pencil"
        label: SiteWords.text(Panel.filling ? "panel.stop-filling" : "panel.fill")
        width: buttons.cell

        onActivated: {
            if (Panel.filling)
                Panel.allowFilling(false);
            else
                Panel.askToFill();
        }
    }

    PanelButton {
        icon: "clock"
        label: SiteWords.text("panel.more-time")
        width: buttons.cell

        onActivated: Panel.giveTime()
    }

    PanelButton {
        icon: "lock"
        label: SiteWords.text("panel.leave")
        width: buttons.cell

        onActivated: Panel.leave()
    }
}
