// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Until when: each length with its last day.
MandatePart {
    id: part

    property string chosen: ""

    wanted: cards.wanted

    onProceed: {
        touched = false;
        Mandate.choose(chosen);
    }

    PagedGrid {
        id: cards

        columns: Theme.low ? 2 : 1
        fromBottom: true
        height: part.reach
        stretch: Theme.mm(34)
        uniform: true
        width: part.width
        y: part.height - height

        Repeater {
            model: Mandate.lengths

            OptionCard {
                required property optionView modelData

                detail: modelData.detail
                label: modelData.label
                selected: part.chosen === modelData.id

                onActivated: {
                    part.touched = true;
                    part.chosen = modelData.id;
                }
            }
        }
    }
}
