// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A name: letters, the accents that French identity documents keep, apostrophe, hyphen and space.
// The accents of most names show first; one key brings the others, in turn.
KeyedAnswer {
    id: name

    readonly property int most: 60
    readonly property string accents: "ÉÈÊËÇÀÂÎÏÔÛÜÙŸŒ"
    // How many of them a row holds, and the first that is shown.
    readonly property int inRow: 5
    property int firstShown: 0
    readonly property int firstNext: (firstShown + inRow) % accents.length

    allowed: typed.length >= most ? "" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ'- " + accents

    LetterKeys {
        id: keys

        after: "'-"
        allowed: name.allowed
        below: name.accents.substr(name.firstShown, name.inRow)
        rowHeight: name.rowHeight
        width: name.width
        y: name.height - name.gridHeight

        onKeyed: text => name.add(text)

        Key {
            capitals: Theme.bodyText
            description: Words.text("labels.other-accents")
            height: name.rowHeight
            keyName: "accents"
            label: name.accents.substr(name.firstNext, 2) + "…"
            width: keys.span(1)

            onActivated: name.firstShown = name.firstNext
        }

        Key {
            capitals: Theme.bodyText
            height: name.rowHeight
            label: Words.text("labels.space")
            width: keys.span(2)

            onActivated: name.add(" ")
        }

        OrderKey {
            height: name.rowHeight
            width: keys.span(2)
        }
    }

    EraseKey {
        height: name.rowHeight
        width: keys.span(2)
        x: keys.width - width
        y: keys.y + 2 * (name.rowHeight + Theme.keyGap)

        onActivated: name.eraseOne()
    }
}
