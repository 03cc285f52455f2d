// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The machine compares letter by letter, and it may be wrong: the person says why. The officer at
// the centre reads it.
Frame {
    id: explaining

    property string chosen: Summary.explained.reason

    bodyWanted: cards.wanted
    help: Words.text("screens.explaining.help")
    problem: ""
    title: Words.text("screens.explaining.title")

    onGoBack: Session.closeOverlay()
    onProceed: {
        if (chosen === "")
            Session.closeOverlay();
        else
            Session.explainWith(chosen);
    }

    side: Note {
        kind: Note.Kind.Change
        text: Summary.explained.title
        width: parent.width
    }

    extras: ExtraButton {
        icon: "pencil"
        keyName: "take-back"
        label: Words.text("screens.explaining.none")
        visible: Summary.explained.reason !== ""

        onActivated: Session.explainWith("")
    }

    PagedGrid {
        id: cards

        fromBottom: true
        height: explaining.bodyHeight
        stretch: Theme.mm(34)
        uniform: true
        width: explaining.bodyWidth

        Repeater {
            model: Summary.explanations

            OptionCard {
                required property optionView modelData

                label: modelData.label
                selected: explaining.chosen === modelData.id

                onActivated: explaining.chosen = modelData.id
            }
        }
    }
}
