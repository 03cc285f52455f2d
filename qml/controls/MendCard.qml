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
    readonly property bool changeShown: finding.stepId !== "" && !Theme.low
    readonly property bool explainShown: finding.mayExplain && !Theme.low
    readonly property bool buttonShown: changeShown || explainShown
    readonly property real wordsWidth: width - sign.width - Theme.mm(3) - 2 * Theme.padding
    readonly property bool beside: buttons.width + Theme.gap < wordsWidth * 0.56
    readonly property real buttonHeight: buttonShown ? Theme.extraHeight : 0

    implicitHeight: {
        if (beside || !buttonShown)
            return Math.max(words.implicitHeight, buttonHeight);
        return words.implicitHeight + Theme.mm(2) + buttonHeight;
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        height: Theme.line(Theme.bodyText)
        name: "arrow-right"
        size: Theme.mm(10) * Theme.textScale
    }

    Label {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(3)
        // What was explained is not to be mended any more.
        text: card.finding.reason === "" ? card.finding.mend : Words.text("screens.explaining.read")
        width: card.wordsWidth - (card.beside && card.buttonShown ? buttons.width + Theme.gap : 0)
        y: card.beside ? (card.height - height) / 2 : 0
    }

    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spacing: Theme.gap

        BigButton {
            description: card.finding.title
            height: Theme.extraHeight
            icon: "comment-text"
            label: Words.text("labels.explain")
            visible: card.explainShown
            width: wantedWidth

            onActivated: Session.explain(card.finding.code)
        }

        BigButton {
            description: card.finding.title
            height: Theme.extraHeight
            icon: "pencil"
            label: Words.text(card.refusal ? "labels.change" : "labels.look-again")
            visible: card.changeShown
            width: wantedWidth

            onActivated: Session.change(card.finding.stepId)
        }
    }
}
