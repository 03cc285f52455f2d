// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A picture of ours, as large as its place allows, on white paper in every contrast.
Item {
    id: drawing

    // Name of a file of qml/pictures, without ending.
    required property string name
    required property string description
    // Below the picture; may be empty.
    property string caption: ""
    property bool framed: true

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: Theme.border
        color: Theme.picturePaper
        radius: Theme.radius
        visible: drawing.framed

        Accessible.ignored: true
    }

    Image {
        id: image

        anchors.bottom: words.top
        anchors.left: parent.left
        anchors.margins: drawing.framed ? Theme.mm(3) : 0
        anchors.right: parent.right
        anchors.top: parent.top
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

    Label {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: visible ? Theme.mm(1.5) : 0
        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        capitals: Theme.aidText
        color: "#10203A"
        height: visible ? implicitHeight : 0
        horizontalAlignment: Text.AlignHCenter
        text: drawing.caption
        visible: drawing.caption !== ""
    }
}
