// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// An agent at the desk asks to see the screen. The person decides, and may end it at any time.
InfoScreen {
    agentOffered: false
    backShown: false
    help: Words.text("screens.looking-asked.help")
    mainLabel: Words.text("screens.looking-asked.yes")
    picture: "person-agent"
    pictureDescription: Words.text("screens.agent.picture")
    title: {
        const key = "screens.looking-asked.title" + (Looking.form === "he" ? "-he" : "");
        return Words.text(key).replace("{name}", Looking.name);
    }

    onProceed: Looking.allow(true)

    extras: ExtraButton {
        keyName: "no"
        label: Words.text("screens.looking-asked.no")

        onActivated: Looking.allow(false)
    }

    Note {
        icon: "lock"
        text: Words.text("screens.looking-asked.hidden")
    }

    Note {
        icon: "stop"
        text: Words.text("screens.looking-asked.stop")
    }
}
