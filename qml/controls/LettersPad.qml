// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A field and letters below it, near the hand: a name, with its accents; or a number of capitals
// and digits. What is typed here is no answer of a step: its owner keeps it.
Item {
    id: pad

    // Letters, figures and dates of French papers run to the right in every language.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    required property string typed
    property bool named: false
    property string shown: typed
    property real reach: height
    property real capitals: Theme.questionText
    readonly property string accents: "ÉÈÊËÇÀÂÎÏÔÛÜÙŸŒ"
    readonly property int inRow: 5
    property int firstShown: 0
    readonly property int firstNext: (firstShown + inRow) % accents.length
    property int most: 60
    // Without the characters that numbers of this house do not hold.
    readonly property string allowed: {
        if (typed.length >= most)
            return "";
        if (named)
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ'- " + accents;
        return "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    }
    readonly property real wanted: field.height + Theme.nearGap + gridAt(Theme.largestKey)
    readonly property real room: Theme.low ? reach : height - field.height - Theme.nearGap
    readonly property real rowHeight: {
        const fits = (room - 3 * Theme.keyGap) / 4;
        return Math.floor(Math.max(Theme.mm(20), Math.min(Theme.largestKey, fits)));
    }

    signal keyed(string text)
    signal erased

    function gridAt(rowHeight: real): real {
        return 4 * rowHeight + 3 * Theme.keyGap;
    }

    function add(text: string): void {
        if (text !== "" && pad.allowed.includes(text))
            pad.keyed(text);
    }

    // From a real keyboard.
    Keys.onPressed: event => {
        const others = event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier);
        if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
            pad.erased();
            event.accepted = true;
        } else if (event.text.length === 1 && event.text > "\u001f" && others === Qt.NoModifier) {
            pad.add(event.text.toUpperCase());
            event.accepted = true;
        }
    }

    TypedField {
        id: field

        capitals: pad.capitals
        shown: pad.shown
        spaced: !pad.named
        width: pad.width
        y: keys.y - Theme.nearGap - height
    }

    LetterKeys {
        id: keys

        above: pad.named ? "" : "1234567890"
        after: pad.named ? "'-" : ""
        allowed: pad.allowed
        below: pad.named ? pad.accents.substr(pad.firstShown, pad.inRow) : ""
        rowHeight: pad.rowHeight
        width: pad.width
        y: pad.height - pad.gridAt(pad.rowHeight)

        onKeyed: text => pad.add(text)

        Key {
            capitals: Theme.bodyText
            description: Words.text("labels.other-accents")
            height: pad.rowHeight
            keyName: "accents"
            label: pad.accents.substr(pad.firstNext, 2) + "…"
            visible: pad.named
            width: keys.span(1)

            onActivated: pad.firstShown = pad.firstNext
        }

        Key {
            capitals: Theme.bodyText
            height: pad.rowHeight
            label: Words.text("labels.space")
            visible: pad.named
            width: keys.span(2)

            onActivated: pad.add(" ")
        }

        OrderKey {
            height: pad.rowHeight
            visible: pad.named
            width: keys.span(2)
        }

        EraseKey {
            height: pad.rowHeight
            visible: !pad.named
            width: keys.span(4)

            onActivated: pad.erased()
        }
    }

    EraseKey {
        height: pad.rowHeight
        visible: pad.named
        width: keys.span(2)
        x: keys.width - width
        y: keys.y + 2 * (pad.rowHeight + Theme.keyGap)

        onActivated: pad.erased()
    }
}
