// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The one gesture that sends: the person's own.
InfoScreen {
    help: Words.text("screens.send.help")
    mainLabel: Words.text("labels.send")
    mainIcon: "send"
    picture: "printer"
    pictureDescription: Words.text("screens.done-sent.picture")
    problem: Session.trouble
    title: Words.text("screens.send.title")

    onProceed: Session.send()

    Note {
        icon: "printer"
        text: Words.text("screens.send.note")
    }
}
