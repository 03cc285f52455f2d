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
    readonly property string home: "FR"
    property string letter: ""
    readonly property bool lettersShown: ofCountries && letter === ""
    readonly property real rowHeight: {
        const above = Math.max(Theme.extraHeight + Theme.gap, leastCard + between);
        const fits = (reach - above - 3 * Theme.keyGap) / 4;
        return Math.floor(Math.max(Theme.mm(20), Math.min(Theme.mm(30), fits)));
    }
    readonly property real lettersHeight: 4 * rowHeight + 3 * Theme.keyGap
    readonly property real lettersWanted: 4 * Theme.mm(30) + 3 * Theme.keyGap + Theme.mm(60)

    // Between the card of France and the letters.
    readonly property real between: head.visible ? head.height + Theme.mm(2) : Theme.gap

    readonly property real leastCard: {
        return Math.max(Theme.mm(20), Theme.line(Theme.optionText) + 2 * Theme.padding);
    }

    must: lettersShown ? leastCard + between + 4 * Theme.mm(20) + 3 * Theme.keyGap : 0
    wanted: ofCountries ? lettersWanted : names.wanted

    // Where the list opens when a country was already chosen.
    function letterOf(id: string): string {
        for (const country of Places.countries("")) {
            if (country.id === id && id !== list.home)
                return country.label.normalize("NFD").charAt(0);
        }
        return "";
    }

    Component.onCompleted: {
        if (ofCountries && typed !== "")
            letter = letterOf(typed);
        if (!ofCountries && towns.length === 1 && typed === "")
            keep(towns[0]);
    }

    OptionCard {
        height: Math.min(Theme.mm(34), list.reach - list.lettersHeight - list.between)
        label: Words.text("labels.france")
        selected: list.typed === list.home
        visible: list.lettersShown
        width: list.width
        y: letters.y - height - list.between

        onActivated: list.keep(list.home)
    }

    Label {
        id: head

        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        strong: true
        text: Words.text("labels.other-country-letter")
        visible: list.lettersShown && !Theme.low && (Theme.roomy || !Theme.tight)
        width: list.width
        wrapMode: Text.NoWrap
        y: letters.y - height - Theme.mm(2)
    }

    KeyGrid {
        id: letters

        allowed: "ABCDEFGHIJKLMNOPQRSTUVYZ"
        columns: 6
        rowHeight: list.rowHeight
        rows: "ABCDEF\nGHIJKL\nMNOPQR\nSTUVYZ"
        visible: list.lettersShown
        width: list.width
        y: list.height - list.lettersHeight

        onKeyed: text => list.letter = text
    }

    BigButton {
        id: back

        height: Theme.extraHeight
        icon: "arrow-left"
        label: Words.text("labels.first-letter")
        visible: list.ofCountries && !list.lettersShown
        width: list.width
        y: list.height - list.reach

        onActivated: list.letter = ""
    }

    PagedGrid {
        id: names

        columns: Theme.low || Theme.roomy && (list.ofCountries || list.towns.length > 4) ? 2 : 1
        fromBottom: !list.ofCountries
        height: list.reach - (list.ofCountries ? back.height + Theme.gap : 0)
        stretch: list.ofCountries ? 0 : Theme.mm(30)
        visible: !list.lettersShown
        width: list.width
        y: list.height - height

        Repeater {
            model: list.letter === "" ? [] : Places.countries(list.letter)

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
}
