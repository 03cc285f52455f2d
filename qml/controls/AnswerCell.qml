// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The place of an answer of the review; the answer itself is built while its page is on screen.
Item {
    id: cell

    required property reviewRow row

    visible: false

    // Not a Loader: that of Qt 6.4 cannot build a bound component.
    Repeater {
        model: cell.visible ? 1 : 0

        AnswerRow {
            anchors.fill: parent
            row: cell.row
        }
    }
}
