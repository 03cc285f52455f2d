// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The mandate as it will be printed. Nobody agrees before every page of it was shown.
MandatePart {
    id: part

    last: rows.page >= rows.pages - 1
    wanted: rows.wanted

    onProceed: {
        if (last)
            Mandate.agree();
        else
            rows.turn();
    }

    PagedGrid {
        id: rows

        height: part.height
        nextShown: false
        rowGap: Theme.nearGap
        width: part.width

        Repeater {
            model: Mandate.articles

            Note {
                required property panelNote modelData

                icon: "file-document"
                text: modelData.text
                title: modelData.title
            }
        }
    }
}
