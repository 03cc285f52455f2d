// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The whole file, read as the officer would, before anything is sent.
Frame {
    id: look

    readonly property bool notYet: Summary.verdictKind === "not-yet"
    readonly property list<findingRow> findings: Summary.findings
    // qmllint disable
    readonly property int open: findings.filter(finding => finding.severity !== "good").length
    // qmllint enable
    // The point that the main button mends: the first one on the page.
    readonly property int shown: Math.min(Math.floor(points.firstCell / 2), open - 1)
    readonly property string mendStep: shown >= 0 ? findings[shown].stepId : ""
    // In low mode the buttons beside the point are out of reach.
    readonly property bool explainable: Theme.low && shown >= 0 && findings[shown].mayExplain

    bodyWanted: points.wanted
    help: Theme.roomy || !notYet ? Summary.verdictHelp : ""
    mainLabel: {
        if (!notYet)
            return Words.text("labels.continue");
        return Words.text(mendStep !== "" ? "labels.change" : "screens.end.list");
    }
    mainIcon: !notYet ? "" : mendStep === "" ? "printer" : "pencil"
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
        name: "officer"
    }

    extras: [
        ExtraButton {
            icon: "comment-text"
            keyName: "explain"
            label: Words.text("labels.explain")
            visible: look.explainable

            onActivated: Session.explain(look.findings[look.shown].code)
        },
        ExtraButton {
            icon: "printer"
            keyName: "print-list"
            label: Words.text("labels.print-list")
            visible: look.notYet && look.mendStep !== ""

            onActivated: Session.printList()
        }
    ]

    PagedGrid {
        id: points

        fromBottom: Theme.portrait
        height: look.bodyHeight
        most: Theme.low && look.open > 0 ? 2 : 0
        rowGap: Theme.nearGap
        width: look.bodyWidth

        Repeater {
            model: look.open * 2

            Item {
                id: cell

                required property int index
                readonly property findingRow finding: look.findings[Math.floor(index / 2)]
                readonly property bool mends: index % 2 === 1

                implicitHeight: mends ? mend.implicitHeight : card.implicitHeight

                FindingCard {
                    id: card

                    anchors.fill: parent
                    finding: cell.finding
                    visible: !cell.mends
                }

                MendCard {
                    id: mend

                    anchors.fill: parent
                    finding: cell.finding
                    visible: cell.mends
                }
            }
        }

        Repeater {
            model: look.findings.slice(look.open) // qmllint disable

            GoodRow {
                required property findingRow modelData

                title: modelData.title
            }
        }
    }
}
