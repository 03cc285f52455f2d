// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A rehearsal calls nobody: where people help, and the way to a call that leaves.
DeskScreen {
    help: Words.text("screens.call-tried.help")
    mainLabel: Words.text("screens.call-tried.go-on")
    title: Words.text("screens.call-tried.title")

    onProceed: Session.closeOverlay()

    extras: [
        ExtraButton {
            icon: "hand"
            keyName: "stop-and-call"
            label: Words.text("screens.call-tried.call")

            onActivated: Practice.callAgent()
        },
        ExtraButton {
            keyName: "stop-trying"
            label: Words.text(Practice.exercising ? "practice.stop-exercise" : "practice.stop")

            onActivated: Practice.stop()
        }
    ]
}
