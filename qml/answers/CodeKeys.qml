// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Letters and digits without spaces: the code of a sale, the number of a form (4 digits, 2 letters,
// 5 digits; the year of old ones has 2 digits), the number of a vehicle (17, without I, O and Q),
// the number of a request (with hyphens).
KeyedAnswer {
    id: code

    readonly property bool ofForm: step.keys === "form-number"
    readonly property bool ofVehicle: step.keys === "vin"
    readonly property bool ofRequest: step.keys === "reference"
    readonly property int most: ofForm ? 11 : ofVehicle ? 17 : ofRequest ? 20 : 12

    allowed: {
        let found = "";
        for (const one of "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") {
            if (code.mayHold(code.typed + one))
                found += one;
        }
        return found;
    }
    capitals: Theme.plateText * 0.86
    spaced: true

    function mayHold(text: string): bool {
        if (code.ofVehicle)
            return /^[A-HJ-NPR-Z0-9]{0,17}$/.test(text);
        if (!code.ofForm)
            return text.length <= code.most && (code.ofRequest || !text.includes("-"));
        return /^\d{0,4}$|^(\d\d|\d{4})[A-Z]{1,2}$|^(\d\d|\d{4})[A-Z]{2}\d{0,5}$/.test(text);
    }

    LetterKeys {
        id: keys

        above: "1234567890"
        after: code.ofRequest ? "-" : ""
        allowed: code.allowed
        rowHeight: code.rowHeight
        width: code.width
        y: code.height - code.gridHeight

        onKeyed: text => code.add(text)

        EraseKey {
            height: code.rowHeight
            width: keys.span(code.ofRequest ? 3 : 4)

            onActivated: code.eraseOne()
        }
    }
}
