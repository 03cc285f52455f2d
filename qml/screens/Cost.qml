// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What it will cost, line by line, and why.
Frame {
    id: cost

    // Across, where the note has a place below the title.
    readonly property bool noteAside: {
        return !stacked && besideActions >= Math.max(leastSide, note.implicitHeight);
    }
    // Nothing to count: the drawing has the side of the lines.
    readonly property bool bare: noteAside && Summary.total === ""

    bodyWanted: lines.wanted
    help: Words.text("screens.cost.help")
    title: Words.text(Summary.total === "" ? "screens.cost.unknown-title" : "screens.cost.title")

    onProceed: Session.next()

    side: Item {
        anchors.fill: parent

        Note {
            id: note

            height: implicitHeight
            text: Summary.costNote
            visible: cost.noteAside
            width: parent.width
        }

        Drawing {
            description: cost.title
            height: parent.height - y
            name: "cost"
            parent: cost.bare ? cost.bodyItem : cost.sideItem
            visible: height > Theme.mm(30)
            width: parent.width
            y: cost.noteAside && !cost.bare ? note.height + Theme.gap : 0
        }
    }

    PagedGrid {
        id: lines

        fromBottom: Theme.portrait
        height: cost.bodyHeight
        rowGap: Theme.nearGap
        width: cost.bodyWidth

        Rectangle {
            border.color: Theme.ink
            border.width: Theme.thickBorder
            color: Theme.card
            // Without a price there is no total: the note says who will tell it.
            implicitHeight: Summary.total === "" ? 0 : total.implicitHeight + Theme.mm(4)
            radius: Theme.radius
            visible: Summary.total !== ""

            Label {
                anchors.left: parent.left
                anchors.leftMargin: 2 * Theme.padding
                anchors.verticalCenter: parent.verticalCenter
                strong: true
                text: Words.text("labels.total")
            }

            Label {
                id: total

                anchors.right: parent.right
                anchors.rightMargin: 2 * Theme.padding
                anchors.verticalCenter: parent.verticalCenter
                capitals: Theme.plateText
                strong: true
                text: Summary.total
            }
        }

        Repeater {
            model: Summary.costRows

            CostLine {
                required property costRow modelData

                row: modelData
            }
        }

        Note {
            text: cost.noteAside ? "" : Summary.costNote
        }
    }
}
