// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Before the questions: what it costs, how long it takes, and the papers of this very case.
Frame {
    id: papers

    readonly property stepView step: Session.step
    // Nobody goes on before every paper was shown: the main button turns the pages.
    readonly property bool last: rows.page >= rows.pages - 1
    // Across, price and time leave the other side to papers that are many or large.
    readonly property bool notesAside: {
        if (stacked || Theme.roomy && Summary.papersNeeded.length < 3)
            return false;
        return besideActions >= Math.max(leastSide, notes.height);
    }

    bodyWanted: rows.wanted
    help: Theme.roomy ? step.help : ""
    mainLabel: Words.text(last ? "labels.continue" : "labels.more")
    title: step.title

    onProceed: {
        if (last)
            Session.next();
        else
            rows.turn();
    }

    side: Item {
        anchors.fill: parent

        Column {
            id: notes

            spacing: Theme.nearGap
            visible: papers.notesAside
            width: parent.width

            Repeater {
                model: Summary.costsAhead

                Note {
                    required property string modelData

                    height: implicitHeight
                    icon: "cash"
                    text: modelData
                    width: notes.width
                }
            }

            Note {
                height: implicitHeight
                icon: "clock"
                text: Summary.timeAhead
                width: parent.width
            }
        }

        Drawing {
            description: papers.step.where
            height: parent.height - y
            name: papers.step.drawing
            visible: height > Theme.mm(30)
            width: parent.width
            y: papers.notesAside ? notes.height + Theme.gap : 0
        }
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
        nextShown: false
        rowGap: Theme.nearGap
        width: papers.bodyWidth

        Repeater {
            model: papers.notesAside ? [] : Summary.costsAhead

            Note {
                required property string modelData

                icon: "cash"
                text: modelData
            }
        }

        Note {
            icon: "clock"
            text: papers.notesAside ? "" : Summary.timeAhead
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
