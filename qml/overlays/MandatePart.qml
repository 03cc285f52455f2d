// SPDX-License-Identifier: Apache-2.0
import QtQuick

// What one stage of a mandate shows in the body of its screen.
Item {
    // The height, from the bottom, in which things may be pressed.
    property real reach: height
    // The height that it would like to have.
    property real wanted: 0
    // The last answer was changed since it was found wanting.
    property bool touched: false
    // Nothing of it is still to be shown: the main button goes on.
    property bool last: true

    signal proceed
    signal erase
}
