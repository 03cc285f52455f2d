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
    // What it is drawn for. A layout moves its edges several times until it stands: each of them
    // would be drawn, at more cost than everything else on the screen.
    property size drawnFor

    function drawForPlace() {
        drawnFor = Qt.size(Math.max(1, width), Math.max(1, height));
    }

    Component.onCompleted: drawForPlace()
    onHeightChanged: Qt.callLater(drawForPlace)
    onWidthChanged: Qt.callLater(drawForPlace)

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

        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: {
            if (drawing.name === "" || drawing.drawnFor.width < 2 || drawing.drawnFor.height < 2)
                return "";
            return Qt.resolvedUrl("../pictures/" + drawing.name + ".svg");
        }
        sourceSize: drawing.drawnFor

        Accessible.role: Accessible.Graphic
        Accessible.name: drawing.description
        Accessible.description: drawing.description
    }
}
