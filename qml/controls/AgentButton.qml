// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The one yellow thing on the screen. It says before it is pressed whether somebody is there.
Tappable {
    id: agent

    // No icon where the words need its place.
    readonly property bool iconShown: width >= 2 * Theme.padding + Theme.mm(15) + leastWords
    readonly property real leastWords: Math.max(words * 0.64, leastState)
    readonly property real iconSize: iconShown ? Theme.mm(12) : 0
    readonly property real iconGap: iconShown ? Theme.mm(3) : 0
    readonly property real besides: 2 * Theme.padding + iconSize + iconGap
    readonly property real words: wordsOf(label, Theme.aidText, true) + Theme.mm(1)
    // With its words on one line.
    readonly property real wantedWidth: 2 * Theme.padding + Theme.mm(15) + words
    readonly property real stateWords: {
        return wordsOf(Calling.state, Theme.aidText, false) + Theme.mm(1);
    }
    // In the smallest letters.
    readonly property real leastTitle: wordsOf(label, Theme.smallest, true)
    readonly property real leastState: wordsOf(Calling.state, Theme.smallest, false)
    readonly property bool wide: width >= besides + words + Theme.mm(8) + stateWords
    readonly property real both: (title.height + state.height) * 0.9
    // Under the words, the second line may be a little smaller than they are.
    readonly property real stackedText: {
        return squeezed ? Theme.smallest : Math.max(Theme.smallest, Theme.aidText * 0.75);
    }
    readonly property bool stateFits: {
        const across = leastState <= width - besides + 2;
        return across && both <= height * 1.12;
    }
    // Where both find no place, small words on one line leave some for the state.
    readonly property bool squeezed: {
        const room = width - besides;
        const lines = (Theme.line(Theme.mm(6)) + Theme.line(Theme.smallest)) * 0.9;
        const fits = Math.max(leastTitle, leastState) <= room;
        return !wide && words > room && fits && lines <= height * 1.12;
    }
    readonly property color foreground: enabled ? Theme.helpInk : Theme.faint

    function wordsOf(says: string, capitals: real, strong: bool): real {
        return Math.ceil(Theme.advance(says, capitals, strong));
    }

    description: Calling.state
    keyName: "call-agent"
    label: Words.text("labels.call-agent")

    onActivated: Session.callAgent()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.dark ? Theme.help : agent.foreground
        border.width: agent.pressed ? Theme.thickBorder : Theme.border
        color: {
            if (!agent.enabled)
                return Theme.paper;
            return agent.pressed ? Theme.helpPressed : Theme.help;
        }
        radius: Theme.radius
        z: -1
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        color: agent.foreground
        name: "hand"
        size: agent.iconSize
        visible: agent.iconShown
    }

    Label {
        id: title

        anchors.left: icon.right
        anchors.leftMargin: agent.iconGap
        color: agent.foreground
        decorative: true
        font.pixelSize: Theme.typeSize(agent.squeezed ? Theme.mm(6) : Theme.aidText)
        fontSizeMode: agent.squeezed ? Text.HorizontalFit : Text.FixedSize
        lineHeight: 0.72
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        strong: true
        text: agent.label
        width: agent.wide ? agent.words : agent.width - agent.besides
        wrapMode: agent.squeezed ? Text.NoWrap : Text.WordWrap
        // The face leaves more room above its capitals than below the line.
        y: {
            if (!state.visible || agent.wide)
                return (agent.height - height) / 2;
            return (agent.height - agent.both) / 2 - Theme.mm(1.2);
        }
    }

    Label {
        id: state

        color: agent.foreground
        decorative: true
        font.pixelSize: Theme.typeSize(agent.wide ? Theme.aidText : agent.stackedText)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.typeSize(Theme.smallest)
        text: Calling.state
        // Where even small words do not fit, the description still tells it.
        visible: agent.wide || agent.stateFits
        width: agent.wide ? agent.stateWords : title.width
        wrapMode: Text.NoWrap
        x: {
            if (!agent.wide)
                return title.x;
            return LayoutMirroring.enabled ? Theme.padding : agent.width - width - Theme.padding;
        }
        y: agent.wide ? (agent.height - height) / 2 : title.y + title.height * 0.9
    }
}
