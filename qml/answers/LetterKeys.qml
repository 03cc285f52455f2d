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
    readonly property string inOrder: Look.letterOrder === Look.LetterOrder.Abc ? "ABCDEFGHIJ\nKLMNOPQRST\nUVWXYZ" : "AZERTYUIOP\nQSDFGHJKLM\nWXCVBN"

    rows: above + (above === "" ? "" : "\n") + inOrder + after + (below === "" ? "" : "\n" + below)
}
