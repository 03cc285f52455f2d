// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Cases for agents to train with, while nobody is at the screen. Touching one begins it.
PagedGrid {
    pagerCapitals: Theme.smallest
    rowGap: Theme.mm(4)

    Repeater {
        model: Practice.exercises

        PanelButton {
            required property exerciseView modelData

            description: modelData.aim
            enabled: Practice.offered
            icon: "pencil"
            implicitHeight: Theme.mm(21)
            keyName: "panel " + modelData.id
            label: modelData.title

            onActivated: Practice.exercise(modelData.id)
        }
    }
}
