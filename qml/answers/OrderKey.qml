// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The order of the letters: as on a computer, or as in the alphabet.
Key {
    readonly property bool alphabetical: Look.letterOrder === Look.LetterOrder.Abc

    capitals: Theme.bodyText
    keyName: "letter-order"
    label: Words.text(alphabetical ? "labels.letters-azerty" : "labels.letters-abc")

    onActivated: Look.toggleLetterOrder()
}
