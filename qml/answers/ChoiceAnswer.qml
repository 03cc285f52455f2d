// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One of several answers. Touching one chooses it; the main button goes on.
Answer {
    id: choice

    readonly property int many: step.options.length
    readonly property bool oneColumn: Theme.low ? many <= 1 : Theme.portrait ? many <= 6 : many <= 4

    wanted: cards.wanted

    PagedGrid {
        id: cards

        columns: choice.oneColumn ? 1 : 2
        fromBottom: true
        height: choice.reach
        stretch: Theme.mm(choice.many <= 3 ? 38 : 34)
        width: choice.width
        y: choice.height - height

        Repeater {
            model: choice.step.options

            OptionCard {
                required property optionView modelData

                detail: modelData.detail
                icon: modelData.icon
                label: modelData.label
                selected: choice.typed === modelData.id

                onActivated: choice.keep(modelData.id)
            }
        }
    }
}
