// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A screen that tells something: a picture and a few notes. Upright the picture stands above the
// notes; across the notes stand below the title and the picture has the other side, unless notes
// that are many or large need that side themselves.
Frame {
    id: screen

    required property string picture
    required property string pictureDescription
    property bool manyNotes: false
    default property alias notes: rows.cells
    readonly property bool notesInBody: {
        return Theme.portrait || Theme.shared || manyNotes || !Theme.roomy;
    }

    bodyWanted: rows.wanted

    Drawing {
        anchors.fill: parent
        description: screen.pictureDescription
        name: screen.picture
        parent: Theme.portrait || screen.notesInBody ? screen.sideItem : screen.bodyItem
    }

    PagedGrid {
        id: rows

        fromBottom: Theme.portrait
        height: parent.height
        parent: screen.notesInBody ? screen.bodyItem : screen.sideItem
        rowGap: Theme.nearGap
        width: parent.width
    }
}
