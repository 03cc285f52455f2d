// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// What every control that may be pressed has in common: a finger, a mouse, a key and assistive
// technology all end in activated(), with a soft tick. Knows nothing of the visit.
Pressable {
    id: control

    required label
    // The same name on the next screen is the same key for the filter of repeated presses.
    property string keyName: ""
    // By which an agent at the desk points at it, "" when they cannot.
    property string pointName: ""
    // Half the gap to its neighbours when they are keys of one grid, in pixels; -1 = usual reach.
    property real gridGap: -1
    readonly property bool pressed: area.pressed || keyHeld
    property bool keyHeld: false

    signal activated

    function press() {
        if (!control.enabled)
            return;
        Tones.tick();
        control.activated();
    }

    activeFocusOnTab: enabled
    onActiveFocusChanged: keyHeld = false

    Accessible.role: selectable ? Accessible.RadioButton : Accessible.Button
    Accessible.name: label
    Accessible.description: description
    Accessible.checkable: selectable
    Accessible.checked: selected

    onPressAsked: press()

    Keys.onPressed: event => {
        const space = event.key === Qt.Key_Space && !Theme.spaceIsTyped;
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter && !space)
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            control.keyHeld = true;
    }
    Keys.onReleased: event => {
        if (!control.keyHeld || event.isAutoRepeat)
            return;
        event.accepted = true;
        control.keyHeld = false;
        control.press();
    }

    TapArea {
        id: area
        anchors.fill: parent
        keyName: control.keyName
        reach: control.gridGap < 0 ? usualReach : Theme.reachOf(control.gridGap)

        readonly property real usualReach: 3.5

        onTapped: control.press()
    }

    // The focus, outside the control.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -2 * Theme.focusBorder
        border.color: Theme.ink
        border.width: Theme.focusBorder
        color: "transparent"
        radius: Theme.radius + 2 * Theme.focusBorder
        visible: control.activeFocus && Theme.steeredByKeys

        Accessible.ignored: true
    }
}
