#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The guided try of README.md, followed to the letter on the real window.

In its table *a label* is touched, `a value` is typed and **an amount** is only read."""
import re
import unittest

from people import Visitor
from rig import ROOT, Rig, until
from walk import LABEL, Walk, words

MARK = re.compile(r"\*\*(?P<read>[^*]+)\*\*|\*(?P<touch>[^*]+)\*|`(?P<type>[^`]+)`")
DATE = re.compile(r"\d\d/\d\d/\d{4}")
MAIN = {LABEL[name] for name in ("begin", "continue", "more", "declare", "send")}
# Those that the README shows.
PICTURED = ["what-happened", "before-start", "plate"]


def told():
    """What the table says, in order: ("touch" | "type" | "read", words)."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Try it", 1)[1]
    rows = [line for line in section.split("\n##", 1)[0].splitlines() if line.startswith("| ")]
    table = next(i for i, row in enumerate(rows) if row.startswith("| ---"))
    return [(match.lastgroup, match.group(match.lastgroup))
            for row in rows[table + 1:] for match in MARK.finditer(row)]


class GuidedTry(unittest.TestCase):
    def test_leads_to_the_request_and_the_paper(self):
        with Rig("guided-try") as rig:
            rig.start_all()
            self.tree, self.walk = rig.tree, Walk(rig.tree)
            self.titles = {words(f"steps.{step}.title"): step for step in PICTURED}
            self.titles[words("screens.officers-look.ready.title")] = "officers-look"
            self.tree.wait(LABEL["begin"])
            rig.picture("guided-try-welcome")
            for kind, what in told():
                getattr(self, kind)(what)
                if (step := self.titles.pop(self.tree.title(), "")):
                    rig.picture(f"guided-try-{step}")
            visitor = Visitor(rig, "alone-with-a-code")
            visitor.see_sent(self)
            visitor.compare_request(self, rig.registered())
            visitor.compare_paper(self)
            self.assertEqual(self.titles, {})

    def touch(self, label):
        """A main button leads on by itself; after an answer, Continuer does."""
        if label not in MAIN:
            self.walk.reach(label)
            label = LABEL["continue"]
        if label == LABEL["more"]:
            self.walk.turn_pages()
        else:
            self.go_on(label)

    def type(self, value):
        if DATE.fullmatch(value):
            day, month, year = value.split("/")
            self.tree.press(str(int(day)))
            self.tree.press(words(f"labels.months.{int(month)}"))
            self.walk.type(year)
        elif value[0].isdigit() or "-" in value:
            self.walk.type(re.sub(r"[ -]", "", value))
        else:
            self.walk.type(value)
        self.go_on(LABEL["continue"])

    def read(self, text):
        self.assertIn(text.replace(" €", "\u00a0€"), self.tree.names())

    def go_on(self, label):
        title = self.tree.title()
        self.tree.press(label)
        until(lambda: self.tree.title() not in ("", title), f"what follows '{title}'")


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
