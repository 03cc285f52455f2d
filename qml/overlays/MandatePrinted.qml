// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Both copies are out: the number, and what to do with them.
MandatePart {
    id: part

    wanted: rows.wanted

    onProceed: Mandate.stop()

    PagedGrid {
        id: rows

        fromBottom: Theme.portrait
        height: part.height
        rowGap: Theme.nearGap
        width: part.width

        ReferenceCard {
            head: Words.text("paper.mandate.reference")
            reference: Mandate.number
        }

        Note {
            icon: "printer"
            text: Words.text("screens.mandate.copies")
        }

        Note {
            icon: "stop"
            text: Words.text("screens.mandate.how-to-cancel")
        }
    }
}
