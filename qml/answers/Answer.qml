// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Session

// What all answers have in common. `typed` is kept for the whole visit at each change, and checked
// by nobody until the main button is pressed.
Item {
    id: answer

    // The step that was on screen when this answer came: it leaves with that step.
    property stepView step: Session.step
    // The height, from the bottom, in which things may be pressed.
    property real reach: height
    // The height that there is for an answer beside which nothing else stands.
    property real room: height
    // The height that this answer would like to have.
    property real wanted: 0
    // The height that it can do with.
    property real least: wanted
    // The height without which it would lie on what is above it.
    property real must: 0
    property string typed: ""
    // True once it is another than the one that was found wanting.
    property bool touched: false

    // From a real keyboard.
    signal characterTyped(string text)
    signal eraseTyped

    function keep(text: string): void {
        answer.touched = true;
        answer.typed = text;
        Session.keep(text);
    }

    // In another language it is still the same question, and what was typed stays.
    Connections {
        target: ScreenWords

        function onChanged(): void {
            if (answer.step.id === Session.step.id)
                answer.step = Session.step;
        }
    }

    Component.onCompleted: {
        step = Session.step;
        typed = step.typed;
    }

    Keys.onPressed: event => {
        const others = event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier);
        const text = event.text;
        const character = text.length === 1 && text > "\u001f" && text !== "\u007f";
        if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
            answer.eraseTyped();
            event.accepted = true;
        } else if (character && others === Qt.NoModifier) {
            answer.characterTyped(text);
            event.accepted = true;
        }
    }
}
