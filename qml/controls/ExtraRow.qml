// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Further buttons above the main one. They share the width.
Row {
    id: row

    readonly property int count: visibleChildren.length
    readonly property bool used: count > 0
    // What each gets beyond the width that it needs.
    readonly property real share: Math.floor((width - needed()) / Math.max(1, count))

    spacing: Theme.mm(10)

    function needed(): real {
        let sum = (row.count - 1) * row.spacing;
        for (let i = 0; i < row.visibleChildren.length; ++i)
            sum += (row.visibleChildren[i] as ExtraButton).wantedWidth;
        return sum;
    }
}
