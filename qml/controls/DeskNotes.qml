// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Where people help, when, and by what number.
Column {
    spacing: Theme.nearGap

    Note {
        height: implicitHeight
        icon: "home-map-marker"
        text: Desk.sentence
        title: Words.text("screens.agent.where")
        width: parent.width
    }

    Note {
        height: implicitHeight
        icon: "clock"
        text: Desk.hours
        title: Words.text("screens.agent.hours")
        visible: Desk.hours !== ""
        width: parent.width
    }

    Note {
        height: implicitHeight
        icon: "phone"
        text: Desk.telephone
        title: Words.text("screens.agent.telephone")
        visible: Desk.telephone !== ""
        width: parent.width
    }
}
