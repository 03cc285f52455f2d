// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What an exercise came to: each point to look at again, and what the case asks for there.
Frame {
    id: over

    readonly property bool all: Practice.misses.length === 0

    agentOffered: false
    backShown: false
    bodyWanted: points.wanted
    help: Words.text(all ? "practice.over.all" : "practice.over.some")
    mainIcon: "check"
    mainLabel: Words.text("practice.over.finish")
    title: Practice.verdict

    onProceed: Practice.finish()

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.officers-look.picture")
        name: "officer"
    }

    extras: [
        ExtraButton {
            keyName: "again"
            label: Words.text("practice.over.again")

            onActivated: Practice.again()
        },
        ExtraButton {
            icon: "arrow-right"
            iconLast: true
            keyName: "next-exercise"
            label: Words.text("practice.over.next")

            onActivated: Practice.nextExercise()
        }
    ]

    PagedGrid {
        id: points

        fromBottom: Theme.portrait
        height: over.bodyHeight
        rowGap: Theme.nearGap
        width: over.bodyWidth

        Repeater {
            model: Practice.misses

            Note {
                required property panelNote modelData

                icon: "arrow-right"
                text: modelData.text
                title: modelData.title
            }
        }

        Note {
            kind: Note.Kind.Good
            text: over.all ? Practice.title : ""
        }
    }
}
