// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Why a question is asked.
InfoScreen {
    id: why

    readonly property stepView step: Session.step

    backShown: false
    help: step.title
    mainLabel: Words.text("labels.understood")
    picture: step.drawing === "" ? "person-agent" : step.drawing
    pictureDescription: step.where === "" ? Words.text("labels.drawing") : step.where
    title: Words.text("screens.why.title")

    onProceed: Session.closeOverlay()

    extras: SoundsButton {
    }

    Note {
        text: why.step.why
    }
}
