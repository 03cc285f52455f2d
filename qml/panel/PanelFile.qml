// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The file as the processing officer would read it now: what is wrong first, then what is good.
PagedGrid {
    id: file

    pagerCapitals: Theme.smallest
    rowGap: Theme.mm(4)

    Repeater {
        model: Panel.file

        PanelText {
            required property findingRow modelData

            icon: modelData.severity === "good" ? "check-circle" : "alert"
            text: modelData.severity === "good" ? modelData.seen : modelData.forAgent
            title: modelData.title + (modelData.paper === "" ? "" : " · " + modelData.paper)
        }
    }
}
