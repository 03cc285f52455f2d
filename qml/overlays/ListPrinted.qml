// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The list of what to bring is out.
InfoScreen {
    id: list

    backShown: false
    help: Words.text("screens.list-printed." + (Outcome.printed ? "help" : "not-printed"))
    mainLabel: Words.text("labels.close")
    picture: "printer"
    pictureDescription: Words.text("screens.list-printed.picture")
    title: Words.text("screens.list-printed.title")

    onProceed: Session.closeOverlay()

    extras: ExtraButton {
        keyName: "finish"
        label: Words.text("screens.end.finish")

        onActivated: Session.finish()
    }

    Note {
        icon: "printer"
        text: Words.text("screens.list-printed.no-printer")
    }
}
