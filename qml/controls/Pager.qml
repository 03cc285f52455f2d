// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kiosk.Screens

// Pages through what does not fit: large buttons instead of scrolling. Nothing when all fits.
Item {
    id: pager

    required property int pages
    // The page on screen, counted from 0; it stays in range when the pages become fewer.
    property int wantedPage: 0
    readonly property int page: Math.max(0, Math.min(wantedPage, pages - 1))

    property bool nextShown: true
    property real capitals: Theme.bodyText

    readonly property string pageText: Words.text("labels.page-of")

    height: Math.min(Theme.extraHeight, Math.max(Theme.mm(21), Theme.line(capitals) + Theme.mm(7)))
    visible: pages > 1

    BigButton {
        id: before

        anchors.left: parent.left
        capitals: pager.capitals
        enabled: pager.page > 0
        height: parent.height
        icon: "arrow-left"
        keyName: "previous"
        label: Words.text("labels.previous")
        width: Math.max(wantedWidth, pager.width * 0.32)

        onActivated: pager.wantedPage = pager.page - 1
    }

    Label {
        anchors.left: before.right
        anchors.right: more.left
        anchors.verticalCenter: parent.verticalCenter
        capitals: Math.min(Theme.aidText, pager.capitals)
        horizontalAlignment: Text.AlignHCenter
        text: pager.pageText.replace("{page}", pager.page + 1).replace("{pages}", pager.pages)
        visible: implicitWidth <= width
        wrapMode: Text.NoWrap
    }

    BigButton {
        id: more

        anchors.right: parent.right
        capitals: pager.capitals
        enabled: pager.page < pager.pages - 1
        height: parent.height
        icon: "arrow-right"
        iconLast: true
        keyName: "more"
        visible: pager.nextShown
        label: Words.text("labels.more")
        width: Math.max(wantedWidth, pager.width * 0.32)

        onActivated: pager.wantedPage = pager.page + 1
    }
}
