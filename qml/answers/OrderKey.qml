// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The order of the letters: as on a computer, or as in the alphabet.
Key {
    capitals: Theme.bodyText
    keyName: "letter-order"
    label: Look.letterOrder === Look.LetterOrder.Abc ? Words.text("labels.letters-azerty") : Words.text("labels.letters-abc")

    onActivated: Look.toggleLetterOrder()
}
