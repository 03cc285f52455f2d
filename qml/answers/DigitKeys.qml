// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Digits, as on a telephone: a postcode, a telephone number, a fiscal power, a number.
KeyedAnswer {
    id: digits

    readonly property int most: {
        switch (step.keys) {
        case "postcode":
            return 5;
        case "phone":
            return 10;
        case "power":
            return 3;
        default:
            return 20;
        }
    }

    allowed: typed.length >= most ? "" : "0123456789"
    capitals: Theme.plateText
    shown: step.keys === "phone" ? typed.replace(/(\d\d)(?=\d)/g, "$1 ") : typed
    spaced: true

    KeyGrid {
        id: keys

        allowed: digits.allowed
        columns: 3
        rowHeight: digits.rowHeight
        rows: "123\n456\n789\n0"
        width: digits.width
        y: digits.height - digits.gridHeight

        onKeyed: text => digits.add(text)

        EraseKey {
            height: digits.rowHeight
            width: keys.span(2)

            onActivated: digits.eraseOne()
        }
    }
}
