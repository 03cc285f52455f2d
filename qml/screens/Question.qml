// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One question, one answer.
Frame {
    id: question

    readonly property stepView step: Session.step
    readonly property bool asks: !declares && step.kind !== "inform"
    readonly property bool declares: step.kind === "declare"
    readonly property bool ends: step.leadsTo !== ""
    readonly property Answer current: answer.item as Answer
    readonly property bool otherExtras: step.mayBeUnknown || step.mayBeEmpty || ends || declares
    // The reason is written out when there is room, else a button leads to it.
    readonly property bool whyInline: beside.mayHoldWhy(beside.room)
    // The agent at the person's side tells the reason.
    readonly property bool explained: Theme.shared && !Theme.roomy
    // Across, where nothing is asked, the place of the answer is free.
    readonly property bool besideInBody: !asks && !Theme.portrait
    readonly property real besideRoom: {
        return besideInBody ? roomInBody(otherExtras) : roomBeside(otherExtras);
    }
    // What is drawn where the procedure names no drawing.
    readonly property string drawing: {
        if (step.drawing !== "")
            return step.drawing;
        return declares ? "two-people" : step.kind === "town" ? "envelope" : "";
    }
    readonly property string stepId: step.id

    function show(): void {
        answer.sourceComponent = null;
        answer.sourceComponent = question.componentFor(question.step.kind, question.step.keys);
        question.arrived();
    }

    function componentFor(kind: string, keys: string): Component {
        switch (kind) {
        case "choice":
            return choice;
        case "date":
            return date;
        case "country":
            return places;
        case "town":
            return Places.towns(question.step.postcode).length > 0 ? places : text;
        case "keyed":
            return question.keysFor(keys);
        default:
            return null;
        }
    }

    function keysFor(keys: string): Component {
        switch (keys) {
        case "plate":
            return plate;
        case "code":
        case "form-number":
        case "reference":
        case "vin":
            return code;
        case "name":
            return name;
        case "text":
            return text;
        default:
            return digits;
        }
    }

    bodyLeast: current && drawing !== "" ? current.least : bodyWanted
    bodyMust: current ? current.must : 0
    bodyWanted: current ? current.wanted : 0
    // With large letters, what is to be mended, or the agent at hand, takes the place of the help.
    help: {
        if (Theme.tight && !Theme.roomy)
            return "";
        return Theme.roomy || step.problem === "" ? step.help : "";
    }
    mainLabel: {
        if (ends)
            return Words.text("screens.end.list");
        return Words.text(declares ? "labels.declare" : "labels.continue");
    }
    mainIcon: ends ? "printer" : ""
    leastSide: beside.least
    problem: step.problem
    spaceIsTyped: {
        const keyed = current as KeyedAnswer;
        return keyed !== null && keyed.allowed.includes(" ");
    }
    problemTouched: current !== null && current.touched
    sideWanted: beside.wanted
    title: step.title

    Component.onCompleted: show()
    onStepIdChanged: show()
    Keys.forwardTo: current ? [current] : []
    onProceed: {
        if (ends)
            Session.printList();
        else if (asks) {
            current.touched = false;
            Session.answer(current.typed);
        } else
            Session.next();
    }

    Beside {
        id: beside

        parent: question.besideInBody ? question.bodyItem : question.sideItem
        caption: question.step.where
        drawing: question.drawing
        height: question.besideInBody ? Math.min(parent.height, wanted) : parent.height
        room: question.besideRoom
        visible: question.besideInBody || question.sideShown
        why: question.step.why
        whyShown: question.whyInline
        width: parent.width
    }

    extras: [
        ExtraButton {
            keyName: "dont-know"
            label: Words.text("labels.dont-know")
            visible: question.step.mayBeUnknown

            onActivated: Session.dontKnow()
        },
        ExtraButton {
            keyName: "not-true"
            label: Words.text("labels.not-true")
            visible: question.declares

            onActivated: Session.callAgent()
        },
        ExtraButton {
            keyName: "leave-empty"
            label: question.step.emptyLabel
            visible: question.step.mayBeEmpty

            onActivated: Session.leaveEmpty()
        },
        ExtraButton {
            icon: "help-circle"
            keyName: "why"
            label: Words.text("labels.why")
            visible: question.step.why !== "" && !question.whyInline && !question.explained

            onActivated: Session.askWhy()
        },
        ExtraButton {
            keyName: "finish"
            label: Words.text("screens.end.finish")
            visible: question.ends

            onActivated: Session.finish()
        }
    ]

    Loader {
        id: answer

        anchors.fill: parent
    }

    Binding {
        property: "room"
        target: question.current
        value: question.roomInBody(true)
        when: question.current !== null
    }

    Binding {
        property: "reach"
        target: question.current
        value: question.reach
        when: question.current !== null
    }

    Component {
        id: choice

        ChoiceAnswer {
        }
    }

    Component {
        id: date

        DateAnswer {
        }
    }

    Component {
        id: places

        LongList {
        }
    }

    Component {
        id: plate

        PlateKeys {
        }
    }

    Component {
        id: code

        CodeKeys {
        }
    }

    Component {
        id: name

        NameKeys {
        }
    }

    Component {
        id: text

        TextKeys {
        }
    }

    Component {
        id: digits

        DigitKeys {
        }
    }
}
