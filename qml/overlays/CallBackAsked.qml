// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// To be called back: first when, then on what number. The paper with both comes out at once.
Frame {
    id: asked

    property string time: ""
    property string chosen: ""
    property string typed: CallBack.telephone
    readonly property bool asksNumber: time !== ""
    readonly property int most: 10

    agentOffered: false
    backShown: true
    bodyWanted: asksNumber ? pad.wanted : choices.wanted
    help: Words.text(asksNumber ? "screens.call-back.number-help" : "screens.call-back.help")
    mainLabel: Words.text(asksNumber ? "screens.call-back.book" : "labels.continue")
    mainIcon: asksNumber ? "phone" : ""
    problem: CallBack.problem
    title: Words.text(asksNumber ? "screens.call-back.number" : "screens.call-back.title")

    onGoBack: {
        if (asksNumber)
            asked.time = "";
        else
            Session.callAgent();
        asked.arrived();
    }
    onProceed: {
        if (asksNumber) {
            CallBack.book(time, typed);
            return;
        }
        time = chosen;
        asked.arrived();
    }

    Keys.onPressed: event => {
        if (!asksNumber)
            return;
        if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
            asked.typed = asked.typed.slice(0, -1);
            event.accepted = true;
        } else if (event.text.length === 1 && "0123456789".includes(event.text)) {
            asked.add(event.text);
            event.accepted = true;
        }
    }

    function add(digit: string): void {
        if (typed.length < most)
            typed += digit;
    }

    PagedGrid {
        id: choices

        fromBottom: true
        height: asked.reach
        stretch: Theme.mm(34)
        uniform: true
        visible: !asked.asksNumber
        width: asked.bodyWidth
        y: asked.bodyHeight - height

        Repeater {
            model: CallBack.times

            OptionCard {
                required property optionView modelData

                label: modelData.label
                selected: asked.chosen === modelData.id

                onActivated: asked.chosen = modelData.id
            }
        }
    }

    DigitPad {
        id: pad

        anchors.fill: parent
        allowed: asked.typed.length >= asked.most ? "" : "0123456789"
        reach: asked.reach
        shown: asked.typed.replace(/(\d\d)(?=\d)/g, "$1 ")
        visible: asked.asksNumber

        onErased: asked.typed = asked.typed.slice(0, -1)
        onKeyed: text => asked.add(text)
    }
}
