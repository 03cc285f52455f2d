// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Letters in the order that this person knows, with what comes before and after them.
KeyGrid {
    id: letters

    property string above: ""
    // Follow the last letters, in the same row.
    property string after: ""
    // A row of its own, below.
    property string below: ""
    readonly property bool alphabetical: Look.letterOrder === Look.LetterOrder.Abc
    readonly property string alphabet: "ABCDEFGHIJ\nKLMNOPQRST\nUVWXYZ"
    readonly property string asOnComputers: "AZERTYUIOP\nQSDFGHJKLM\nWXCVBN"
    readonly property string inOrder: alphabetical ? alphabet : asOnComputers

    rows: above + (above === "" ? "" : "\n") + inOrder + after + (below === "" ? "" : "\n" + below)
}
