// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// A language by its own name, which puts the whole screen into it: the one at this place among
// those that are not on screen.
ExtraButton {
    required property int place
    readonly property optionView language: {
        const others = Languages.others;
        return place < others.length ? others[place] : Languages.all[0];
    }

    icon: "translate"
    keyName: "language-" + language.id
    label: language.label
    visible: place < Languages.others.length

    onActivated: Languages.choose(language.id)
}
