// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The agent who looks proposes an answer. It is the person's only once they take it.
InfoScreen {
    agentOffered: false
    backShown: false
    help: Session.step.title
    mainLabel: Words.text("screens.proposed.yes")
    picture: "person-agent"
    pictureDescription: Words.text("screens.agent.picture")
    title: Words.text("screens.proposed.title").replace("{name}", Looking.name)

    onProceed: Looking.take(true)

    extras: ExtraButton {
        keyName: "no"
        label: Words.text("screens.proposed.no")

        onActivated: Looking.take(false)
    }

    Note {
        capitals: Theme.questionText
        icon: "pencil"
        text: Looking.proposed
    }

    Note {
        text: Words.text("screens.proposed.note")
    }
}
