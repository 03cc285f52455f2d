// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A picture of ours, as large as its place allows. In every contrast it keeps the white paper that
// it was drawn for.
Item {
    id: drawing

    // Name of a file of qml/pictures, without ending.
    required property string name
    required property string description
    // All are drawn in this form.
    readonly property real form: 3 / 2

    // A layout moves its edges several times until it stands. Each of these forms would be drawn,
    // at more cost than everything else on the screen: it waits for the last.
    function drawForPlace(): void {
        image.sourceSize = Qt.size(Math.max(1, width), Math.max(1, height));
        image.placed = width >= 1 && height >= 1;
    }

    Component.onCompleted: drawForPlace()
    onHeightChanged: standing.restart()
    onWidthChanged: standing.restart()

    Timer {
        id: standing

        interval: 0

        onTriggered: drawing.drawForPlace()
    }

    Rectangle {
        anchors.centerIn: parent
        color: Theme.picturePaper
        height: image.paintedHeight
        radius: Theme.radius
        visible: Theme.dark
        width: image.paintedWidth

        Accessible.ignored: true
    }

    Image {
        id: image

        property bool placed: false

        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: {
            if (drawing.name === "" || !placed)
                return "";
            return Qt.resolvedUrl("../pictures/" + drawing.name + ".svg");
        }

        Accessible.role: Accessible.Graphic
        Accessible.name: drawing.description
        Accessible.description: drawing.description
    }
}
