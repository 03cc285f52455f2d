// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Why a question is asked.
Frame {
    id: why

    backShown: false
    bodyWanted: note.implicitHeight
    help: Session.step.title
    mainLabel: Words.text("labels.understood")
    title: Words.text("screens.why.title")

    onProceed: Session.closeOverlay()

    side: Drawing {
        anchors.fill: parent
        caption: Session.step.where
        description: caption === "" ? Words.text("labels.drawing") : caption
        name: Session.step.drawing
        visible: name !== ""
    }

    Note {
        id: note

        height: implicitHeight
        text: Session.step.why
        width: parent.width
    }
}
