// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// What stands beside a question: a drawing that shows where to look, and why it is asked. Words
// stand beside the drawing when the place is wide, below it else. The reason is left out when there
// is no room for it; a button leads to it then.
Item {
    id: beside

    property string drawing: ""
    property string caption: ""
    property string why: ""
    property bool whyShown: false
    // The height that there is for all of it.
    required property real room
    // Where lines run to the left the words are at the right.
    readonly property bool turned: LayoutMirroring.enabled
    readonly property bool drawn: drawing !== ""
    readonly property bool wide: drawn && room < width * 0.56
    readonly property real padding: Theme.mm(3)
    readonly property real picture: {
        if (!drawn)
            return 0;
        if (!wide)
            return width - 2 * padding;
        const most = Math.min(width * 0.6, width - Theme.mm(72) * Theme.textScale);
        return Math.min((room - 2 * padding) * 1.5, most);
    }
    readonly property real wordsWidth: {
        return width - 2 * Theme.padding - (wide ? picture + 2 * padding : 0);
    }
    // The least height with the reason written out.
    readonly property real leastWithWhy: {
        if (!drawn)
            return reason.implicitHeight;
        return wide ? words.allHeight + Theme.mm(4) : words.allHeight + picture * 0.4;
    }
    readonly property real least: {
        if (!drawn)
            return why === "" ? Theme.mm(42) : reason.implicitHeight;
        return Math.max(Theme.mm(42), wide ? words.captionHeight + Theme.mm(4) : 0);
    }
    // The height that it would like to have.
    readonly property real wanted: {
        if (!drawn)
            return why === "" ? 0 : reason.implicitHeight;
        const below = words.implicitHeight > 0 ? words.implicitHeight + Theme.mm(4) : 0;
        if (!wide)
            return picture / 1.5 + 2 * padding + below;
        return Math.min(room, Math.max(picture / 1.5, words.allHeight) + 2 * padding);
    }

    function mayHoldWhy(height: real): bool {
        return beside.why !== "" && height >= beside.leastWithWhy;
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: Theme.border
        color: Theme.card
        radius: Theme.radius
        visible: beside.drawn

        Accessible.ignored: true
    }

    Drawing {
        description: beside.caption === "" ? Words.text("labels.drawing") : beside.caption
        height: {
            if (beside.wide || words.implicitHeight === 0)
                return beside.height - 2 * beside.padding;
            return beside.height - words.implicitHeight - 2 * beside.padding - Theme.mm(2);
        }
        name: beside.drawing
        visible: beside.drawn
        width: beside.wide ? beside.picture : beside.width - 2 * beside.padding
        x: beside.wide && !beside.turned ? beside.width - width - beside.padding : beside.padding
        y: beside.padding
    }

    Column {
        id: words

        readonly property real whyHeight: whyTitle.implicitHeight + whyText.implicitHeight
        readonly property real captionHeight: beside.caption === "" ? 0 : caption.implicitHeight
        readonly property real allHeight: captionHeight + whyHeight + spacing

        spacing: Theme.mm(2)
        visible: beside.drawn
        width: beside.wordsWidth
        x: beside.turned ? beside.width - width - Theme.padding : Theme.padding
        y: {
            if (beside.wide)
                return (beside.height - implicitHeight) / 2;
            return beside.height - implicitHeight - beside.padding;
        }

        Label {
            id: caption

            strong: true
            text: beside.caption
            visible: beside.caption !== ""
            width: parent.width
            // A single word may be wider than what a drawing leaves.
            wrapMode: Text.Wrap
        }

        Column {
            visible: beside.whyShown
            width: parent.width

            Label {
                id: whyTitle

                capitals: Theme.aidText
                color: Theme.softInk
                strong: true
                text: Words.text("screens.why.title")
                width: parent.width
            }

            Label {
                id: whyText

                capitals: Theme.aidText
                color: Theme.softInk
                text: beside.why
                width: parent.width
            }
        }
    }

    Note {
        id: reason

        height: implicitHeight
        text: beside.why
        title: Words.text("screens.why.title")
        visible: beside.whyShown && !beside.drawn
        width: parent.width
    }
}
