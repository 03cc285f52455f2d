// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What became of the request, and the paper to take.
InfoScreen {
    id: done

    readonly property string texts: "screens.done-" + Outcome.kind

    // The person came for two things: the second one follows.
    readonly property bool more: Session.nextProcedure !== ""

    backShown: false
    help: Words.text(texts + ".help")
    mainLabel: Words.text(more ? "labels.continue" : "labels.finish")
    mainIcon: more ? "" : "check"
    manyNotes: Outcome.paper.numbers.length > 0
    problem: Session.trouble
    picture: "printer"
    pictureDescription: Words.text(texts + ".picture")
    title: Words.text(texts + ".title")

    onProceed: more ? Session.beginNextProcedure() : Session.finish()

    extras: ExtraButton {
        keyName: "finish"
        label: Words.text("labels.finish-here")
        visible: done.more

        onActivated: Session.finish()
    }

    ReferenceCard {
        head: Words.text(done.texts + ".reference")
        qr: Outcome.qr
        qrDescription: Words.text(done.texts + ".qr")
        reference: Outcome.paper.reference
    }

    Repeater {
        model: Outcome.paper.numbers

        ReferenceCard {
            required property numberView modelData

            head: modelData.label
            qr: ""
            qrDescription: ""
            reference: modelData.value
            tail: modelData.caption
        }
    }

    Note {
        icon: "arrow-right"
        text: {
            if (!done.more)
                return "";
            return Words.text("screens.next-procedure").replace("{name}", Session.nextProcedure);
        }
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
