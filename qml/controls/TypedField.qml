// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What was typed so far, large, with the caret where the next character goes.
Rectangle {
    id: field

    // Letters, figures and dates of French papers run to the right in every language.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    required property string shown
    property real capitals: Theme.questionText
    property bool spaced: false
    readonly property real wantedHeight: Math.ceil(Theme.typeSize(capitals) * 1.3 + Theme.mm(2))

    border.color: Theme.action
    border.width: Theme.thickBorder
    color: Theme.card
    height: wantedHeight
    radius: Theme.radius

    Accessible.role: Accessible.EditableText
    Accessible.readOnly: true
    Accessible.name: Words.text("labels.typed")
    Accessible.description: field.shown === "" ? Words.text("labels.typed-empty") : field.shown

    // While an agent looks from the desk: touching the answer shows it to them, as the button at
    // the top of the screen does.
    TapArea {
        anchors.fill: parent
        enabled: Looking.mayShow
        keyName: "show-answer"
        reach: 0

        onTapped: {
            Tones.tick();
            Looking.show();
        }
    }

    Label {
        id: text

        anchors.centerIn: parent
        decorative: true
        font.letterSpacing: field.spaced ? Theme.typeSize(field.capitals) * 0.08 : 0
        font.pixelSize: Theme.typeSize(field.capitals)
        fontSizeMode: Text.HorizontalFit
        height: implicitHeight
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        strong: true
        text: field.shown
        verticalAlignment: Text.AlignVCenter
        width: parent.width - Theme.mm(12)
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink
        height: parent.height * 0.62
        width: Math.max(2, Theme.mm(0.8))
        x: {
            if (field.shown === "")
                return (parent.width - width) / 2;
            const after = (parent.width + text.contentWidth) / 2 + Theme.mm(1.2);
            return Math.min(parent.width - Theme.mm(4), after);
        }

        Accessible.ignored: true
    }
}
