// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// Above everything while an agent fills in or looks: who, and the button that ends it.
Rectangle {
    id: bar

    readonly property bool filling: Panel.filling
    readonly property string says: {
        if (filling) {
            const fills = Session.personIsAway ? "labels.agent-fills-away" : "labels.agent-fills";
            return Words.text(fills).replace("{name}", Panel.name);
        }
        const key = Looking.shown ? "labels.agent-sees" : "labels.agent-looks";
        return Words.text(key).replace("{name}", Looking.name);
    }

    border.color: Theme.dark ? Theme.help : Theme.helpInk
    border.width: Theme.border
    color: Theme.help
    height: Math.max(Theme.mm(20), words.height) + Theme.mm(3)
    radius: Theme.radius

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: buttons.left
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        capitals: Math.min(Theme.aidText, Theme.mm(6))
        color: Theme.helpInk
        lineHeight: 0.76
        strong: true
        text: bar.says
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(1.5)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(6)

        BigButton {
            capitals: words.capitals
            height: Theme.mm(20)
            keyName: "show-answer"
            label: Words.text("labels.show-answer")
            visible: !bar.filling && Looking.mayShow
            width: wantedWidth

            onActivated: Looking.show()
        }

        BigButton {
            capitals: words.capitals
            height: Theme.mm(20)
            keyName: "take-over"
            label: Words.text(bar.filling ? "labels.take-over" : "labels.stop-looking")
            width: wantedWidth

            onActivated: {
                if (bar.filling)
                    Panel.allowFilling(false);
                else
                    Looking.stop();
            }
        }
    }
}
