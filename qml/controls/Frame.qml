// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The bones of every screen. Upright, from top to bottom: top bar, question, what it is about
// (side), the answer (body), further buttons (extras), Back and the one main button, aids, agent.
// Across: question and side at the left, answer at the right, one row of buttons at the bottom. In
// low mode everything that may be pressed lies in the lower 40 % of the glass.
FocusScope {
    id: frame

    required property string title
    property string help: ""
    // What is to be done about the last answer.
    property string problem: ""
    // It was changed since: the sentence goes, its place stays, so that no key moves.
    property bool problemTouched: false
    property string mainLabel: Words.text("labels.continue")
    property string mainIcon: ""
    property bool mainShown: true
    property bool backShown: Session.canGoBack
    property string backLabel: Words.text("labels.back")
    property string backIcon: "arrow-left"
    property bool agentOffered: true
    // The height that the body would like to have; side gets the rest.
    property real bodyWanted: 0
    // The height that it can do with, rather than leave a small side no place at all.
    property real bodyLeast: bodyWanted
    // The height without which it would lie on the question: the help gives way to it.
    property real bodyMust: 0
    // The most that side may be high.
    property real sideWanted: 10000
    // How wide the body is across, as a part of the glass.
    property real bodyShare: 0.52
    property bool sideOffered: true
    // Side is left out where it could not be that high.
    property real leastSide: Theme.mm(40)
    // Touching the screen beside every control does what the main button does.
    property bool touchAnywhere: false
    // Across too, the body has the whole width below the question.
    property bool spread: false
    readonly property bool stacked: Theme.portrait || spread || Theme.shared

    default property alias body: bodyArea.data
    property alias side: sideArea.data
    property alias extras: extraRow.data
    readonly property bool sideShown: {
        const room = Theme.portrait || !Theme.shared;
        return sideOffered && room && sideArea.height >= leastSide;
    }
    // The height, from the bottom of the body, in which things may be pressed.
    readonly property real reach: {
        if (!Theme.low)
            return bodyArea.height;
        return Math.min(bodyArea.height, thingBottom - (height - Theme.lowHeight));
    }
    readonly property Item bodyItem: bodyArea
    readonly property Item sideItem: sideArea
    readonly property real bodyHeight: bodyArea.height
    readonly property real bodyWidth: bodyArea.width
    readonly property real thingTop: stacked ? belowHeading : belowTop + Theme.mm(4)
    readonly property real belowTop: top.y + top.height + Theme.mm(3)
    readonly property real thingBottom: (extraRow.used ? extraRow.y : actions.y) - Theme.gap
    readonly property real noteHeight: noteSlot.visible ? noteSlot.height + Theme.nearGap : 0
    readonly property real belowHeading: heading.y + heading.height + noteHeight + Theme.mm(5)
    readonly property bool helpFits: {
        const below = heading.y + question.height + helpText.implicitHeight + noteHeight;
        return !stacked || thingBottom - below - Theme.mm(5) >= bodyMust;
    }
    readonly property real inner: width - 2 * Theme.margin
    readonly property real across: {
        return stacked ? inner : Math.max(Theme.mm(246), inner * bodyShare);
    }
    // Where lines run to the left the two sides change places.
    readonly property bool turned: LayoutMirroring.enabled
    readonly property real asideX: turned ? width - Theme.margin - aside : Theme.margin
    readonly property real aside: stacked ? inner : inner - across - Theme.mm(12)
    readonly property real besideActions: actions.y - Theme.mm(12) - belowHeading

    // The space bar of a real keyboard belongs to the text that is typed, not to a button.
    property bool spaceIsTyped: false
    readonly property Item mainButton: actions.mainButton

    signal proceed
    signal goBack
    // Another thing is asked in this frame.
    signal arrived

    // The height that side could have, with or without a row of further buttons.
    function roomBeside(withExtras: bool): real {
        if (!Theme.portrait)
            return frame.besideActions;
        const extra = withExtras ? Theme.extraHeight + Theme.gap : 0;
        const both = actions.y - 2 * Theme.gap - extra - frame.belowHeading;
        return Math.max(both - frame.bodyWanted, Math.min(both - frame.bodyLeast, Theme.mm(56)));
    }

    // The same of the body, across.
    function roomInBody(withExtras: bool): real {
        const extra = withExtras ? Theme.extraHeight + Theme.gap : 0;
        return actions.y - Theme.gap - extra - frame.thingTop;
    }

    onGoBack: Session.back()

    Accessible.role: Accessible.Pane
    Accessible.name: title

    TapArea {
        // Not beside the buttons below, some of which may not be pressed now.
        height: actions.y - Theme.gap
        width: parent.width
        enabled: frame.touchAnywhere
        keyName: "continue"
        reach: 0
        visible: frame.touchAnywhere

        onTapped: {
            Tones.tick();
            frame.proceed();
        }
    }

    TopBar {
        id: top

        width: frame.width - 2 * Theme.margin
        x: Theme.margin
        y: {
            const bar = practice.item ? practice : company;
            return company.y + (bar.item ? bar.height + Theme.mm(3) : 0);
        }
    }

    // What few visits need is made for these.
    Loader {
        id: company

        active: Panel.filling || Looking.active
        sourceComponent: CompanyBar {
        }
        width: top.width
        x: Theme.margin
        y: Theme.mm(5)
    }

    Loader {
        id: practice

        active: Practice.active
        sourceComponent: PracticeBar {
        }
        width: top.width
        x: Theme.margin
        y: company.y
    }

    Column {
        id: heading

        width: frame.aside
        x: frame.asideX
        y: frame.belowTop

        Label {
            id: question

            capitals: Theme.questionText
            strong: true
            text: frame.title
            width: parent.width
        }

        Label {
            id: helpText

            color: Theme.softInk
            text: frame.help
            visible: frame.help !== "" && frame.helpFits
            width: parent.width
        }
    }

    Note {
        id: noteSlot

        kind: Note.Kind.Change
        mended: frame.problemTouched
        text: frame.problem
        visible: frame.problem !== ""
        width: frame.aside
        x: frame.asideX
        y: heading.y + heading.height + Theme.nearGap
    }

    Item {
        id: sideArea

        height: Math.max(0, Math.min(frame.sideWanted, frame.roomBeside(extraRow.used)))
        visible: frame.sideShown
        width: frame.aside
        x: frame.asideX
        y: frame.belowHeading
    }

    Item {
        id: bodyArea

        height: frame.thingBottom - y
        width: frame.across
        x: frame.turned ? Theme.margin : frame.width - Theme.margin - width
        y: {
            if (Theme.portrait && frame.sideShown)
                return sideArea.y + sideArea.height + Theme.gap;
            return frame.thingTop;
        }
    }

    ExtraRow {
        id: extraRow

        height: Theme.extraHeight
        width: frame.across
        x: bodyArea.x
        y: actions.y - Theme.gap - height
    }

    Actions {
        id: actions

        agentOffered: frame.agentOffered
        backIcon: frame.backIcon
        backLabel: frame.backLabel
        backShown: frame.backShown
        height: Theme.mainHeight
        mainIcon: frame.mainIcon
        mainLabel: frame.mainLabel
        mainShown: frame.mainShown
        width: frame.width - 2 * Theme.margin
        x: Theme.margin
        y: {
            if (!Theme.portrait)
                return frame.height - Theme.mm(8) - height;
            return helpArea.y - (Theme.low ? Theme.gap : Theme.mm(12)) - height;
        }

        onGoBack: frame.goBack()
        onProceed: frame.proceed()
    }

    Rectangle {
        color: Theme.faint
        height: Math.max(1, Theme.mm(0.3))
        visible: !Theme.low
        width: actions.width
        x: Theme.margin
        // In the middle of the air between what it parts.
        y: Theme.portrait ? helpArea.y - Theme.mm(6) : actions.y - Theme.gap / 2

        Accessible.ignored: true
    }

    // Across, the actions have the aids and the agent among them.
    Loader {
        id: helpArea

        active: Theme.portrait
        sourceComponent: HelpArea {
        }
        width: actions.width
        x: Theme.margin
        y: frame.height - height - Theme.mm(Theme.low ? 4 : 8)
    }

    Binding {
        property: "agentOffered"
        target: helpArea.item
        value: frame.agentOffered
        when: helpArea.item !== null
    }

    PointedRing {
        back: actions.backButton
        body: bodyArea
        heading: heading
        main: actions.mainButton
        side: frame.sideShown ? sideArea : null
    }
}
