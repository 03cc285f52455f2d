// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The one gesture that sends: the person's own. Where an agent fills in for somebody who is not
// there, it is not offered: the list is, for the day when they come.
InfoScreen {
    id: send

    readonly property bool away: Session.personIsAway
    readonly property string texts: {
        if (away)
            return "screens.send-away.";
        return Practice.active ? "screens.send-tried." : "screens.send.";
    }

    help: Words.text(texts + "help")
    mainLabel: Words.text(away ? "screens.send-away.print" : "labels.send")
    mainIcon: away ? "printer" : "send"
    picture: "printer"
    pictureDescription: Words.text("screens.done-sent.picture")
    problem: away ? "" : Session.trouble
    title: Words.text(texts + "title")

    onProceed: {
        if (away)
            Session.printList();
        else
            Session.send();
    }

    Note {
        icon: "printer"
        text: Words.text(send.texts + "note")
    }
}
