// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A plate, AB-123-CD or, begun with a digit, 123 ABC 45. Each place offers only what it can hold.
KeyedAnswer {
    id: plate

    // Typed with or without separators; the grid gives none.
    readonly property string bare: typed.toUpperCase().replace(/[^A-Z0-9]/g, "")

    allowed: {
        let found = "";
        for (const one of "ABCDEFGHJKLMNPQRSTVWXYZ0123456789") {
            if (plate.mayHold(plate.bare + one))
                found += one;
        }
        return found;
    }
    capitals: Theme.plateText
    shown: plate.written(bare)
    spaced: true

    // True when a plate may begin so. I, O and U are on no plate.
    function mayHold(text: string): bool {
        const today = /^[A-Z]{0,2}$|^[A-Z]{1,2}\d{1,3}$|^[A-Z]{1,2}\d{2,3}[A-Z]{1,2}$/;
        const before2009 = /^\d{1,4}[A-Z]{0,3}$|^\d{1,4}[A-Z]{1,3}(\d{1,3}|2[AB])$/;
        return today.test(text) || before2009.test(text);
    }

    // As on the car.
    function written(text: string): string {
        const old = /^\d/.test(text);
        const parts = text.match(old ? /^(\d+)([A-Z]*)(.*)$/ : /^([A-Z]*)(\d*)(.*)$/);
        if (parts === null)
            return text;
        return parts.slice(1).filter(part => part !== "").join(old ? " " : "-");
    }

    LetterKeys {
        id: keys

        above: "1234567890"
        allowed: plate.allowed
        rowHeight: plate.rowHeight
        width: plate.width
        y: plate.height - plate.gridHeight

        onKeyed: text => plate.keep(plate.bare + text)

        EraseKey {
            height: plate.rowHeight
            width: keys.span(4)

            onActivated: plate.eraseOne()
        }
    }
}
