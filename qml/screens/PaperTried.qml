// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// In a rehearsal: the paper that would have come out, marked, on the screen alone.
Frame {
    id: paper

    readonly property bool ended: Session.phase === Session.Phase.Done
    // The case is of two things: the second one follows.
    readonly property bool more: ended && Session.nextProcedure !== ""
    readonly property real form: 297 / 210

    agentOffered: false
    backShown: false
    bodyWanted: 100000
    help: Words.text("screens.paper-tried.help")
    mainLabel: Words.text("labels.continue")
    sideOffered: false
    spread: Theme.portrait
    title: Words.text("screens.paper-tried.title")

    onProceed: {
        if (more)
            Session.beginNextProcedure();
        else if (ended)
            Practice.stop();
        else
            Session.closeOverlay();
    }

    extras: ExtraButton {
        keyName: "stop-trying"
        label: Words.text(Practice.exercising ? "practice.stop-exercise" : "practice.stop")
        visible: !paper.ended || paper.more

        onActivated: Practice.stop()
    }

    PagedGrid {
        id: sheets

        fromBottom: Theme.low
        height: parent.height
        most: 1
        rowGap: Theme.nearGap
        width: parent.width

        Repeater {
            model: Practice.sheets

            Item {
                id: cell

                required property string modelData

                implicitHeight: {
                    const pager = Practice.sheets.length > 1 ? Theme.extraHeight : 0;
                    const room = sheets.height - pager - Theme.gap;
                    return Math.max(Theme.mm(40), Math.min(width * paper.form, room));
                }

                Rectangle {
                    anchors.centerIn: parent
                    border.color: Theme.ink
                    border.width: Theme.border
                    color: Theme.picturePaper
                    height: width * paper.form
                    width: Math.min(cell.width, cell.height / paper.form)

                    Image {
                        anchors.fill: parent
                        anchors.margins: Theme.border
                        cache: false
                        fillMode: Image.PreserveAspectFit
                        mipmap: true
                        source: cell.visible && width > 1 ? cell.modelData : ""
                        sourceSize.width: Math.round(width)

                        Accessible.role: Accessible.Graphic
                        Accessible.name: Words.text("screens.paper-tried.picture")
                        Accessible.description: Outcome.paper.title + ". " + Outcome.paper.next
                    }
                }
            }
        }
    }
}
