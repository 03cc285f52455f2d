// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// An agent has come: badge number, then PIN, on the same keys. Opens the panel beside the screen.
Frame {
    id: badge

    property string number: ""
    property string typed: ""
    readonly property bool asksPin: number !== ""
    readonly property bool checking: Panel.state === Panel.State.Checking
    readonly property int most: 8

    agentOffered: false
    backShown: true
    bodyWanted: pad.wanted
    help: SiteWords.text(asksPin ? "panel.badge.pin-help" : "panel.badge.help")
    mainLabel: SiteWords.text(checking ? "panel.badge.checking" : "labels.continue")
    mainShown: typed !== ""
    problem: asksPin ? "" : Panel.trouble
    problemTouched: typed !== ""
    title: SiteWords.text(asksPin ? "panel.badge.pin" : "panel.badge.number")

    onGoBack: {
        if (asksPin)
            badge.start();
        else
            Session.closeOverlay();
    }
    onProceed: {
        if (checking || typed === "")
            return;
        if (!asksPin) {
            number = typed;
            typed = "";
            badge.arrived();
            return;
        }
        const pin = typed;
        typed = "";
        Panel.open(number, pin);
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
            badge.typed = badge.typed.slice(0, -1);
            event.accepted = true;
        } else if (event.text.length === 1 && "0123456789".includes(event.text)) {
            badge.add(event.text);
            event.accepted = true;
        }
    }

    function add(digit: string): void {
        if (typed.length < most)
            typed += digit;
    }

    function start(): void {
        number = "";
        typed = "";
        badge.arrived();
    }

    Connections {
        target: Panel

        function onChanged(): void {
            if (Panel.state === Panel.State.Closed && Panel.trouble !== "")
                badge.start();
        }
    }

    DigitPad {
        id: pad

        anchors.fill: parent
        allowed: badge.typed.length >= badge.most ? "" : "0123456789"
        reach: badge.reach
        shown: badge.asksPin ? "•".repeat(badge.typed.length) : badge.typed

        onErased: badge.typed = badge.typed.slice(0, -1)
        onKeyed: text => badge.add(text)
    }
}
