// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Where the person, then the agent, signs with a finger.
MandatePart {
    id: part

    wanted: Theme.mm(90)

    onErase: pad.clear()
    onProceed: {
        touched = false;
        Mandate.sign(pad.signature);
    }

    Rectangle {
        border.color: Theme.action
        border.width: Theme.thickBorder
        // As white as the paper that it is printed on, in every contrast.
        color: Theme.picturePaper
        height: Math.min(part.reach, Math.max(Theme.mm(60), width * 0.5))
        radius: Theme.radius
        width: part.width
        y: part.height - height

        Accessible.role: Accessible.Canvas
        Accessible.name: Words.text("screens.mandate.pad")

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: "#5A6577"
            text: Words.text("screens.mandate.pad")
            visible: !pad.drawn
            wrapMode: Text.NoWrap
            y: parent.height - height - Theme.mm(3)
        }

        Rectangle {
            color: "#5A6577"
            height: Math.max(1, Theme.mm(0.4))
            width: parent.width * 0.8
            x: parent.width * 0.1
            y: parent.height * 0.68

            Accessible.ignored: true
        }

        SignaturePad {
            id: pad

            anchors.fill: parent
            anchors.margins: Theme.thickBorder
            ink: "#10203A"
            thickness: Theme.mm(1.2)

            onChanged: part.touched = true
        }
    }
}
