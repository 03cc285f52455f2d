// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One of several answers. Touching one chooses it; the main button goes on.
Answer {
    id: choice

    readonly property int many: step.options.length
    readonly property bool oneColumn: {
        if (Theme.low)
            return false;
        return many <= (!Theme.portrait ? 4 : Theme.roomy ? 7 : 6);
    }
    // Few answers are drawn larger.
    readonly property bool few: many <= 3 && !Theme.low

    wanted: cards.wanted

    PagedGrid {
        id: cards

        columns: choice.oneColumn ? 1 : 2
        fromBottom: true
        height: choice.reach
        stretch: Theme.mm(!choice.few ? 34 : choice.step.drawing === "" ? 60 : 38)
        uniform: true
        width: choice.width
        y: choice.height - height

        Repeater {
            model: choice.step.options

            OptionCard {
                required property optionView modelData

                capitals: choice.few ? Theme.buttonText : Theme.optionText
                detail: modelData.detail
                icon: modelData.icon
                label: modelData.label
                pointName: "option:" + modelData.id.toLowerCase()
                selected: choice.typed === modelData.id

                onActivated: choice.keep(modelData.id)
            }
        }
    }
}
