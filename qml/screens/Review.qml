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
    title: Words.text("screens.review.title")

    onProceed: Session.next()

    PagedGrid {
        height: review.reach
        columns: Theme.portrait ? 1 : 2
        rowGap: Theme.mm(3)
        uniform: true
        width: review.bodyWidth
        y: review.bodyHeight - height

        Repeater {
            model: Summary.reviewRows

            AnswerRow {
                required property reviewRow modelData

                row: modelData
            }
        }
    }
}
