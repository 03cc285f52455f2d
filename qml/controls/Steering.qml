// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Everything without touch: arrows go to the nearest control that way, Tab to the next, Enter
// presses, Escape and Back lead back. A press of a finger hides the focus ring again.
FocusScope {
    id: steering

    property Frame frame: null

    // A screen or a question came: somebody who steers with keys starts at the first answer, or at
    // the main button where there is none, never at the way back.
    function arrive(): void {
        if (!steering.frame)
            return;
        steering.frame.forceActiveFocus(Qt.OtherFocusReason);
        if (!Theme.steeredByKeys)
            return;
        // Not from what had the focus: the frame remembers its button of the question before.
        const first = steering.frame.nextItemInFocusChain(true);
        if (first && (steering.isAnswer(first) || !steering.frame.mainShown))
            first.forceActiveFocus(Qt.TabFocusReason);
        else
            steering.frame.mainButton.forceActiveFocus(Qt.TabFocusReason);
    }

    function isAnswer(item: Item): bool {
        for (let at = item; at; at = at.parent) {
            if (at === steering.frame.bodyItem)
                return true;
        }
        return false;
    }

    function next(forward: bool): void {
        const from = steering.Window.activeFocusItem ?? steering;
        const to = from.nextItemInFocusChain(forward);
        if (to)
            to.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    // All controls that may have the focus now, in reading order.
    function controls(): list<Item> {
        let found = [];
        const first = steering.nextItemInFocusChain(true);
        for (let item = first; item && found.length < 200; ) {
            if (item.activeFocusOnTab)
                found.push(item);
            item = item.nextItemInFocusChain(true);
            if (item === first)
                break;
        }
        return found;
    }

    // To the nearest control in a direction; sideways distance counts more than forward distance.
    function go(dx: int, dy: int): void {
        const from = steering.Window.activeFocusItem;
        if (!from || !from.activeFocusOnTab) {
            steering.next(dx + dy > 0);
            return;
        }
        const here = from.mapToItem(steering, from.width / 2, from.height / 2);
        let best = null;
        let least = Infinity;
        for (const item of steering.controls()) {
            if (item === from)
                continue;
            const distance = steering.distance(here, item, dx, dy);
            if (distance < least) {
                least = distance;
                best = item;
            }
        }
        if (best)
            best.forceActiveFocus(Qt.OtherFocusReason);
    }

    // How far a control is in a direction; infinite when it is not that way. Its nearest point
    // counts sideways, its middle forward.
    function distance(here: point, item: Item, dx: int, dy: int): real {
        const box = item.mapToItem(steering, 0, 0, item.width, item.height);
        const x = box.x + box.width / 2 - here.x;
        const y = box.y + box.height / 2 - here.y;
        const forward = dx !== 0 ? dx * x : dy * y;
        const offset = Math.abs(dx !== 0 ? y : x);
        const sideways = Math.max(0, offset - (dx !== 0 ? box.height : box.width) / 2);
        return forward > 1 ? forward + 3 * sideways : Infinity;
    }

    Keys.priority: Keys.AfterItem
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Left:
            Theme.steeredByKeys = true;
            steering.go(-1, 0);
            break;
        case Qt.Key_Right:
            Theme.steeredByKeys = true;
            steering.go(1, 0);
            break;
        case Qt.Key_Up:
            Theme.steeredByKeys = true;
            steering.go(0, -1);
            break;
        case Qt.Key_Down:
            Theme.steeredByKeys = true;
            steering.go(0, 1);
            break;
        case Qt.Key_Tab:
        case Qt.Key_Backtab:
            Theme.steeredByKeys = true;
            steering.next(event.key === Qt.Key_Tab);
            break;
        case Qt.Key_Escape:
        case Qt.Key_Back:
            if (steering.frame && !event.isAutoRepeat && steering.frame.backShown)
                steering.frame.goBack();
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (steering.frame && !event.isAutoRepeat && steering.frame.mainShown)
                steering.frame.proceed();
            break;
        default:
            return;
        }
        event.accepted = true;
    }

    Connections {
        target: steering.frame

        function onArrived(): void {
            steering.arrive();
        }
    }

    PointHandler {
        onActiveChanged: {
            if (active)
                Theme.steeredByKeys = false;
        }
    }
}
