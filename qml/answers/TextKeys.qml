// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A part of an address or the name of a town: letters, digits, space, apostrophe, hyphen. Where the
// height is dear, digits take the place of the letters on demand.
KeyedAnswer {
    id: words

    readonly property int most: 60
    property bool digitsShown: false

    allowed: typed.length >= most ? "" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'- "
    rows: Theme.low ? 4 : 5

    LetterKeys {
        id: keys

        above: Theme.low ? "" : "1234567890"
        after: "'-"
        allowed: words.allowed
        rowHeight: words.rowHeight
        rows: {
            if (Theme.low && words.digitsShown)
                return "1234567890\n\n\n";
            return above + (above === "" ? "" : "\n") + inOrder + after + "\n";
        }
        width: words.width
        y: words.height - words.gridHeight

        onKeyed: text => words.add(text)

        Key {
            capitals: Theme.bodyText
            height: words.rowHeight
            label: Words.text("labels.space")
            width: keys.span(words.digitsShown && Theme.low ? 3 : Theme.low ? 4 : 6)

            onActivated: words.add(" ")
        }

        Key {
            capitals: Theme.bodyText
            height: words.rowHeight
            keyName: "digits"
            label: words.digitsShown ? Words.text("labels.letters") : Words.text("labels.digits")
            visible: Theme.low
            width: keys.span(3)

            onActivated: words.digitsShown = !words.digitsShown
        }

        OrderKey {
            height: words.rowHeight
            width: keys.span(Theme.low ? 3 : 4)
        }
    }

    EraseKey {
        height: words.rowHeight
        width: keys.span(2)
        x: keys.width - width
        y: keys.y + (words.rows - 2) * (words.rowHeight + Theme.keyGap)

        onActivated: words.eraseOne()
    }
}
