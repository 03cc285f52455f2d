// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// One side of "what is needed / what you said".
Column {
    id: side

    required property string head
    required property string text

    Label {
        capitals: Theme.aidText
        color: Theme.softInk
        strong: true
        text: side.head
        width: parent.width
    }

    Label {
        text: side.text
        width: parent.width
    }
}
