// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Texts to be told or read out to the person, and the button that says that this was done.
Item {
    id: texts

    required property list<panelNote> notes
    required property string actLabel
    property bool said: false

    signal done

    onNotesChanged: said = false

    PagedGrid {
        height: act.y - Theme.mm(4)
        pagerCapitals: Theme.smallest
        rowGap: Theme.mm(4)
        width: parent.width

        Repeater {
            model: texts.notes

            PanelText {
                required property panelNote modelData

                text: modelData.text
                title: modelData.title
            }
        }
    }

    PanelButton {
        id: act

        anchors.bottom: parent.bottom
        enabled: !texts.said
        icon: texts.said ? "check-circle" : "check"
        label: texts.said ? SiteWords.text("panel.noted") : texts.actLabel
        width: parent.width

        onActivated: {
            texts.said = true;
            texts.done();
        }
    }
}
