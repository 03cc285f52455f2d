// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Reading aloud, text size, contrast and, upright, everything within low reach. The width that is
// left is shared out.
Row {
    id: aids

    readonly property int count: Theme.portrait ? 4 : 3
    readonly property real words: listen.wantedWidth + size.wantedWidth + contrast.wantedWidth
    readonly property real lowWidth: Theme.portrait ? low.wantedWidth : 0
    readonly property real wantedWidth: words + lowWidth + (count - 1) * spacing
    readonly property real extra: Math.max(0, Math.floor((width - wantedWidth) / count))

    height: Theme.aidHeight
    spacing: Theme.gap

    AidButton {
        id: listen

        enabled: Speaker.available
        height: aids.height
        icon: Speaker.speaking ? "stop" : "volume-high"
        keyName: "listen"
        label: Speaker.speaking ? Words.text("labels.stop-listening") : Words.text("labels.listen")
        width: wantedWidth + aids.extra

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
        height: aids.height
        icon: "text-size"
        keyName: "text-size"
        label: Words.text("labels.text-size")
        width: wantedWidth + aids.extra

        onActivated: Look.nextTextSize()
    }

    AidButton {
        id: contrast

        description: Words.text("labels.contrast-value." + Number(Look.contrast))
        height: aids.height
        icon: "contrast"
        keyName: "contrast"
        label: Words.text("labels.contrast")
        width: wantedWidth + aids.extra

        onActivated: Look.nextContrast()
    }

    AidButton {
        id: low

        height: aids.height
        icon: Look.lowMode ? "arrow-up" : "arrow-down"
        keyName: "low-mode"
        label: Look.lowMode ? Words.text("labels.low-mode-off") : Words.text("labels.low-mode")
        visible: Theme.portrait
        width: wantedWidth + aids.extra

        onActivated: Look.toggleLowMode()
    }
}
