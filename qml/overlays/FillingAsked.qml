// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The agent beside the person offers to fill in. The person decides, here, with their own hand.
InfoScreen {
    agentOffered: false
    backShown: false
    help: Words.text("screens.filling-asked.help")
    mainLabel: Words.text("screens.filling-asked.yes")
    picture: "person-agent"
    pictureDescription: Words.text("screens.agent.picture")
    title: {
        const key = "screens.filling-asked.title" + (Panel.form === "he" ? "-he" : "");
        return Words.text(key).replace("{name}", Panel.name);
    }

    onProceed: Panel.allowFilling(true)

    extras: ExtraButton {
        keyName: "no"
        label: Words.text("screens.filling-asked.no")

        onActivated: Panel.allowFilling(false)
    }

    Note {
        icon: "pencil"
        text: Words.text("screens.filling-asked.note")
    }

    Note {
        icon: "send"
        text: Words.text("screens.filling-asked.send")
    }
}
