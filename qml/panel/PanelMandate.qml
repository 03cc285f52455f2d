// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Acting for somebody: a mandate is made, used for a person who is not there, or cancelled.
PagedGrid {
    id: mandate

    pagerCapitals: Theme.smallest
    rowGap: Theme.mm(4)

    Repeater {
        model: Mandate.news === "" ? 0 : 1

        PanelText {
            icon: "information"
            text: ""
            title: Mandate.news
        }
    }

    PanelButton {
        enabled: Mandate.possible && !Mandate.personAway
        icon: "pencil"
        implicitHeight: Theme.mm(21)
        keyName: "panel make-mandate"
        label: SiteWords.text("panel.mandate.make")

        onActivated: Mandate.make()
    }

    PanelButton {
        enabled: Mandate.possible
        icon: "account"
        implicitHeight: Theme.mm(21)
        keyName: "panel person-away"
        label: SiteWords.text("panel.mandate.away")

        onActivated: Mandate.useForAbsent()
    }

    PanelButton {
        enabled: Mandate.possible
        icon: "close-circle"
        implicitHeight: Theme.mm(21)
        keyName: "panel cancel-mandate"
        label: SiteWords.text("panel.mandate.cancel")

        onActivated: Mandate.cancelOne()
    }
}
