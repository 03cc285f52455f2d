// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Where people help, when, and by what number; what a screen adds follows.
InfoScreen {
    agentOffered: false
    backShown: false
    manyNotes: true
    picture: "person-agent"
    pictureDescription: Words.text("screens.agent.picture")

    Note {
        icon: "home-map-marker"
        text: Desk.sentence
        title: Words.text("screens.agent.where")
    }

    Note {
        icon: "clock"
        text: Desk.hours
        title: Words.text("screens.agent.hours")
    }

    Note {
        icon: "phone"
        text: Desk.telephone
        title: Words.text("screens.agent.telephone")
    }
}
