// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One segment a chapter: filled as far as the person has come. The words beside it say the same.
Row {
    id: bar

    readonly property int chapters: Math.max(1, Session.progress.chapters)

    height: Theme.mm(3)
    spacing: Theme.mm(2)

    Accessible.ignored: true

    Repeater {
        model: bar.chapters

        Rectangle {
            required property int index

            border.color: Theme.action
            border.width: Math.max(1, Theme.border / 2)
            color: index < Session.progress.chapter ? Theme.action : Theme.card
            height: bar.height
            radius: height / 3
            width: (bar.width - (bar.chapters - 1) * bar.spacing) / bar.chapters
        }
    }
}
