// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// The ring that an agent at the desk puts around a part of the screen.
Rectangle {
    id: ring

    required property Item heading
    // Null while it is not shown.
    required property Item side
    required property Item body
    required property Item main
    required property Item back
    readonly property Item target: find(Looking.pointed)
    readonly property rect place: {
        if (!target)
            return Qt.rect(0, 0, 0, 0);
        // Moves with the screen's layout.
        body.height;
        return parent.mapFromItem(target, 0, 0, target.width, target.height);
    }
    readonly property real air: Theme.mm(3)

    border.color: Theme.dark ? Theme.help : Theme.plain ? Theme.ink : "#A34A00"
    border.width: Theme.mm(2)
    color: "transparent"
    height: place.height + 2 * air
    radius: Theme.mm(4)
    visible: target !== null
    width: place.width + 2 * air
    x: place.x - air
    y: place.y - air

    Accessible.role: Accessible.StaticText
    Accessible.name: Words.text("labels.pointed").replace("{name}", Looking.name)
    Accessible.ignored: !visible

    function find(name: string): Item {
        switch (name) {
        case "":
            return null;
        case "question":
            return ring.heading;
        case "drawing":
            return ring.side;
        case "answer":
            return ring.body;
        case "main":
            return ring.main;
        case "back":
            return ring.back;
        default:
            return ring.within(ring.body, name);
        }
    }

    function within(item: Item, name: string): Item {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            const control = child as Tappable;
            if (control && control.pointName === name)
                return control.visible ? control : null;
            const found = ring.within(child, name);
            if (found)
                return found;
        }
        return null;
    }
}
