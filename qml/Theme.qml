// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick
import Kiosk.Session

// Every size, colour and face of the screens. Sizes are thought in millimetres of the real glass
// and given in pixels. A glass smaller than the least one is drawn smaller as a whole, so that
// nothing overlaps on a size that nobody planned.
QtObject {
    id: theme

    // The window, in pixels; Main keeps it.
    property size glass: Qt.size(1080, 1920)
    // True while an agent's panel has a part of the window; Main keeps it.
    property bool shared: false
    // True while an agent fills in or looks, and in a rehearsal: a bar above each screen says so.
    // Main keeps it.
    property bool accompanied: false
    // Less air between things, so that what an agent needs takes nothing from letters and keys.
    readonly property bool tight: shared || accompanied
    readonly property int sizeStep: Look.textSize
    // True while the person steers with keys: the focus ring is shown from then on.
    property bool steeredByKeys: false
    // True while the space bar of a keyboard is a letter; Main keeps it.
    property bool spaceIsTyped: false

    readonly property bool portrait: glass.height >= glass.width
    readonly property size leastGlass: {
        if (shared)
            return portrait ? Qt.size(252, [325, 340, 348, 355][sizeStep]) : Qt.size(290, 262);
        return portrait ? Qt.size(252, 444) : Qt.size(474, 262);
    }
    readonly property real unit: {
        const fits = Math.min(glass.width / leastGlass.width, glass.height / leastGlass.height);
        return Math.min(Look.pixelsPerMillimetre, fits);
    }
    readonly property bool low: Look.lowMode && portrait

    // The four sizes: 5.1, 6.4, 7.5 and 8.6 mm capitals for the body.
    readonly property real textScale: [0.8, 1, 1.17, 1.34][Look.textSize]
    readonly property bool roomy: Look.textSize < Look.TextSize.Large

    // Capital heights.
    readonly property real bodyText: mm(6.4) * textScale
    readonly property real questionText: mm(10) * [0.85, 1, 1.1, 1.2][Look.textSize]
    readonly property real plateText: mm(14) * textScale
    // In low mode the buttons lie so close that their words cannot grow to the last size.
    readonly property real buttonScale: low ? Math.min(textScale, 1.17) : textScale
    readonly property real optionText: mm(6.4) * buttonScale
    readonly property real aidText: mm(6) * buttonScale
    readonly property real buttonText: mm(7.6) * buttonScale
    readonly property real keyText: mm(7.2) * textScale
    // Nothing is written smaller, whatever must fit.
    readonly property real smallest: mm(4.8)

    // Spaces and targets.
    readonly property real margin: mm(10)
    // In low mode three gaps share what the lower 40 % leaves beside the keys (162 mm).
    readonly property real gap: {
        if (low)
            return Math.max(mm(4), Math.min(mm(10), lowGap));
        return mm(tight ? 6 : 10);
    }
    readonly property real lowGap: (lowHeight - mm(162)) / 3
    readonly property real lowHeight: glass.height * 0.4
    readonly property real nearGap: mm(6)
    readonly property real keyGap: mm(low || tight ? 3 : 4)
    readonly property real padding: mm(4)
    readonly property real leastKey: mm(21)
    readonly property real largestKey: mm(portrait ? 25 : 30) * [0.92, 1, 1.06, 1.12][sizeStep]
    readonly property real aidHeight: low ? mm(20) : mm(12) + line(aidText) * 0.9
    readonly property real extraHeight: {
        return Math.max(mm(20), low || tight ? 0 : line(bodyText) + mm(7));
    }
    readonly property real mainHeight: low ? mm(25) : Math.max(mm(26), buttonLine + mm(7))
    readonly property real buttonLine: line(buttonText)
    readonly property real agentHeight: Math.max(mm(21), line(aidText) + mm(8))
    readonly property real border: Math.max(1, Math.round(mm(0.5)))
    readonly property real thickBorder: Math.max(2, Math.round(mm(1.2)))
    readonly property real focusBorder: Math.max(2, Math.round(mm(1.5)))
    readonly property real radius: mm(2.2)

    // Faces. Andika tells 1 l I and 0 O apart. Capitals and lines as parts of the type size.
    readonly property string face: "Andika"
    readonly property string iconFace: "Material Design Icons"
    readonly property real capital: 0.725
    readonly property real naturalLine: 1.611
    readonly property real lineFactor: 0.84

    // Colours, by contrast. White on black keeps yellow for help alone.
    readonly property bool dark: Look.contrast === Look.Contrast.WhiteOnBlack
    readonly property bool plain: Look.contrast !== Look.Contrast.Paper
    readonly property color paper: dark ? "#000000" : plain ? "#FFFFFF" : "#FBF8F1"
    readonly property color card: dark ? "#000000" : "#FFFFFF"
    readonly property color cardPressed: dark ? "#3A3A3A" : plain ? "#CFCFCF" : "#D3DAE6"
    readonly property color ink: dark ? "#FFFFFF" : plain ? "#000000" : "#10203A"
    readonly property color softInk: dark ? "#FFFFFF" : plain ? "#000000" : "#2B3A54"
    // Keys that this position cannot hold: they keep their place, and step back.
    readonly property color faint: dark ? "#6E6E6E" : plain ? "#8A8A8A" : "#8D95A3"
    readonly property color action: dark ? "#FFFFFF" : plain ? "#000000" : "#0B3B6F"
    readonly property color actionPressed: dark ? "#C4C4C4" : plain ? "#444444" : "#06223F"
    readonly property color actionInk: dark ? "#000000" : "#FFFFFF"
    readonly property color chosen: dark ? "#262626" : plain ? "#FFFFFF" : "#E4EDF8"
    readonly property color help: "#FFCF56"
    readonly property color helpPressed: "#F5BE33"
    readonly property color helpInk: dark || plain ? "#000000" : "#10203A"
    readonly property color good: dark ? "#FFFFFF" : plain ? "#000000" : "#073F22"
    readonly property color goodGround: dark ? "#000000" : plain ? "#FFFFFF" : "#E3F3E8"
    readonly property color change: dark ? "#FFFFFF" : plain ? "#000000" : "#4C2A00"
    readonly property color changeGround: dark ? "#000000" : plain ? "#FFFFFF" : "#FFF0D6"
    readonly property color stop: dark ? "#FFFFFF" : plain ? "#000000" : "#6B060D"
    readonly property color stopGround: dark ? "#000000" : plain ? "#FFFFFF" : "#FDE9E7"
    // Pictures are drawn for white paper and keep it in every contrast.
    readonly property color picturePaper: "#FFFFFF"

    // What the agents' panel takes of a window, upright of its height, across of its width: less
    // beside a person who reads larger letters.
    function panelSize(window: size): real {
        const upright = window.height >= window.width;
        const share = upright ? [0.24, 0.24, 0.22, 0.2] : [0.29, 0.28, 0.27, 0.26];
        return Math.round((upright ? window.height : window.width) * share[theme.sizeStep]);
    }

    // Whole pixels of a length in millimetres.
    function mm(millimetres: real): real {
        return Math.round(millimetres * theme.unit);
    }

    // The type size that gives capitals of this height.
    function typeSize(capitals: real): int {
        return Math.max(1, Math.round(capitals / theme.capital));
    }

    // The height of one line of it, alone.
    function line(capitals: real): real {
        return Math.ceil(typeSize(capitals) * theme.naturalLine);
    }

    // The width of words of this height on one line.
    function advance(words: string, capitals: real, strong: bool): real {
        return TextMeasure.advance(words, theme.face, typeSize(capitals), strong);
    }

    // Half of a gap between two keys as TapArea takes it: their areas then touch.
    function reachOf(gapBetween: real): real {
        return gapBetween / 2 / Look.pixelsPerMillimetre;
    }

    // The character of an icon in the icon face; the names are those of Material Design Icons.
    function glyph(name: string): string {
        switch (name) {
        case "account":
            return "\uF004";
        case "account-multiple":
            return "\uF00E";
        case "account-switch":
            return "\uF019";
        case "alert":
            return "\uF026";
        case "arrow-left":
            return "\uF04D";
        case "arrow-right":
            return "\uF054";
        case "arrow-down":
            return "\uF045";
        case "arrow-up":
            return "\uF05D";
        case "car":
            return "\uF10B";
        case "cash":
            return "\uF114";
        case "check":
            return "\uF12C";
        case "check-circle":
            return "\uF5E0";
        case "circle-outline":
            return "\uF130";
        case "clock":
            return "\uF150";
        case "close-circle":
            return "\uF159";
        case "comment-text":
            return "\uF17E";
        case "contrast":
            return "\uF197";
        case "email":
            return "\uF1EE";
        case "email-open":
            return "\uF5EF";
        case "translate":
            return "\uF5CA";
        case "text-size":
            return "\uF27F";
        case "file-document":
            return "\uF219";
        case "hand":
            return "\uF64A";
        case "help-circle":
            return "\uF2D7";
        case "home-map-marker":
            return "\uF5F8";
        case "information":
            return "\uF2FC";
        case "inbox":
            return "\uF2FB";
        case "lock":
            return "\uF33E";
        case "pencil":
            return "\uF3EB";
        case "phone":
            return "\uF3F2";
        case "printer":
            return "\uF42A";
        case "send":
            return "\uF48A";
        case "stop":
            return "\uF4DB";
        case "volume-high":
            return "\uF57E";
        case "volume-off":
            return "\uF581";
        default:
            return "";
        }
    }
}
