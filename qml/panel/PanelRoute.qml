// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The way of this person, a row for each question: touching one shows it.
PagedGrid {
    id: route

    readonly property int here: {
        const rows = Panel.route;
        for (let i = 0; i < rows.length; ++i) {
            if (rows[i].state === "here")
                return i;
        }
        return -1;
    }

    pagerCapitals: Theme.smallest
    rowGap: Theme.mm(4)
    startCell: here

    // The step on screen stays in sight when the pages are parted anew.
    onHereChanged: startCell = here
    onShapeChanged: startCell = here

    function iconOf(state: string): string {
        switch (state) {
        case "done":
            return "check-circle";
        case "here":
            return "arrow-right";
        case "missing":
            return "alert";
        default:
            return "circle-outline";
        }
    }

    Repeater {
        model: Panel.route

        PanelButton {
            required property panelRow modelData

            description: SiteWords.text("panel.states." + modelData.state)
            enabled: modelData.stepId !== ""
            icon: route.iconOf(modelData.state)
            implicitHeight: Theme.mm(21)
            keyName: "panel " + modelData.stepId
            label: modelData.question
            selected: modelData.state === "here"

            onActivated: Panel.jump(modelData.stepId)
        }
    }
}
