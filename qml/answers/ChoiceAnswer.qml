// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
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

    wanted: cards.wanted

    // About how many pages the answers take in so many columns. Of the place that there will be for
    // them nothing is known yet: it follows from the columns.
    function pagesIn(columns: int): int {
        const room = Window.height * (Theme.portrait ? 0.36 : 0.48);
        let pages = 1;
        let used = 0;
        for (let i = 0; i < many; i += columns) {
            let row = 0;
            for (const option of step.options.slice(i, i + columns))
                row = Math.max(row, heightOf(option, (width + Theme.gap) / columns - Theme.gap));
            if (used > 0 && used + row > room) {
                ++pages;
                used = 0;
            }
            used += row + Theme.gap;
        }
        return pages;
    }

    function heightOf(option: optionView, cardWidth: real): real {
        const place = cardWidth - Theme.mm(24);
        let words = linesOf(option.label, labelMetrics, place) * labelMetrics.lineSpacing;
        if (option.detail !== "")
            words += linesOf(option.detail, detailMetrics, place) * detailMetrics.lineSpacing;
        return Math.max(Theme.mm(22), words * Theme.lineFactor + Theme.mm(5));
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
