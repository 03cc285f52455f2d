// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// All answers, each with the way to change it and straight back.
Frame {
    id: review

    bodyWanted: 100000
    help: Words.text("screens.review.help")
    sideOffered: false
    spread: true
    // Nobody goes on before every page was shown: the main button turns them.
    readonly property bool last: rows.page >= rows.pages - 1

    mainLabel: Words.text(last ? "labels.continue" : "labels.more")
    title: Words.text("screens.review.title")

    function changedRow(): int {
        const all = Summary.reviewRows;
        for (let i = 0; i < all.length; ++i) {
            if (all[i].stepId === Session.changedStep)
                return i;
        }
        return -1;
    }

    onProceed: {
        if (last)
            Session.next();
        else
            rows.turn();
    }

    PagedGrid {
        id: rows

        nextShown: false
        startCell: review.changedRow()
        height: review.reach
        columns: Theme.portrait ? 1 : 2
        rowGap: Theme.mm(3)
        uniform: true
        width: review.bodyWidth
        y: review.bodyHeight - height

        // Only the rows of the page on screen are built.
        Repeater {
            model: Summary.reviewRows

            AnswerCell {
                required property int index
                required property reviewRow modelData

                implicitHeight: heights.all[index] ?? 0
                row: modelData
            }
        }
    }

    AnswerHeights {
        id: heights

        rowWidth: rows.cellWidth
    }
}
