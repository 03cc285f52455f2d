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
            if (drawing.name === "" || width < 1 || height < 1)
                return "";
            return Qt.resolvedUrl("../pictures/" + drawing.name + ".svg");
        }
        sourceSize.height: Math.max(1, height)
        sourceSize.width: Math.max(1, width)

        Accessible.role: Accessible.Graphic
        Accessible.name: drawing.description
        Accessible.description: drawing.description
    }
}
