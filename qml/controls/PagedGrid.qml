// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Kiosk.Screens

// Lays its children out in rows of equal columns, as high as their texts ask; what does not fit is
// paged. Cells may grow up to `stretch` when there is room. A cell that asks for no height is left
// out.
Item {
    id: grid

    default property alias cells: holder.data
    property int columns: 1
    property real gap: Theme.gap
    property real rowGap: gap
    // The most that a cell may be drawn high; 0 = as high as it asks.
    property real stretch: 0
    property bool fromBottom: false
    // All rows as high as the highest, when that needs no further page.
    property bool uniform: false
    // The most rows on one page, 0 = as many as fit.
    property int most: 0
    // False where another button turns the pages.
    property alias nextShown: pager.nextShown
    // Of the words on the buttons that turn the pages.
    property alias pagerCapitals: pager.capitals
    // The cell whose page is to be shown first, -1 = the first.
    property int startCell: -1
    // The cell that comes first on this page.
    property int firstCell: 0
    // Where lines run to the left the first column is at the right.
    readonly property bool turned: LayoutMirroring.enabled
    // The height that all cells would like, on one page.
    readonly property real wanted: grid.filled ? grid.whole(stretch) : 0
    // The height that they need for it.
    readonly property real least: grid.filled ? grid.whole(0) : 0
    property int pages: 1
    readonly property alias page: pager.page
    readonly property real cellWidth: Math.floor((width - (columns - 1) * gap) / columns)
    // Whatever must be laid out again when it changes.
    readonly property string shape: grid.filled ? grid.measured() : ""
    // The first cells are all there: before, each that came would have all of them measured anew.
    property bool filled: false

    // Once for all that changes together, before the next picture: what is only posted may come
    // after it, and the person sees the grid jump.
    property bool stale: false

    onShapeChanged: outdate()
    onCellWidthChanged: widen()
    onPageChanged: outdate()
    Component.onCompleted: {
        filled = true;
        widen();
        arrange();
    }

    function outdate(): void {
        stale = true;
        Qt.callLater(settle); // qmllint disable
    }

    function settle(): void {
        if (stale)
            arrange();
    }

    function turn(): void {
        pager.wantedPage = pager.page + 1;
    }

    function items(): list<Item> {
        let found = [];
        for (let i = 0; i < holder.children.length; ++i) {
            if (holder.children[i].implicitHeight > 0)
                found.push(holder.children[i]);
        }
        return found;
    }

    // Widths come first: the heights of the cells, and so their places, follow from them.
    function widen(): void {
        for (let i = 0; i < holder.children.length; ++i)
            holder.children[i].width = grid.cellWidth;
    }

    function measured(): string {
        const across = grid.turned ? -grid.width : grid.width;
        let all = [across, grid.height, grid.columns, grid.gap, grid.rowGap, grid.stretch];
        for (let i = 0; i < holder.children.length; ++i)
            all.push(holder.children[i].implicitHeight);
        return all.join();
    }

    // Heights of the rows of cells.
    function rowsOf(cells: list<Item>): list<real> {
        let rows = [];
        for (let i = 0; i < cells.length; i += grid.columns) {
            let tallest = 0;
            for (let j = i; j < Math.min(cells.length, i + grid.columns); ++j)
                tallest = Math.max(tallest, Math.ceil(cells[j].implicitHeight));
            rows.push(tallest);
        }
        return rows;
    }

    // The page of each row when a page is `room` high. A row that is higher than that has its own.
    function split(rows: list<real>, room: real): list<int> {
        let pageOf = [];
        let page = 0;
        let used = 0;
        let count = 0;
        for (const row of rows) {
            const full = grid.most > 0 && count >= grid.most;
            if (used > 0 && (full || used + grid.rowGap + row > room)) {
                ++page;
                used = 0;
                count = 0;
            }
            used += (used > 0 ? grid.rowGap : 0) + row;
            ++count;
            pageOf.push(page);
        }
        return pageOf;
    }

    function whole(atLeast: real): real {
        let all = 0;
        for (const row of grid.rowsOf(grid.items()))
            all += Math.max(row, atLeast) + grid.rowGap;
        return Math.max(0, all - grid.rowGap);
    }

    // Rows of one height, if they need no more pages than rows of their own heights.
    function evened(rows: list<real>): list<real> {
        const tallest = Math.max(0, ...rows);
        const even = rows.map(() => tallest);
        return even.length * (tallest + grid.rowGap) - grid.rowGap <= grid.height ? even : rows;
    }

    function arrange(): void {
        stale = false;
        const cells = grid.items();
        const own = grid.rowsOf(cells);
        const rows = grid.uniform ? grid.evened(own) : own;
        let room = grid.height;
        let pageOf = grid.split(rows, room);
        if (pageOf.length > 0 && pageOf[pageOf.length - 1] > 0) {
            room = grid.height - pager.height - grid.rowGap;
            pageOf = grid.split(rows, room);
        }
        if (grid.startCell >= 0 && grid.startCell < cells.length) {
            pager.wantedPage = pageOf[Math.floor(grid.startCell / grid.columns)];
            grid.startCell = -1;
        }
        grid.pages = pageOf.length > 0 ? pageOf[pageOf.length - 1] + 1 : 1;
        for (let i = 0; i < holder.children.length; ++i) {
            if (holder.children[i].implicitHeight <= 0)
                holder.children[i].visible = false;
        }
        grid.place(cells, rows, pageOf, room);
    }

    function place(cells: list<Item>, rows: list<real>, pageOf: list<int>, room: real): void {
        let used = -grid.rowGap;
        let shown = 0;
        for (let r = 0; r < rows.length; ++r) {
            if (pageOf[r] !== pager.page)
                continue;
            used += rows[r] + grid.rowGap;
            ++shown;
        }
        const spare = shown > 0 ? Math.max(0, (room - used) / shown) : 0;
        let heights = [];
        let total = -grid.rowGap;
        for (let r = 0; r < rows.length; ++r) {
            const growth = grid.stretch > 0 ? Math.max(grid.stretch - rows[r], Theme.mm(12)) : 0;
            heights.push(Math.floor(rows[r] + Math.min(spare, growth)));
            if (pageOf[r] === pager.page)
                total += heights[r] + grid.rowGap;
        }
        grid.firstCell = Math.max(0, pageOf.indexOf(pager.page)) * grid.columns;
        let y = grid.fromBottom ? Math.max(0, room - total) : 0;
        for (let r = 0; r < rows.length; ++r) {
            const here = pageOf[r] === pager.page;
            const end = Math.min(cells.length, (r + 1) * grid.columns);
            for (let i = r * grid.columns; i < end; ++i) {
                cells[i].visible = here;
                const x = (i - r * grid.columns) * (grid.cellWidth + grid.gap);
                cells[i].x = grid.turned ? grid.width - grid.cellWidth - x : x;
                cells[i].y = y;
                cells[i].height = heights[r];
            }
            if (here)
                y += heights[r] + grid.rowGap;
        }
    }

    Connections {
        target: grid.Window.window

        function onAfterAnimating(): void {
            grid.settle();
        }
    }

    Item {
        id: holder

        anchors.fill: parent

        onChildrenChanged: grid.widen()
    }

    Pager {
        id: pager

        anchors.bottom: parent.bottom
        pages: grid.pages
        width: parent.width
    }
}
