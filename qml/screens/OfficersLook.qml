// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The whole file, read as the officer would, before anything is sent.
Frame {
    id: look

    readonly property bool notYet: Summary.verdictKind === "not-yet"
    readonly property string mendStep: Summary.findings.length > 0 ? Summary.findings[0].stepId : ""

    bodyWanted: 100000
    help: Summary.verdictHelp
    mainLabel: {
        if (!notYet)
            return Words.text("labels.continue");
        return Words.text(mendStep !== "" ? "labels.change-this" : "screens.end.list");
    }
    mainIcon: notYet && mendStep === "" ? "printer" : ""
    title: Summary.verdictTitle

    onProceed: {
        if (!notYet)
            Session.next();
        else if (mendStep !== "")
            Session.change(mendStep);
        else
            Session.printList();
    }

    side: Drawing {
        anchors.fill: parent
        description: Words.text("screens.officers-look.picture")
        framed: false
        name: "officer"
        visible: !Theme.portrait
    }

    extras: ExtraButton {
        icon: "printer"
        keyName: "print-list"
        label: Words.text("labels.print-list")
        visible: look.notYet && look.mendStep !== ""

        onActivated: Session.printList()
    }

    PagedGrid {
        height: look.reach
        rowGap: Theme.nearGap
        width: look.bodyWidth
        y: look.bodyHeight - height

        Repeater {
            model: Summary.findings

            Item {
                id: cell

                required property findingRow modelData
                readonly property bool good: modelData.severity === "good"

                implicitHeight: good ? goodRow.implicitHeight : card.implicitHeight

                GoodRow {
                    id: goodRow

                    anchors.fill: parent
                    title: cell.modelData.title
                    visible: cell.good
                }

                FindingCard {
                    id: card

                    anchors.fill: parent
                    finding: cell.modelData
                    visible: !cell.good
                }
            }
        }
    }
}
