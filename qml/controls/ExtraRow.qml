// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Further buttons above the main one. They share the width.
Row {
    id: row

    readonly property int count: visibleChildren.length
    readonly property bool used: count > 0
    // What each gets of the width that it needs: less than all when they are many.
    readonly property real stretch: (width - (count - 1) * spacing) / Math.max(1, needed())

    spacing: Theme.mm(10)

    function needed(): real {
        let sum = 0;
        for (let i = 0; i < row.visibleChildren.length; ++i)
            sum += (row.visibleChildren[i] as ExtraButton).wantedWidth;
        return sum;
    }
}
