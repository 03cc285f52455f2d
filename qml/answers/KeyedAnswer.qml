// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A text keyed on a grid made for it: the field above, the keys below, near the hand.
Answer {
    id: keyed

    // Letters, figures and dates of French papers run to the right in every language.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    // The characters that may follow what is typed: the grid offers no other.
    property string allowed: ""
    // How what is typed is shown.
    property string shown: typed
    property real capitals: Theme.questionText
    property bool spaced: false
    // Set by the answer that holds a grid of so many rows.
    property int rows: 4
    readonly property real gridRoom: Theme.low ? reach : height - field.height - Theme.nearGap
    readonly property real rowHeight: {
        const fits = (gridRoom - (rows - 1) * Theme.keyGap) / rows;
        return Math.floor(Math.max(Theme.mm(20), Math.min(Theme.largestKey, fits)));
    }
    readonly property real gridHeight: rows * rowHeight + (rows - 1) * Theme.keyGap

    must: field.height + Theme.nearGap + rows * Theme.mm(20) + (rows - 1) * Theme.keyGap
    wanted: field.height + Theme.nearGap + rows * Theme.largestKey + (rows - 1) * Theme.keyGap

    function add(text: string): void {
        if (keyed.allowed.includes(text))
            keyed.keep(keyed.typed + text);
    }

    function eraseOne(): void {
        keyed.keep(keyed.typed.slice(0, -1));
    }

    onCharacterTyped: text => keyed.add(text.toUpperCase())
    onEraseTyped: eraseOne()

    TypedField {
        id: field

        capitals: keyed.capitals
        shown: keyed.shown
        spaced: keyed.spaced
        width: keyed.width
        y: keyed.height - keyed.gridHeight - Theme.nearGap - height
    }
}
