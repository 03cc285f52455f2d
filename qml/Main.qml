// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Kiosk.Screens
import Kiosk.Session

// The one window. What it shows is a function of the phase of the visit.
Window {
    id: window

    readonly property bool overlaid: Session.overlay !== Session.Overlay.NoOverlay
    // An agent's panel is open: the person's screen gives it a part of the glass.
    readonly property bool shared: Panel.state === Panel.State.Open
    readonly property bool upright: height >= width
    readonly property real panelSize: Theme.panelSize(Qt.size(width, height))
    readonly property Frame frame: {
        if (Languages.choosing)
            return languages.item as Frame;
        return (overlaid ? overlay.item : screen.item) as Frame;
    }

    // A rehearsal shows the paper that would have come out, then what was tried.
    function screenNow(phase: int): url {
        if (Practice.over && Practice.exercising)
            return Qt.resolvedUrl("screens/ExerciseOver.qml");
        if (Practice.over)
            return Qt.resolvedUrl("screens/TriedOut.qml");
        if (Practice.active && (phase === Session.Phase.Done || phase === Session.Phase.Sending))
            return Qt.resolvedUrl("screens/PaperTried.qml");
        return screenFor(phase);
    }

    function screenFor(phase: int): url {
        switch (phase) {
        case Session.Phase.Welcome:
            return Qt.resolvedUrl("screens/Welcome.qml");
        case Session.Phase.Question:
            return Qt.resolvedUrl("screens/Question.qml");
        case Session.Phase.Papers:
            return Qt.resolvedUrl("screens/Papers.qml");
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

    function overlayNow(overlay: int): url {
        if (Practice.active && overlay === Session.Overlay.Agent)
            return Qt.resolvedUrl("overlays/CallTried.qml");
        if (Practice.active && overlay === Session.Overlay.ListPrinted)
            return Qt.resolvedUrl("screens/PaperTried.qml");
        return overlayFor(overlay);
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
        case Session.Overlay.Badge:
            return Qt.resolvedUrl("overlays/Badge.qml");
        case Session.Overlay.FillingAsked:
            return Qt.resolvedUrl("overlays/FillingAsked.qml");
        case Session.Overlay.LookingAsked:
            return Qt.resolvedUrl("overlays/LookingAsked.qml");
        case Session.Overlay.CallBack:
            return Qt.resolvedUrl("overlays/CallBackAsked.qml");
        case Session.Overlay.Proposed:
            return Qt.resolvedUrl("overlays/Proposed.qml");
        case Session.Overlay.MandateSigning:
            return Qt.resolvedUrl("overlays/MandateSigning.qml");
        case Session.Overlay.Explaining:
            return Qt.resolvedUrl("overlays/Explaining.qml");
        case Session.Overlay.MandateNumber:
            return Qt.resolvedUrl("overlays/MandateNumber.qml");
        case Session.Overlay.TryFirst:
            return Qt.resolvedUrl("overlays/TryFirst.qml");
        case Session.Overlay.Case:
            return Qt.resolvedUrl("overlays/Case.qml");
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
        value: Qt.size(place.width, place.height)
    }

    Binding {
        property: "accompanied"
        target: Theme
        value: Panel.filling || Looking.active || Practice.active
    }

    Binding {
        property: "shared"
        target: Theme
        value: window.shared
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

        // The person's screen. In low mode the panel stands above it, out of the person's reach.
        Item {
            id: place

            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: Words.rightToLeft
            height: window.height - (window.shared && window.upright ? window.panelSize : 0)
            width: window.width - (window.shared && !window.upright ? window.panelSize : 0)
            y: Look.lowMode && window.upright ? window.height - height : 0

            Loader {
                id: screen

                anchors.fill: parent
                focus: !window.overlaid && !Languages.choosing
                source: window.screenNow(Session.phase)
                visible: !window.overlaid && !Languages.choosing

                onLoaded: steering.arrive()
            }

            Loader {
                id: overlay

                anchors.fill: parent
                focus: window.overlaid && !Languages.choosing
                source: window.overlayNow(Session.overlay)
                visible: !Languages.choosing

                onLoaded: steering.arrive()
            }

            // Above all: what is below stays as it is, and comes back so.
            Loader {
                id: languages

                active: Languages.choosing
                anchors.fill: parent
                focus: Languages.choosing
                source: Qt.resolvedUrl("overlays/LanguageList.qml")

                onActiveChanged: {
                    if (!active)
                        steering.arrive();
                }
                onLoaded: steering.arrive()
            }
        }

        Loader {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: SiteWords.rightToLeft
            active: window.shared
            height: window.upright ? window.panelSize : window.height
            source: Qt.resolvedUrl("panel/AgentPanel.qml")
            width: window.upright ? window.width : window.panelSize
            x: window.upright ? 0 : window.width - width
            y: window.upright && !Look.lowMode ? window.height - height : 0
        }
    }
}
