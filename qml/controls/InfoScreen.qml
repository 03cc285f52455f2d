// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A screen that tells something: a picture and a few notes. Upright the picture stands above the
// notes; across the notes stand below the title and the picture has the other side.
Frame {
    id: screen

    required property string picture
    required property string pictureDescription
    default property alias notes: rows.cells

    bodyWanted: rows.wanted

    Drawing {
        anchors.fill: parent
        description: screen.pictureDescription
        framed: false
        name: screen.picture
        parent: Theme.portrait ? screen.sideItem : screen.bodyItem
    }

    PagedGrid {
        id: rows

        fromBottom: Theme.portrait
        height: parent.height
        parent: Theme.portrait ? screen.bodyItem : screen.sideItem
        rowGap: Theme.nearGap
        width: parent.width
    }
}
