// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// A date, its day, month and year in turn. Kept as "year-month-day", each part empty until it is
// known.
Answer {
    id: date

    // Letters, figures and dates of French papers run to the right in every language.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    enum Part {
        Day,
        Month,
        Year
    }

    readonly property list<string> parts: (typed + "--").split("-")
    readonly property string year: parts[0]
    readonly property string month: parts[1]
    readonly property string day: parts[2]
    // The part that the person went back to, -1 = the first that is still to be said.
    property int wantedPart: -1
    readonly property int part: {
        if (wantedPart >= 0)
            return wantedPart;
        if (day === "")
            return DateAnswer.Part.Day;
        return month === "" ? DateAnswer.Part.Month : DateAnswer.Part.Year;
    }
    readonly property real gridRoom: Theme.low ? reach : height - fields.height - Theme.nearGap
    readonly property real rowHeight: {
        const fits = (gridRoom - 3 * Theme.keyGap) / 4;
        return Math.floor(Math.max(Theme.mm(20), Math.min(Theme.largestKey, fits)));
    }
    readonly property real gridHeight: 4 * rowHeight + 3 * Theme.keyGap

    must: fields.height + Theme.nearGap + 4 * Theme.mm(20) + 3 * Theme.keyGap
    wanted: fields.height + Theme.nearGap + 4 * Theme.largestKey + 3 * Theme.keyGap

    function set(newYear: string, newMonth: string, newDay: string): void {
        date.wantedPart = -1;
        date.keep(newYear + "-" + newMonth + "-" + newDay);
    }

    function twoDigits(number: int): string {
        return (number < 10 ? "0" : "") + number;
    }

    // The digits that a year may go on with.
    function yearDigits(text: string): string {
        switch (text.length) {
        case 0:
            return "12";
        case 1:
            return text === "1" ? "9" : "0";
        case 2:
        case 3:
            return "0123456789";
        default:
            return "";
        }
    }

    function eraseOne(): void {
        if (date.part === DateAnswer.Part.Year && date.year !== "")
            date.keep(date.year.slice(0, -1) + "-" + date.month + "-" + date.day);
        else if (date.month !== "" && date.part !== DateAnswer.Part.Day)
            date.set("", "", date.day);
        else
            date.set("", "", "");
    }

    function addToYear(digit: string): void {
        if (date.yearDigits(date.year).includes(digit)) {
            date.wantedPart = -1;
            date.keep(date.year + digit + "-" + date.month + "-" + date.day);
        }
    }

    // Keyed in figures: two for the day, two for the month, four for the year.
    function addFigure(digit: string): void {
        if (date.part === DateAnswer.Part.Year) {
            date.addToYear(digit);
            return;
        }
        const ofDay = date.part === DateAnswer.Part.Day;
        date.figure += digit;
        const number = Number(date.figure);
        if (date.figure.length < 2 && number <= (ofDay ? 3 : 1))
            return;
        date.figure = "";
        if (number < 1 || number > (ofDay ? 31 : 12))
            return;
        if (ofDay)
            date.set(date.year, date.month, date.twoDigits(number));
        else
            date.set(date.year, date.twoDigits(number), date.day);
    }

    property string figure: ""

    onCharacterTyped: text => {
        if ("0123456789".includes(text))
            date.addFigure(text);
    }
    onEraseTyped: eraseOne()
    onPartChanged: figure = ""

    Row {
        id: fields

        height: Theme.mm(12) + Theme.line(Theme.questionText)
        spacing: Theme.gap
        width: date.width
        y: date.height - date.gridHeight - Theme.nearGap - height

        DatePart {
            enabled: !Theme.low
            label: Words.text("labels.day")
            selected: date.part === DateAnswer.Part.Day
            value: date.day === "" ? "" : String(Number(date.day))
            width: (fields.width - 2 * fields.spacing) * 0.22

            onActivated: date.wantedPart = DateAnswer.Part.Day
        }

        DatePart {
            enabled: !Theme.low
            label: Words.text("labels.month")
            selected: date.part === DateAnswer.Part.Month
            value: date.month === "" ? "" : Words.text("labels.months." + Number(date.month))
            width: (fields.width - 2 * fields.spacing) * 0.47

            onActivated: date.wantedPart = DateAnswer.Part.Month
        }

        DatePart {
            enabled: !Theme.low
            label: Words.text("labels.year")
            selected: date.part === DateAnswer.Part.Year
            value: date.year
            width: (fields.width - 2 * fields.spacing) * 0.31

            onActivated: date.wantedPart = DateAnswer.Part.Year
        }
    }

    DateGrid {
        columns: date.part === DateAnswer.Part.Month ? 4 : 10
        count: [31, 12, 0][date.part]
        monthNames: date.part === DateAnswer.Part.Month
        rowHeight: date.rowHeight
        selectedIndex: Number(monthNames ? date.month : date.day) - 1
        visible: count > 0
        width: date.width
        y: date.height - date.gridHeight

        onErased: date.eraseOne()
        onPicked: index => {
            if (monthNames)
                date.set(date.year, date.twoDigits(index + 1), date.day);
            else
                date.set(date.year, date.month, date.twoDigits(index + 1));
        }
    }

    KeyGrid {
        id: yearKeys

        allowed: date.yearDigits(date.year)
        columns: 3
        rowHeight: date.rowHeight
        rows: "123\n456\n789\n0"
        visible: date.part === DateAnswer.Part.Year
        width: date.width
        y: date.height - date.gridHeight

        onKeyed: text => date.addToYear(text)

        EraseKey {
            height: date.rowHeight
            width: yearKeys.span(2)

            onActivated: date.eraseOne()
        }
    }
}
