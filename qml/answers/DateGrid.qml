// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens

// The days of a month or the months of a year, and the way back in the last row.
Item {
    id: grid

    required property int columns
    required property int count
    required property int selectedIndex
    property bool monthNames: false
    property real rowHeight: Theme.leastKey
    readonly property real keyWidth: (width - (columns - 1) * Theme.keyGap) / columns
    // The way back takes what the last row leaves, or a row of its own.
    readonly property int besides: count % columns

    signal picked(int index)
    signal erased

    // While days give way to months there are still 31 keys for a moment.
    function labelOf(index: int): string {
        if (grid.monthNames && index < 12)
            return Words.text("labels.months." + (index + 1));
        return String(index + 1);
    }

    Repeater {
        model: grid.count

        Key {
            required property int index

            capitals: grid.monthNames ? Theme.bodyText : Theme.keyText
            height: grid.rowHeight
            label: grid.labelOf(index)
            selectable: true
            selected: index === grid.selectedIndex
            width: grid.keyWidth
            x: index % grid.columns * (grid.keyWidth + Theme.keyGap)
            y: Math.floor(index / grid.columns) * (grid.rowHeight + Theme.keyGap)

            onActivated: grid.picked(index)
        }
    }

    EraseKey {
        height: grid.rowHeight
        width: grid.width - x
        x: grid.besides * (grid.keyWidth + Theme.keyGap)
        y: Math.floor(grid.count / grid.columns) * (grid.rowHeight + Theme.keyGap)

        onActivated: grid.erased()
    }
}
