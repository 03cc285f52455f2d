# SPDX-License-Identifier: Apache-2.0
"""The accessibility tree (AT-SPI over D-Bus): the only way in which these tests touch the kiosk."""
import dataclasses
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from rig import PATIENCE, Trouble, until  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
ROOT_PATH = "/org/a11y/atspi/accessible/root"
# X11 symbols of the keys that a tactile keypad has.
KEYS = {"Tab": 0xff09, "Return": 0xff0d, "Left": 0xff51, "Up": 0xff52, "Right": 0xff53,
        "Down": 0xff54, "BackSpace": 0xff08, "Escape": 0xff1b}
KEY_SYMBOL = 3  # ATSPI_KEY_SYM: press and release
SHOWING, SENSITIVE = 25, 24


@dataclasses.dataclass(frozen=True)
class Node:
    """One object of the tree as it was when it was read."""
    bus: str
    path: str
    name: str
    states: int
    depth: int

    def has(self, state):
        return bool(self.states >> state & 1)


class Gone(Exception):
    """The object left the tree while it was read."""


class Tree:
    """Reads and presses what the kiosk shows. Reads again each time: nothing is remembered."""

    def __init__(self, session_bus):
        session = self._connect(session_bus)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
        self._connection = self._connect(address)
        self._program = None
        self._known = None
        self._seen = {}
        self._press_index = {}  # role → which of its actions is the press
        self._focus = None      # the last object that said that it has the keyboard
        self._follow_focus()

    @staticmethod
    def _connect(address):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def watch(self, program):
        """From now on the tree is that of this process (it may replace its own image)."""
        self._program = program
        self._known = None
        self._seen = {}

    def _call(self, bus, path, interface, method, arguments=None):
        try:
            return self._connection.call_sync(bus, path, interface, method, arguments, None,
                                              Gio.DBusCallFlags.NONE, 5000, None).unpack()
        except GLib.Error as error:
            raise Gone(error.message) from None

    def _property(self, bus, path, interface, name):
        return self._call(bus, path, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (interface, name)))[0]

    def _application(self):
        """The kiosk's place on the bus, which changes when it replaces its own image."""
        if self._known:
            try:
                self._call(*self._known, ACCESSIBLE, "GetRole")
                return self._known
            except Gone:
                self._known = None
        children = self._call("org.a11y.atspi.Registry", ROOT_PATH, ACCESSIBLE, "GetChildren")[0]
        for bus, path in reversed(children):
            try:
                pid = self._call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                 GLib.Variant("(s)", (bus,)))[0]
            except Gone:
                continue
            if pid == self._program.pid:
                self._known = (bus, path)
                return self._known
        raise Gone("the kiosk is not in the tree")

    def _batch(self, calls):
        """Makes all calls at once and waits for the answers: None where the object is gone."""
        answers, waiting = [None] * len(calls), [len(calls)]

        def arrived(connection, result, index):
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass
            waiting[0] -= 1
        for index, (bus, path, interface, method, arguments) in enumerate(calls):
            self._connection.call(bus, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 5000, None, arrived, index)
        while waiting[0]:
            GLib.MainContext.default().iteration(True)
        return answers

    def _read(self, level, depth, found):
        """Reads the objects of one level of the tree, then those below that show. Half of all are
        hidden, and each question about an object is a message: of those only this is asked."""
        states = self._batch([(bus, path, ACCESSIBLE, "GetState", None) for bus, path in level])
        if None in states:
            raise Gone("it left while it was read")
        states = [state[0][0] | state[0][1] << 32 for state in states]
        shown = [(*place, state) for place, state in zip(level, states) if state >> SHOWING & 1]
        if not shown:
            return
        name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        answers = self._batch([call for bus, path, _ in shown for call in (
            (bus, path, "org.freedesktop.DBus.Properties", "Get", name),
            (bus, path, ACCESSIBLE, "GetChildren", None))])
        if None in answers:
            raise Gone("it left while it was read")
        below = []
        for (bus, path, state), (named,), (children,) in zip(shown, answers[::2], answers[1::2]):
            found.append(Node(bus, path, named, state, depth))
            below += children
        if below:
            self._read(below, depth + 1, found)

    def nodes(self):
        """All that shows now, outer objects first; empty while the kiosk starts. A screen that is
        replaced while it is read is read again: half of one would prove nothing."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            if not self._program.alive():
                raise Trouble(f"the kiosk ended with {self._program.process.returncode}: "
                              + " / ".join(self._program.lines[-5:]))
            found = []
            try:
                bus, path = self._application()
                windows = self._call(bus, path, ACCESSIBLE, "GetChildren")[0]
                if windows:
                    self._read(windows, 0, found)
            except Gone:
                time.sleep(0.01)
                continue
            self._seen = {node.name: node for node in found if node.name}
            return found
        return []

    def title(self):
        """The accessible name of the window: the screen's title, "" while there is none."""
        try:
            windows = self._call(*self._application(), ACCESSIBLE, "GetChildren")[0]
            return self._property(*windows[0], ACCESSIBLE, "Name") if windows else ""
        except Gone:
            return ""

    def role(self, node):
        try:
            return self._call(node.bus, node.path, ACCESSIBLE, "GetRoleName")[0]
        except Gone:
            return ""

    def names(self):
        return [n.name for n in self.nodes() if n.name]

    def find(self, name, role=None):
        """The first showing object of this name, or None. `name` may be a test of names."""
        fits = name if callable(name) else lambda text: text == name
        for node in self.nodes():
            if fits(node.name) and (role is None or self.role(node) == role):
                return node
        return None

    def wait(self, name, role=None, seconds=PATIENCE):
        """The first object of this name once it shows. Not as often as can be: each look is some
        hundred messages, for which what is waited for waits too."""
        return until(lambda: self.find(name, role), f"'{name}' on the screen '{self.title()}'",
                     seconds, pause=0.1)

    def wait_title(self, title, seconds=None):
        fits = title if callable(title) else lambda text: text == title
        until(lambda: fits(self.title()), f"the screen '{title}' (it shows '{self.title()}')",
              *([seconds] if seconds else []))

    def description(self, name):
        """What assistive technology adds to the name of a control, once it shows."""
        def read():
            node = self.find(name)
            try:
                return node and [self._property(node.bus, node.path, ACCESSIBLE, "Description")]
            except Gone:
                return None
        return until(read, f"'{name}' on the screen '{self.title()}'")[0]

    def extents(self, node):
        """(x, y, width, height) on the screen."""
        return self._call(node.bus, node.path, "org.a11y.atspi.Component", "GetExtents",
                          GLib.Variant("(u)", (0,)))[0]

    def pressable(self):
        """All controls that show and take presses now."""
        return [n for n in self.nodes() if n.has(SENSITIVE) and n.depth > 0
                and self.role(n) in ("push button", "radio button", "check box", "toggle button")]

    def actions(self, node):
        count = self._property(node.bus, node.path, ACTION, "NActions")
        return [self._call(node.bus, node.path, ACTION, "GetName", GLib.Variant("(i)", (i,)))[0]
                for i in range(count)]

    def act(self, node):
        """Does what a press does; False when this is nothing to press."""
        role = self.role(node)
        if role not in self._press_index:
            self._press_index[role] = next(
                (index for index, action in enumerate(self.actions(node))
                 if action.lower() in ("press", "toggle", "click")), None)
        index = self._press_index[role]
        if index is None:
            return False
        self._call(node.bus, node.path, ACTION, "DoAction", GLib.Variant("(i)", (index,)))
        return True

    def _press_seen(self, name):
        """Presses what showed when the tree was last read, if it is still there and the same."""
        node = self._seen.get(name)
        if not node:
            return False
        try:
            states = self._call(node.bus, node.path, ACCESSIBLE, "GetState")[0]
            same = self._property(node.bus, node.path, ACCESSIBLE, "Name") == name
            if same and states[0] >> SHOWING & 1 and states[0] >> SENSITIVE & 1:
                return self.act(node)
        except Gone:
            pass
        return False

    def try_press(self, name):
        """Presses the control of this name if it shows and takes presses now."""
        return self._press_seen(name) or (self.find(name) is not None and self._press_seen(name))

    def press(self, name, seconds=None):
        """Presses the control of this name, once it shows and takes presses."""
        until(lambda: self.try_press(name),
              f"a press of '{name}' (there is: {list(self._seen)[:30]})",
              *([seconds] if seconds else []))

    def key(self, name):
        """Presses and releases a key of the keyboard."""
        self._call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller",
                   "org.a11y.atspi.DeviceEventController", "GenerateKeyboardEvent",
                   GLib.Variant("(isu)", (KEYS[name], "", KEY_SYMBOL)))

    def _follow_focus(self):
        """Hears each change of the focus: reading the tree for it takes fifty times longer."""
        def heard(_connection, bus, path, _interface, _signal, arguments):
            if arguments.unpack()[1]:
                self._focus = (bus, path)
        self._connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None,
                                          "focused", Gio.DBusSignalFlags.NONE, heard)
        self._call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry",
                   "org.a11y.atspi.Registry", "RegisterEvent",
                   GLib.Variant("(sass)", ("object:state-changed:focused", [], "")))

    def move_focus(self, key):
        """Presses a key that moves the focus; True once another object has said that it has it."""
        self._focus = None
        self.key(key)
        late = []
        timer = GLib.timeout_add(1000, late.append, True)
        while not self._focus and not late:
            GLib.MainContext.default().iteration(True)
        if not late:
            GLib.source_remove(timer)
        return bool(self._focus)

    def focused(self):
        """The name of the control that has the keyboard, as far as it was heard; "" if not."""
        try:
            return self._property(*self._focus, ACCESSIBLE, "Name") if self._focus else ""
        except Gone:
            return ""
