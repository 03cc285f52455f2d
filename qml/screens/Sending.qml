// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What is awaited and since when. Twenty seconds at most.
InfoScreen {
    id: sending

    agentOffered: false
    backShown: false
    help: Words.text("screens.sending.help")
    mainShown: false
    picture: "officer"
    pictureDescription: Words.text("screens.sending.title")
    title: Words.text("screens.sending.title")

    Note {
        kind: Note.Kind.Good
        text: Words.text("screens.sending.recorded")
    }

    Note {
        icon: "clock"
        text: {
            const seconds = Outcome.waitedSeconds;
            if (seconds < 2)
                return Words.text("screens.sending.since-one");
            return Words.text("screens.sending.since").replace("{seconds}", seconds);
        }
        title: Words.text("screens.sending.waiting")
    }
}
