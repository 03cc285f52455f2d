// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What stands beside a question: where to look, and why it is asked. The reason is written out when
// there is room for it; else a button leads to it.
Item {
    id: beside

    property string drawing: ""
    property string caption: ""
    property string why: ""
    property bool whyShown: false
    // The height that it would like to have.
    readonly property real wanted: {
        if (drawing !== "")
            return width * 2 / 3 + (caption === "" ? 0 : Theme.line(Theme.aidText)) + Theme.mm(3);
        return why !== "" ? reason.implicitHeight : 0;
    }
    readonly property real aboveWhy: drawing === "" ? 0 : Theme.gap + Theme.mm(75)

    function mayHoldWhy(room: real): bool {
        return beside.why !== "" && room >= reason.implicitHeight + beside.aboveWhy;
    }

    Drawing {
        caption: beside.caption
        description: beside.caption === "" ? Words.text("labels.drawing") : beside.caption
        height: beside.height - (beside.whyShown ? reason.height + Theme.gap : 0)
        name: beside.drawing
        visible: beside.drawing !== ""
        width: parent.width
    }

    Note {
        id: reason

        height: implicitHeight
        text: beside.why
        title: Words.text("screens.why.title")
        visible: beside.whyShown
        width: parent.width
        y: beside.drawing === "" ? 0 : beside.height - height
    }
}
