// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A country or a town out of many: pages of large names; the first letter of a country leads there.
Answer {
    id: list

    readonly property bool ofCountries: step.kind === "country"
    readonly property list<string> towns: ofCountries ? [] : Places.towns(step.postcode)
    property string letter: ""
    property bool lettersShown: false
    readonly property real barHeight: ofCountries ? Theme.extraHeight + Theme.gap : 0

    wanted: ofCountries ? 10000 : names.wanted

    Component.onCompleted: {
        if (!ofCountries && towns.length === 1 && typed === "")
            keep(towns[0]);
    }

    BigButton {
        id: jump

        height: Theme.extraHeight
        icon: list.lettersShown ? "arrow-left" : ""
        label: Words.text(list.lettersShown ? "labels.other-countries" : "labels.first-letter")
        visible: list.ofCountries
        width: list.width
        y: list.height - list.reach

        onActivated: {
            list.letter = "";
            list.lettersShown = !list.lettersShown;
        }
    }

    PagedGrid {
        id: names

        columns: 2
        height: list.reach - list.barHeight
        stretch: list.ofCountries ? 0 : Theme.mm(30)
        visible: !list.lettersShown
        width: list.width
        y: list.height - height

        Repeater {
            model: list.ofCountries && !list.lettersShown ? Places.countries(list.letter) : []

            OptionCard {
                required property optionView modelData

                label: modelData.label
                selected: list.typed === modelData.id

                onActivated: list.keep(modelData.id)
            }
        }

        Repeater {
            model: list.towns

            OptionCard {
                required property string modelData

                label: modelData
                selected: list.typed === modelData

                onActivated: list.keep(modelData)
            }
        }
    }

    KeyGrid {
        allowed: "ABCDEFGHIJKLMNOPQRSTUVYZ"
        columns: 6
        rowHeight: Math.min(Theme.mm(25), (list.reach - list.barHeight - 3 * Theme.keyGap) / 4)
        rows: "ABCDEF\nGHIJKL\nMNOPQR\nSTUVYZ"
        visible: list.lettersShown
        width: list.width
        y: jump.y + list.barHeight

        onKeyed: text => {
            list.letter = text;
            list.lettersShown = false;
        }
    }
}
