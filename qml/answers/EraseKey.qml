// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Takes the last character back.
Key {
    capitals: Theme.bodyText
    label: Words.text("labels.erase")
}
