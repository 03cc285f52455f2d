// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The agent types the number of a mandate from its paper: to use it, or to cancel it.
Frame {
    id: ask

    readonly property string stage: Mandate.stage
    property string typed: ""
    property bool touched: false

    agentOffered: false
    backShown: true
    bodyWanted: pad.wanted
    help: {
        if (stage === "" || !Theme.roomy && problem !== "")
            return "";
        return SiteWords.text("screens.mandate.help." + stage);
    }
    mainLabel: SiteWords.text(stage === "cancel" ? "screens.mandate.cancel" : "labels.continue")
    problem: Mandate.problem
    problemTouched: touched
    title: stage === "" ? "" : SiteWords.text("screens.mandate.title." + stage)

    Keys.forwardTo: [pad]
    onGoBack: Mandate.back()
    onProceed: {
        touched = false;
        Mandate.giveNumber(typed);
    }

    LettersPad {
        id: pad

        anchors.fill: parent
        capitals: Theme.plateText * 0.86
        most: 8
        reach: ask.reach
        shown: ask.typed.length > 4 ? ask.typed.slice(0, 4) + " " + ask.typed.slice(4) : ask.typed
        typed: ask.typed

        onErased: {
            ask.touched = true;
            ask.typed = ask.typed.slice(0, -1);
        }
        onKeyed: text => {
            ask.touched = true;
            ask.typed += text;
        }
    }
}
