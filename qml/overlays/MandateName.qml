// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The name of the person who signs.
MandatePart {
    id: part

    property string typed: ""

    wanted: pad.wanted

    Keys.forwardTo: [pad]
    onProceed: {
        touched = false;
        Mandate.takeName(typed);
    }

    LettersPad {
        id: pad

        anchors.fill: parent
        named: true
        reach: part.reach
        typed: part.typed

        onErased: {
            part.touched = true;
            part.typed = part.typed.slice(0, -1);
        }
        onKeyed: text => {
            part.touched = true;
            part.typed += text;
        }
    }
}
