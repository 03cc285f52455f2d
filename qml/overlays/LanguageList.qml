// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Which language? Each by its own name. The screen below waits as it was left.
Frame {
    id: list

    bodyWanted: languages.wanted
    help: Words.text("screens.language.help")
    mainLabel: Words.text("labels.close")
    backShown: false
    title: Words.text("screens.language.title")

    onProceed: Languages.stopChoosing()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.language.picture")
        name: "two-people"
    }

    PagedGrid {
        id: languages

        columns: Theme.low || !Theme.portrait ? 2 : 1
        fromBottom: Theme.portrait
        height: list.reach
        width: list.bodyWidth
        y: list.bodyHeight - list.reach

        Repeater {
            model: Languages.all

            OptionCard {
                required property optionView modelData

                label: modelData.label
                selected: modelData.chosen

                onActivated: Languages.choose(modelData.id)
            }
        }
    }
}
