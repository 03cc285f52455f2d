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
    readonly property bool printed: Outcome.printed

    backShown: false
    help: Words.text(texts + ".help")
    mainLabel: {
        if (more)
            return Words.text("labels.continue");
        return Words.text(printed ? "labels.finish" : "labels.finish-unprinted");
    }
    mainIcon: more ? "" : "check"
    manyNotes: Outcome.paper.numbers.length > 0
    problem: Session.trouble
    picture: printed ? "printer" : "person-agent"
    pictureDescription: Words.text(printed ? texts + ".picture" : "labels.drawing")
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
        text: done.printed ? Words.text(done.texts + ".take") : ""
    }

    Note {
        icon: "clock"
        text: Outcome.paper.next
    }
}
