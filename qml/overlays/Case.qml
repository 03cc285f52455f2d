// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The case of this rehearsal or exercise, and what its invented papers say.
Frame {
    id: sheet

    agentOffered: false
    backShown: false
    bodyWanted: rows.wanted
    help: Practice.aim
    mainLabel: Words.text("labels.continue")
    sideOffered: false
    spread: true
    title: Practice.title

    onProceed: Session.closeOverlay()

    extras: ExtraButton {
        keyName: "stop-trying"
        label: Words.text(Practice.exercising ? "practice.stop-exercise" : "practice.stop")

        onActivated: Practice.stop()
    }

    PagedGrid {
        id: rows

        columns: Theme.portrait ? (Theme.roomy ? 2 : 1) : 3
        fromBottom: Theme.low
        height: sheet.reach
        rowGap: Theme.mm(3)
        uniform: true
        width: sheet.bodyWidth
        y: sheet.bodyHeight - height

        Repeater {
            model: Practice.facts

            FactCell {
                required property panelNote modelData

                text: modelData.text
                title: modelData.title
            }
        }
    }
}
