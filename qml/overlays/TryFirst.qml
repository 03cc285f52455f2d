// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What a try is, before it begins. Agents find their exercises from here too.
InfoScreen {
    id: tryFirst

    backShown: true
    help: Words.text("screens.try-first.help")
    mainIcon: "car"
    mainLabel: Words.text("screens.try-first.start")
    picture: "car"
    pictureDescription: Words.text("screens.welcome.picture")
    title: Words.text("screens.try-first.title")

    onGoBack: Session.closeOverlay()
    onProceed: Practice.rehearse()

    extras: ExtraButton {
        icon: "account"
        keyName: "badge"
        label: Words.text("labels.i-am-agent")

        onActivated: Session.showBadge()
    }

    Note {
        icon: "lock"
        text: Words.text("screens.try-first.nothing")
    }

    Note {
        text: Words.text("screens.try-first.hints")
    }

    Note {
        icon: "clock"
        text: Words.text("screens.try-first.stop")
    }
}
