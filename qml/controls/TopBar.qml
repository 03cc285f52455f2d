// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Whose counter this is, what has been sent, and how far the way is.
Item {
    id: bar

    readonly property bool counted: progress.chapter > 0
    // Before a procedure is known nobody can say how many steps there are.
    readonly property bool finding: progress.chapters === 1
    readonly property real stepRoom: width - name.width - badge.width - Theme.gap * 2
    readonly property progressView progress: Session.progress
    readonly property string stepText: {
        if (finding)
            return progress.name;
        const words = Words.text("labels.step-of").replace("{chapter}", progress.chapter);
        return words.replace("{chapters}", progress.chapters) + " · " + progress.name;
    }
    readonly property string nextText: {
        if (finding)
            return Words.text("labels.finding");
        if (progress.nextName === "")
            return Words.text("labels.last-step");
        return Words.text("labels.next-step").replace("{name}", progress.nextName);
    }

    implicitHeight: {
        if (!Theme.portrait)
            return steps.y + steps.height;
        return counted ? names.y + names.height : badge.height;
    }

    Label {
        id: name

        anchors.left: parent.left
        anchors.verticalCenter: badge.verticalCenter
        capitals: Theme.aidText
        color: Theme.action
        strong: true
        text: Words.text("labels.name")
        wrapMode: Text.NoWrap
    }

    SentBadge {
        id: badge

        anchors.right: parent.right
    }

    StepBar {
        id: steps

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: badge.bottom
        anchors.topMargin: Theme.mm(2.5)
        visible: bar.counted && !bar.finding
    }

    Item {
        id: names

        // Upright always two lines, so that the question stands at one place.
        readonly property bool oneLine: {
            if (Theme.portrait || Theme.shared)
                return false;
            return here.implicitWidth + after.implicitWidth + Theme.gap <= bar.stepRoom;
        }

        anchors.left: Theme.portrait ? parent.left : name.right
        anchors.leftMargin: Theme.portrait ? 0 : Theme.gap
        height: Theme.portrait && after.visible ? after.y + after.height : here.height
        visible: bar.counted
        width: Theme.portrait ? bar.width : bar.stepRoom
        y: Theme.portrait ? steps.y + steps.height + Theme.mm(1) : (badge.height - here.height) / 2

        Label {
            id: here

            anchors.left: parent.left
            capitals: Theme.aidText
            horizontalAlignment: Text.AlignLeft
            strong: true
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.typeSize(Theme.smallest)
            text: bar.stepText
            width: Math.min(implicitWidth, names.width)
            wrapMode: Text.NoWrap
        }

        Label {
            id: after

            capitals: Theme.aidText
            color: Theme.softInk
            text: bar.nextText
            // Beside an agent the room is needed for the answer.
            visible: !Theme.shared && (Theme.portrait || names.oneLine)
            wrapMode: Text.NoWrap
            x: {
                const first = Theme.portrait && !names.oneLine;
                return first !== LayoutMirroring.enabled ? 0 : names.width - width;
            }
            y: names.oneLine || !Theme.portrait ? 0 : here.height * Theme.lineFactor
        }
    }
}
