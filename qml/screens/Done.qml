// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What became of the request, and the paper to take.
InfoScreen {
    id: done

    readonly property string texts: "screens.done-" + Outcome.kind

    backShown: false
    help: Words.text(texts + ".help")
    mainLabel: Words.text("labels.finish")
    mainIcon: "check"
    problem: Session.trouble
    picture: "printer"
    pictureDescription: Words.text(texts + ".picture")
    title: Words.text(texts + ".title")

    onProceed: Session.finish()

    ReferenceCard {
        head: Words.text(done.texts + ".reference")
        qr: Outcome.qr
        qrDescription: Words.text(done.texts + ".qr")
        reference: Outcome.paper.reference
    }

    Note {
        icon: "printer"
        text: Words.text(done.texts + (Outcome.printed ? ".take" : ".no-printer"))
    }

    Note {
        icon: "clock"
        text: Outcome.paper.next
    }
}
