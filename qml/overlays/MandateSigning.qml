// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The person and the agent beside them make a mandate, stage by stage.
Frame {
    id: signing

    readonly property string stage: Mandate.stage
    readonly property MandatePart part: parts.item as MandatePart
    readonly property bool signs: stage === "person-signs" || stage === "agent-signs"
    readonly property bool reads: stage === "read"

    function partFor(stage: string): Component {
        switch (stage) {
        case "name":
            return name;
        case "length":
            return length;
        case "read":
            return read;
        case "person-signs":
            return personSigns;
        case "agent-signs":
            return agentSigns;
        case "printed":
            return printed;
        default:
            return null;
        }
    }

    function show(): void {
        parts.sourceComponent = signing.partFor(signing.stage);
        signing.arrived();
    }

    agentOffered: false
    backShown: stage !== "printed"
    bodyWanted: part ? part.wanted : 0
    help: {
        if (!Theme.roomy && problem !== "" || stage === "")
            return "";
        const signer = stage === "agent-signs" ? Mandate.agent : Mandate.person;
        return Words.text("screens.mandate.help." + stage).replace("{name}", signer);
    }
    mainLabel: {
        if (reads)
            return Words.text(part && part.last ? "screens.mandate.agree" : "labels.more");
        if (stage === "printed")
            return Words.text("labels.close");
        return Words.text(signs ? "screens.mandate.signed" : "labels.continue");
    }
    problem: Mandate.problem
    problemTouched: part !== null && part.touched
    sideOffered: false
    spaceIsTyped: stage === "name"
    spread: true
    title: stage === "" ? "" : Words.text("screens.mandate.title." + stage)

    Component.onCompleted: show()
    onStageChanged: show()
    Keys.forwardTo: part ? [part] : []
    onGoBack: Mandate.back()
    onProceed: {
        if (part)
            part.proceed();
    }

    extras: [
        ExtraButton {
            keyName: "refuse"
            label: Words.text("screens.mandate.refuse")
            visible: signing.reads

            onActivated: Mandate.stop()
        },
        ExtraButton {
            keyName: "other-name"
            label: Words.text("screens.mandate.other-name")
            visible: signing.reads

            onActivated: Mandate.changeName()
        },
        ExtraButton {
            keyName: "erase-signature"
            label: Words.text("labels.erase")
            visible: signing.signs

            onActivated: {
                if (signing.part)
                    signing.part.erase();
            }
        },
        ExtraButton {
            keyName: "sign-with-name"
            label: Words.text("screens.mandate.with-name")
            visible: signing.signs

            onActivated: Mandate.signWithName()
        }
    ]

    Loader {
        id: parts

        anchors.fill: parent
    }

    Binding {
        property: "reach"
        target: signing.part
        value: signing.reach
        when: signing.part !== null
    }

    Component {
        id: name

        MandateName {
        }
    }

    Component {
        id: length

        MandateLength {
        }
    }

    Component {
        id: read

        MandateText {
        }
    }

    Component {
        id: personSigns

        MandateSignature {
        }
    }

    // Another pad: nothing of the person's signature is on it.
    Component {
        id: agentSigns

        MandateSignature {
        }
    }

    Component {
        id: printed

        MandatePrinted {
        }
    }
}
