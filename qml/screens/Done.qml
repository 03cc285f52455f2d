// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What became of the request, and the paper to take.
Frame {
    id: done

    readonly property string texts: "screens.done-" + Outcome.kind

    backShown: false
    bodyWanted: paper.implicitHeight
    help: Words.text(texts + ".help")
    mainLabel: Words.text("labels.finish")
    mainIcon: "check"
    problem: Session.trouble
    title: Words.text(texts + ".title")

    onProceed: Session.finish()

    side: Drawing {
        anchors.fill: parent
        description: Words.text(done.texts + ".picture")
        framed: false
        name: "printer"
    }

    Column {
        id: paper

        spacing: Theme.nearGap
        width: parent.width
        y: Theme.portrait ? parent.height - height : 0

        ReferenceCard {
            head: Words.text(done.texts + ".reference")
            qr: Outcome.qr
            qrDescription: Words.text(done.texts + ".qr")
            reference: Outcome.paper.reference
            width: parent.width
        }

        Note {
            height: implicitHeight
            icon: "printer"
            text: Words.text(done.texts + (Outcome.printed ? ".take" : ".no-printer"))
            width: parent.width
        }

        Note {
            height: implicitHeight
            icon: "clock"
            text: Outcome.paper.next
            visible: text !== ""
            width: parent.width
        }
    }
}
