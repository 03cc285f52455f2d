// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A field and the keys of a telephone below it, near the hand.
Item {
    id: pad

    // Letters, figures and dates of French papers run to the right in every language.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    required property string shown
    property string allowed: "0123456789"
    // The height, from the bottom, in which things may be pressed.
    property real reach: height
    readonly property real wanted: field.height + Theme.nearGap + keysAt(Theme.largestKey)
    readonly property real room: Theme.low ? reach : height - field.height - Theme.nearGap
    readonly property real rowHeight: {
        const fits = (room - 3 * Theme.keyGap) / 4;
        return Math.floor(Math.max(Theme.mm(20), Math.min(Theme.largestKey, fits)));
    }

    signal keyed(string text)
    signal erased

    function keysAt(rowHeight: real): real {
        return 4 * rowHeight + 3 * Theme.keyGap;
    }

    TypedField {
        id: field

        capitals: Theme.plateText
        shown: pad.shown
        spaced: true
        width: pad.width
        y: keys.y - Theme.nearGap - height
    }

    KeyGrid {
        id: keys

        allowed: pad.allowed
        columns: 3
        rowHeight: pad.rowHeight
        rows: "123\n456\n789\n0"
        width: pad.width
        y: pad.height - pad.keysAt(pad.rowHeight)

        onKeyed: text => pad.keyed(text)

        Key {
            capitals: Theme.bodyText
            height: pad.rowHeight
            label: Words.text("labels.erase")
            width: keys.span(2)

            onActivated: pad.erased()
        }
    }
}
