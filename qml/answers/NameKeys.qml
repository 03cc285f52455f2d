// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A name: letters, the accents that French identity documents keep, apostrophe, hyphen and space.
// The accents of most names show first; one key brings the others, in turn.
KeyedAnswer {
    id: name

    readonly property int most: 60
    readonly property list<string> accents: ["ÉÈÊËÇ", "ÀÂÎÏÔ", "ÛÜÙŸŒ"]
    property int accentsShown: 0
    readonly property string nextAccents: accents[(accentsShown + 1) % accents.length]

    allowed: typed.length >= most ? "" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ'- " + accents.join("")

    LetterKeys {
        id: keys

        after: "'-"
        allowed: name.allowed
        below: name.accents[name.accentsShown]
        rowHeight: name.rowHeight
        width: name.width
        y: name.height - name.gridHeight

        onKeyed: text => name.add(text)

        Key {
            capitals: Theme.bodyText
            description: Words.text("labels.other-accents")
            height: name.rowHeight
            keyName: "accents"
            label: name.nextAccents.slice(0, 2) + "…"
            width: keys.span(1)

            onActivated: name.accentsShown = (name.accentsShown + 1) % name.accents.length
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
