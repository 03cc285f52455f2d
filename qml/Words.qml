// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick
import Kiosk.Session

// The texts of the screen. Whatever shows one depends on the language, and is told anew when the
// person changes it, without a new screen: nothing that was typed is touched.
QtObject {
    readonly property bool rightToLeft: ScreenWords.rightToLeft

    // The text of a key.
    function text(key: string): string {
        return ScreenWords.language === "" ? "" : ScreenWords.text(key);
    }

    // A value to be put into a text, kept together where lines run to the left.
    function apart(value: string): string {
        return ScreenWords.apart(value);
    }
}
