// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The list of what to bring is out, or could not come out.
InfoScreen {
    id: list

    readonly property bool printed: Outcome.printed

    backShown: false
    help: Words.text("screens.list-printed." + (printed ? "help" : "ask-for-it"))
    mainLabel: Words.text("labels.close")
    picture: printed ? "printer" : "person-agent"
    pictureDescription: Words.text(printed ? "screens.list-printed.picture" : "labels.drawing")
    title: Words.text("screens.list-printed." + (printed ? "title" : "not-printed"))

    onProceed: Session.closeOverlay()

    extras: ExtraButton {
        keyName: "finish"
        label: Words.text("screens.end.finish")

        onActivated: Session.finish()
    }

    Note {
        icon: "printer"
        text: list.printed ? Words.text("screens.list-printed.no-printer") : ""
    }
}
