// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A further button of a screen, in its ExtraRow.
BigButton {
    id: button

    readonly property ExtraRow row: parent as ExtraRow

    height: Theme.extraHeight
    width: Math.floor(wantedWidth * (row ? row.stretch : 1))
}
