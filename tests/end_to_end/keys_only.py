#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The whole way with Tab and Enter of a tactile keypad, without a finger and without letters."""
import unittest

from people import PEOPLE, Visitor
from rig import Rig, Trouble, until


def by_keys(tree):
    """A press as the keypad does it: Tab to the control, then Enter."""
    def press(name, seconds=None):
        until(lambda: tree.find(name), f"'{name}' on the screen '{tree.title()}'",
              *([seconds] if seconds else []))
        seen = set()
        for _ in range(150):
            if tree.focused() == name:
                tree.key("Return")
                return
            seen.add(tree.focused())
            tree.move_focus("Tab")
        raise Trouble(f"Tab never came to '{name}', only to {sorted(seen)}")
    return press


class KeysOnly(unittest.TestCase):
    def test_whole_way(self):
        with Rig("keys-only") as rig:
            rig.start_all()
            visitor = Visitor(rig, PEOPLE[0])
            rig.tree.wait(lambda name: name)
            rig.tree.press = by_keys(rig.tree)
            visitor.walk.proceed = rig.tree.press
            visitor.arrive()
            visitor.go_through()
            visitor.send()
            visitor.see_sent(self)
            visitor.compare_request(self, rig.registered())


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
