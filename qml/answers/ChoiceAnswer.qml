// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Screens
import Kiosk.Session

// One of several answers. Touching one chooses it; the main button goes on.
Answer {
    id: choice

    readonly property int many: step.options.length
    readonly property bool oneColumn: {
        if (Theme.low)
            return false;
        if (many <= (!Theme.portrait ? 4 : Theme.roomy ? 7 : 6))
            return true;
        return pagesIn(1) <= pagesIn(2);
    }
    // Few answers are drawn larger.
    readonly property bool few: many <= 3 && !Theme.low

    least: cards.least
    wanted: cards.wanted

    // About how many pages the answers take in so many columns: their cards are there when the
    // columns are known.
    function pagesIn(columns: int): int {
        let rows = [];
        for (let i = 0; i < many; i += columns) {
            const row = step.options.slice(i, i + columns);
            const place = (width + Theme.gap) / columns - Theme.gap;
            rows.push(Math.max(...row.map(option => heightOf(option, place))));
        }
        const whole = rows.reduce((all, row) => all + row + Theme.gap, -Theme.gap);
        if (whole <= room)
            return 1;
        return 1 + Math.max(...cards.split(rows, room - Theme.extraHeight - Theme.gap));
    }

    function heightOf(option: optionView, cardWidth: real): real {
        const place = cardWidth - Theme.mm(24);
        const label = textHeight(option.label, labelMetrics, place);
        const detail = option.detail === "" ? 0 : textHeight(option.detail, detailMetrics, place);
        return Math.max(Theme.mm(22), label + detail + Theme.mm(5));
    }

    // The first line has its whole height, those below it stand closer.
    function textHeight(text: string, metrics: FontMetrics, place: real): real {
        return metrics.lineSpacing * (1 + (linesOf(text, metrics, place) - 1) * Theme.lineFactor);
    }

    function linesOf(text: string, metrics: FontMetrics, place: real): int {
        let lines = 1;
        let used = 0;
        for (const word of text.split(" ")) {
            const next = metrics.advanceWidth(word + " ");
            if (used > 0 && used + next > place) {
                ++lines;
                used = 0;
            }
            used += next;
        }
        return lines;
    }

    FontMetrics {
        id: labelMetrics

        font.family: Theme.face
        font.pixelSize: Theme.typeSize(Theme.optionText)
        font.weight: Font.Bold
    }

    FontMetrics {
        id: detailMetrics

        font.family: Theme.face
        font.pixelSize: Theme.typeSize(Theme.aidText)
    }

    PagedGrid {
        id: cards

        columns: choice.oneColumn ? 1 : 2
        fromBottom: true
        height: choice.reach
        stretch: Theme.mm(!choice.few ? 34 : choice.step.drawing === "" ? 60 : 38)
        uniform: true
        width: choice.width
        y: choice.height - height

        Repeater {
            model: choice.step.options

            OptionCard {
                required property optionView modelData

                capitals: choice.few ? Theme.buttonText : Theme.optionText
                detail: modelData.detail
                icon: modelData.icon
                label: modelData.label
                pointName: "option:" + modelData.id.toLowerCase()
                selected: choice.typed === modelData.id

                onActivated: choice.keep(modelData.id)
            }
        }
    }
}
