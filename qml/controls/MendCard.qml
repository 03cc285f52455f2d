// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// How to mend the point above it, with the button that leads there. In low mode the main button
// does.
Item {
    id: card

    required property findingRow finding
    readonly property bool refusal: finding.severity === "refusal"
    readonly property bool buttonShown: finding.stepId !== "" && !Theme.low
    readonly property real wordsWidth: width - words.x - Theme.padding
    readonly property bool beside: change.width + Theme.gap < wordsWidth * 0.56
    readonly property real buttonHeight: buttonShown ? change.height : 0

    implicitHeight: {
        if (beside || !buttonShown)
            return Math.max(words.implicitHeight, buttonHeight);
        return words.implicitHeight + Theme.mm(2) + buttonHeight;
    }

    Icon {
        id: sign

        height: Theme.line(Theme.bodyText)
        name: "arrow-right"
        size: Theme.mm(10) * Theme.textScale
        x: Theme.padding
    }

    Label {
        id: words

        text: card.finding.mend
        width: card.wordsWidth - (card.beside && card.buttonShown ? change.width + Theme.gap : 0)
        x: sign.x + sign.width + Theme.mm(3)
        y: card.beside ? (card.height - height) / 2 : 0
    }

    BigButton {
        id: change

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        description: card.finding.title
        height: Theme.extraHeight
        icon: "pencil"
        label: Words.text(card.refusal ? "labels.change" : "labels.look-again")
        visible: card.buttonShown
        width: wantedWidth

        onActivated: Session.change(card.finding.stepId)
    }
}
