// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Nobody touched the glass for a while. One touch goes on, for as long as one likes.
InfoScreen {
    id: idle

    backShown: false
    help: Words.text("screens.idle.help")
    mainLabel: Words.text("labels.stay")
    mainIcon: "hand"
    picture: "person-agent"
    pictureDescription: Words.text("screens.idle.title")
    title: Words.text("screens.idle.title")
    touchAnywhere: true

    onProceed: Session.stay()

    Note {
        capitals: Theme.buttonText
        icon: "clock"
        text: Words.text("screens.idle.countdown").replace("{seconds}", Session.secondsLeft)
    }

    Note {
        icon: Practice.active ? "car" : "printer"
        text: Words.text(Practice.active ? "screens.idle-tried.list" : "screens.idle.list")
    }
}
