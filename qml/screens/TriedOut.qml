// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The rehearsal is over: now with the person's own papers, or not.
InfoScreen {
    agentOffered: false
    backShown: false
    help: Words.text("practice.over.help")
    mainIcon: "file-document"
    mainLabel: Words.text("practice.over.visit")
    picture: "registration-certificate"
    pictureDescription: Words.text("labels.drawing")
    title: Words.text("practice.over.title")

    onProceed: Practice.realVisit()

    extras: ExtraButton {
        icon: "check"
        keyName: "finish"
        label: Words.text("practice.over.finish")

        onActivated: Practice.finish()
    }

    Note {
        icon: "lock"
        text: Words.text("practice.over.nothing")
    }

    Note {
        icon: "file-document"
        text: Words.text("practice.over.papers")
    }
}
