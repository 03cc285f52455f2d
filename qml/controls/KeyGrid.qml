// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens

// Keys in rows; their hit areas touch. The last row may end with wider keys (tail).
Item {
    id: grid

    // Letters, figures and dates of French papers run to the right in every language.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    // One string a row, one character a key, rows parted by a line feed.
    required property string rows
    // The characters that may come now.
    required property string allowed
    property int columns: 10
    property real rowHeight: Theme.leastKey
    default property alias tail: tailRow.data
    readonly property int tailColumns: columns - lastRow.length
    readonly property string lastRow: rows.slice(rows.lastIndexOf("\n") + 1)
    readonly property int rowCount: rows.split("\n").length
    readonly property real keyWidth: (width - (columns - 1) * Theme.keyGap) / columns

    signal keyed(string text)

    implicitHeight: rowCount * rowHeight + (rowCount - 1) * Theme.keyGap

    // Width of a key that takes the place of several.
    function span(keys: int): real {
        return keys * grid.keyWidth + (keys - 1) * Theme.keyGap;
    }

    // The name of a mark, for those who cannot see it.
    function nameOf(mark: string): string {
        if (mark === "-")
            return Words.text("labels.key-dash");
        return mark === "'" ? Words.text("labels.key-apostrophe") : "";
    }

    Repeater {
        model: grid.rows.split("\n")

        Row {
            id: line

            required property string modelData
            required property int index

            spacing: Theme.keyGap
            y: index * (grid.rowHeight + Theme.keyGap)

            Repeater {
                model: line.modelData.length

                Key {
                    id: key

                    required property int index

                    description: grid.nameOf(label)
                    enabled: grid.allowed.includes(label)
                    height: grid.rowHeight
                    label: line.modelData.charAt(index)
                    width: grid.keyWidth

                    onActivated: grid.keyed(key.label)
                }
            }
        }
    }

    Row {
        id: tailRow

        height: grid.rowHeight
        spacing: Theme.keyGap
        x: grid.lastRow.length * (grid.keyWidth + Theme.keyGap)
        y: (grid.rowCount - 1) * (grid.rowHeight + Theme.keyGap)
    }
}
