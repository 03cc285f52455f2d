// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Above every screen of a dress rehearsal: that nothing is sent, what to answer here, and the way
// to the invented papers.
Rectangle {
    id: bar

    readonly property real capitals: Math.min(Theme.aidText, Theme.mm(6.4))
    readonly property bool buttonsShown: {
        const shown = Session.overlay === Session.Overlay.NoOverlay && !Practice.over;
        // In low mode nothing up here is to be reached.
        return shown && !Theme.low && Session.phase !== Session.Phase.Done;
    }

    border.color: Theme.change
    border.width: Theme.thickBorder
    color: Theme.changeGround
    height: Theme.mm(26)
    radius: Theme.radius

    // The face leaves more room above its capitals than two lines have here.
    Item {
        id: words

        readonly property real line: Theme.line(bar.capitals)

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: bar.buttonsShown ? sheet.left : parent.right
        anchors.rightMargin: Theme.padding
        height: parent.height

        Label {
            capitals: bar.capitals
            color: Theme.change
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.typeSize(Theme.smallest)
            strong: true
            text: Practice.banner
            width: parent.width
            wrapMode: Text.NoWrap
            y: (parent.height - words.line) / 2 - (hint.visible ? words.line * 0.37 : 0)
        }

        Label {
            id: hint

            capitals: bar.capitals
            color: Theme.change
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.typeSize(Theme.smallest)
            text: Practice.hint
            visible: text !== ""
            width: parent.width
            wrapMode: Text.NoWrap
            y: (parent.height - words.line) / 2 + words.line * 0.37
        }
    }

    BigButton {
        id: sheet

        anchors.right: stop.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        capitals: bar.capitals
        height: Theme.mm(20)
        keyName: "sheet"
        label: Words.text("labels.sheet")
        visible: bar.buttonsShown
        width: wantedWidth

        onActivated: Session.showCase()
    }

    // Who has seen enough need not look for the end on another screen.
    BigButton {
        id: stop

        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(1.5)
        anchors.verticalCenter: parent.verticalCenter
        capitals: bar.capitals
        height: Theme.mm(20)
        keyName: "stop-trying"
        label: Words.text("labels.stop-practice")
        visible: bar.buttonsShown
        width: wantedWidth

        onActivated: Practice.stop()
    }
}
