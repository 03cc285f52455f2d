// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Kiosk.Screens
import Kiosk.Session

// The one window. What it shows is a function of the phase of the visit.
Window {
    id: window

    readonly property bool overlaid: Session.overlay !== Session.Overlay.NoOverlay
    readonly property Frame frame: (overlaid ? overlay.item : screen.item) as Frame

    function screenFor(phase: int): url {
        switch (phase) {
        case Session.Phase.Welcome:
            return Qt.resolvedUrl("screens/Welcome.qml");
        case Session.Phase.Question:
            return Qt.resolvedUrl("screens/Question.qml");
        case Session.Phase.OfficersLook:
            return Qt.resolvedUrl("screens/OfficersLook.qml");
        case Session.Phase.Review:
            return Qt.resolvedUrl("screens/Review.qml");
        case Session.Phase.Cost:
            return Qt.resolvedUrl("screens/Cost.qml");
        case Session.Phase.Send:
            return Qt.resolvedUrl("screens/Send.qml");
        case Session.Phase.Sending:
            return Qt.resolvedUrl("screens/Sending.qml");
        case Session.Phase.Done:
            return Qt.resolvedUrl("screens/Done.qml");
        default:
            return Qt.resolvedUrl("screens/OutOfService.qml");
        }
    }

    function overlayFor(overlay: int): url {
        switch (overlay) {
        case Session.Overlay.Agent:
            return Qt.resolvedUrl("overlays/AgentCall.qml");
        case Session.Overlay.Why:
            return Qt.resolvedUrl("overlays/Why.qml");
        case Session.Overlay.Sounds:
            return Qt.resolvedUrl("overlays/Sounds.qml");
        case Session.Overlay.IdleWarning:
            return Qt.resolvedUrl("overlays/IdleWarning.qml");
        case Session.Overlay.ListPrinted:
            return Qt.resolvedUrl("overlays/ListPrinted.qml");
        default:
            return "";
        }
    }

    color: Theme.paper
    height: 1920
    title: frame ? frame.title : Words.text("labels.name")
    // main sets the size and shows it.
    visible: false
    width: 1080

    Binding {
        property: "glass"
        target: Theme
        value: Qt.size(window.width, window.height)
    }

    Binding {
        property: "spaceIsTyped"
        target: Theme
        value: window.frame !== null && window.frame.spaceIsTyped
    }

    Steering {
        id: steering

        anchors.fill: parent
        focus: true
        frame: window.frame

        Loader {
            id: screen

            anchors.fill: parent
            focus: !window.overlaid
            source: window.screenFor(Session.phase)
            visible: !window.overlaid

            onLoaded: steering.arrive()
        }

        Loader {
            id: overlay

            anchors.fill: parent
            focus: window.overlaid
            source: window.overlayFor(Session.overlay)

            onLoaded: steering.arrive()
        }
    }
}
