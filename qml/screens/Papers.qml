// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Before the questions: what it costs, how long it takes, and the papers of this very case.
Frame {
    id: papers

    readonly property stepView step: Session.step

    bodyWanted: rows.wanted
    help: Theme.roomy ? step.help : ""
    title: step.title

    onProceed: Session.next()

    side: Drawing {
        anchors.fill: parent
        description: papers.step.where
        name: papers.step.drawing
    }

    extras: ExtraButton {
        icon: "printer"
        keyName: "print-list"
        label: Words.text("labels.print-list")

        onActivated: Session.printList()
    }

    PagedGrid {
        id: rows

        fromBottom: Theme.portrait
        height: papers.bodyHeight
        rowGap: Theme.nearGap
        width: papers.bodyWidth

        Note {
            icon: "cash"
            text: Summary.costAhead
        }

        Note {
            icon: "clock"
            text: Summary.timeAhead
        }

        Repeater {
            model: Summary.papersNeeded

            PaperCard {
                required property paperRow modelData

                paper: modelData
            }
        }
    }
}
