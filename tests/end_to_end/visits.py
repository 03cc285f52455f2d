#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""From Commencer to Envoyé, for three people, on real programs and a real window."""
import re
import unittest

from people import PEOPLE, Visitor
from rig import PATIENCE, Rig, until
from walk import LABEL, words

# How often Taille is pressed to come from normal letters to these (large, largest, small).
TEXT = {"smallest": 3, "largest": 2}
# Who speaks no French, and on which day.
ENGLISH = ("1080x1920", "largest", PEOPLE[1])


class Visits(unittest.TestCase):
    def whole_way(self, size, text):
        """A day at one kiosk: the three come one after the other, and each leaves with a paper."""
        with Rig(f"visits-{size}-{text}", size=size) as rig:
            rig.start_all()
            for number, name in enumerate(PEOPLE, 1):
                with self.subTest(person=name, size=size, text=text):
                    language = "en" if (size, text, name) == ENGLISH else "fr"
                    visitor = Visitor(rig, name, language=language)
                    visitor.arrive()
                    for _ in range(TEXT[text]):
                        rig.tree.press(LABEL["text-size"])
                    visitor.go_through()
                    visitor.send()
                    visitor.see_sent(self)
                    registered = rig.registered()
                    self.assertEqual(len(registered), number)
                    visitor.compare_request(self, registered)
                    visitor.compare_paper(self)
                    visitor.leave()

    def test_portrait_smallest(self):
        self.whole_way("1080x1920", "smallest")

    def test_portrait_largest(self):
        self.whole_way("1080x1920", "largest")

    def test_landscape_smallest(self):
        self.whole_way("1920x1080", "smallest")

    def test_landscape_largest(self):
        self.whole_way("1920x1080", "largest")

    def said_wait(self, courier):
        """Seconds until the next try, as the courier said last: drawn by lot, longer each time."""
        return int(re.findall(r"next-in-ms=(\d+)", "\n".join(courier.lines))[-1]) / 1000

    def test_service_down_then_back(self):
        """Down from Envoyer on: kept, with a paper; back: it leaves by itself, once."""
        with Rig("service-down") as rig:
            rig.start_all()
            visitor = Visitor(rig, PEOPLE[0])
            visitor.arrive()
            visitor.go_through()
            rig.sandbox.stop()
            visitor.send()
            rig.tree.wait(words("screens.done-kept.title"))
            paper = until(rig.papers, "the paper")[-1]
            text = rig.paper_text(paper)
            self.assertIn(words("paper.kept.title"), text)
            visitor.leave()
            rig.start_sandbox()
            until(rig.registered, "the request to leave by itself",
                  seconds=self.said_wait(rig.courier) + PATIENCE, pause=0.5)
            registered = rig.registered()
            self.assertEqual(len(registered), 1)
            visitor.compare_request(self, registered)
            until(lambda: rig.undelivered() == 0, "the receipt to be recorded")
            self.assertEqual(len(rig.registered()), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
