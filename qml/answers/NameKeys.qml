// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A name: letters, the accents that French identity documents keep, apostrophe, hyphen and space.
KeyedAnswer {
    id: name

    readonly property int most: 60

    allowed: typed.length >= most ? "" : "ABCDEFGHIJKLMNOPQRSTUVWXYZÉÈÊËÇ'- "

    LetterKeys {
        id: keys

        after: "'-"
        allowed: name.allowed
        below: "ÉÈÊËÇ"
        rowHeight: name.rowHeight
        width: name.width
        y: name.height - name.gridHeight

        onKeyed: text => name.add(text)

        Key {
            capitals: Theme.bodyText
            height: name.rowHeight
            label: Words.text("labels.space")
            width: keys.span(3)

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
