// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Reading aloud, text size, contrast, another language and, upright, everything within low reach.
// The width that is left is shared out; where it is too little, the words are smaller.
Row {
    id: aids

    // The one other language says its own name, for whoever cannot read this one.
    readonly property string other: Languages.others.length > 0 ? Languages.others[0].label : ""
    readonly property bool manyLanguages: Languages.others.length > 1
    readonly property int count: visibleChildren.length
    readonly property real wanted: {
        let all = listen.wantedWidth + size.wantedWidth + contrast.wantedWidth;
        if (language.visible)
            all += language.wantedWidth;
        return all + (low.visible ? low.wantedWidth : 0);
    }
    readonly property real wantedWidth: wanted + (count - 1) * spacing
    readonly property real extra: Math.floor((width - wantedWidth) / count)
    // How much of the words' usual size there is room for. Not bound: the width that it follows
    // from follows from what the words want.
    property real fitting: 1
    readonly property real capitals: Math.max(Theme.smallest, Theme.aidText * fitting)

    // An aid with a short word keeps the least width of all; the others share the rest.
    function fit(): void {
        let fitting = 1;
        for (let round = 0; round < aids.count; ++round) {
            let words = 0;
            let room = aids.width - (aids.count - 1) * aids.spacing;
            for (const aid of [listen, size, contrast, language, low]) {
                if (!aid.visible)
                    continue;
                const isLeast = aid.words * fitting + Theme.mm(4) <= Theme.mm(20);
                room -= isLeast ? Theme.mm(20) : Theme.mm(4);
                words += isLeast ? 0 : aid.words;
            }
            fitting = Math.min(fitting, room / Math.max(1, words));
        }
        aids.fitting = fitting;
    }

    onCountChanged: fit()
    onSpacingChanged: fit()
    onWantedChanged: fit()
    onWidthChanged: fit()

    // What an aid gets: its words as large as those of the others, and its share of what is left.
    function widthOf(aid: AidButton): real {
        if (aids.extra >= 0)
            return aid.wantedWidth + aids.extra;
        return Math.max(Theme.mm(20), Math.floor(aid.words * aids.fitting + Theme.mm(4)));
    }

    height: Theme.aidHeight
    spacing: Theme.gap

    AidButton {
        id: listen

        enabled: Speaker.available
        capitals: aids.capitals
        height: aids.height
        icon: Speaker.speaking ? "stop" : "volume-high"
        keyName: "listen"
        label: Speaker.speaking ? Words.text("labels.stop-listening") : Words.text("labels.listen")
        width: aids.widthOf(this)

        onActivated: {
            if (Speaker.speaking)
                Speaker.stop();
            else
                Speaker.listen();
        }
    }

    AidButton {
        id: size

        description: Words.text("labels.text-size-value." + Number(Look.textSize))
        capitals: aids.capitals
        height: aids.height
        icon: "text-size"
        keyName: "text-size"
        label: Words.text("labels.text-size")
        width: aids.widthOf(this)

        onActivated: Look.nextTextSize()
    }

    AidButton {
        id: contrast

        description: Words.text("labels.contrast-value." + Number(Look.contrast))
        capitals: aids.capitals
        height: aids.height
        icon: "contrast"
        keyName: "contrast"
        label: Words.text("labels.contrast")
        width: aids.widthOf(this)

        onActivated: Look.nextContrast()
    }

    AidButton {
        id: language

        capitals: aids.capitals
        height: aids.height
        icon: "translate"
        keyName: "language"
        label: aids.manyLanguages ? Words.text("labels.language") : aids.other
        visible: Languages.others.length > 0
        width: aids.widthOf(this)

        onActivated: Languages.change()
    }

    AidButton {
        id: low

        capitals: aids.capitals
        height: aids.height
        icon: Look.lowMode ? "arrow-up" : "arrow-down"
        keyName: "low-mode"
        label: Look.lowMode ? Words.text("labels.low-mode-off") : Words.text("labels.low-mode")
        visible: Theme.portrait
        width: aids.widthOf(this)

        onActivated: Look.toggleLowMode()
    }
}
