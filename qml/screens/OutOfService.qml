// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The kiosk cannot keep a request now: where to go instead.
DeskScreen {
    help: Words.text("screens.out-of-service.help")
    mainShown: false
    title: Words.text("screens.out-of-service.title")

    Note {
        icon: "lock"
        text: Words.text("screens.out-of-service.kept")
    }

    Note {
        text: Session.trouble
    }
}
