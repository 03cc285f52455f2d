// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// How high each answer of the review asks to be, without building it: fifty rows of text and
// buttons take long, and one page shows a few.
Item {
    id: heights

    // Of a row, its frame included.
    required property real rowWidth
    property list<real> all: []
    readonly property real buttonWidth: change.wantedWidth + Theme.mm(3)
    readonly property real wordsWidth: rowWidth - 2 * Theme.padding - buttonWidth
    // Whatever must be measured again when it changes.
    readonly property string shape: `${wordsWidth} ${Theme.bodyText}`

    visible: false

    // The labels have taken their new sizes then.
    onShapeChanged: Qt.callLater(measure) // qmllint disable
    Component.onCompleted: measure()

    Connections {
        target: Summary

        function onChanged(): void {
            Qt.callLater(heights.measure); // qmllint disable
        }
    }

    function rowHeight(words: real): real {
        return Math.max(words + Theme.mm(2), Theme.mm(26));
    }

    function measure(): void {
        const rows = Summary.reviewRows;
        let found = [];
        for (let i = 0; i < rows.length; ++i) {
            const row = rows[i];
            question.text = row.heading;
            answer.text = row.answer;
            found.push(heights.rowHeight(question.implicitHeight + answer.implicitHeight));
        }
        heights.all = found;
    }

    Label {
        id: question

        capitals: Theme.aidText
        decorative: true
        width: heights.wordsWidth
    }

    Label {
        id: answer

        decorative: true
        strong: true
        width: heights.wordsWidth
        wrapMode: Text.Wrap
    }

    BigButton {
        id: change

        icon: "pencil"
        label: Words.text("labels.change")
    }
}
