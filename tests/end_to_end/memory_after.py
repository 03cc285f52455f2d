#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What a person typed is in no memory and no file one second after their visit, however it ends."""
import json
import shutil
import time
import unittest

import memory
from people import PEOPLE, Visitor
from rig import ROOT, Rig, until
from walk import LABEL, words

# Typed through the real screen; found nowhere else in the world.
CANARIES = {"birth-surname": "ZWQXKANARIVOGEL", "given-names": "QUYZTIBALTHAZAR",
            "birth-place": "XYLOPHONVILLE", "street": "RUE DES ZYGOMATIQUES"}
WORDS = list(CANARIES.values())
# Between two looks for an end that comes by itself, in seconds.
PAUSE = 0.2


class MemoryAfterAVisit(unittest.TestCase):
    def config_with_short_patience(self, rig):
        """The same settings, with an idle time that a test can wait for."""
        rig.config = rig.folder / "config"
        shutil.copytree(ROOT / "config", rig.config)
        path = rig.config / "kiosk.json"
        settings = json.loads(path.read_text(encoding="utf-8"))
        settings["visit"] |= {"idleSeconds": 30, "warningSeconds": 20}
        path.write_text(json.dumps(settings), encoding="utf-8")

    def found(self, rig):
        hits = [("kiosk", *hit) for hit in memory.in_process(rig.kiosk.pid, WORDS)]
        hits += [("courier", *hit) for hit in memory.in_process(rig.courier.pid, WORDS)]
        # Every file of the state, and whatever the programs left in their home and elsewhere. The
        # printed paper is the person's own; the sandbox is the national service, which may know.
        for folder in ("kiosk", "home", "run", "tmp"):
            hits += memory.in_files(rig.folder / folder, WORDS, leave_out=(".pdf",))
        return hits

    def nothing_is_left(self, rig, end, ended):
        """Looks one second after the end at the latest."""
        until(lambda: rig.tree.find(LABEL["begin"]), f"a clean welcome after {end}")
        time.sleep(max(0.0, ended + 1.0 - time.monotonic()))
        self.assertEqual(self.found(rig), [], f"after {end}")

    def the_canaries_are_seen_during_the_visit(self, rig):
        """The search can fail: while the visit runs it finds what was typed."""
        seen = {word for word, _, _ in memory.in_process(rig.kiosk.pid, WORDS)}
        self.assertEqual(seen, set(WORDS))

    def visitor(self, rig):
        visitor = Visitor(rig, PEOPLE[0], instead=CANARIES)
        visitor.arrive()
        return visitor

    def test_sent(self):
        with Rig("memory-sent") as rig:
            rig.start_all()
            visitor = self.visitor(rig)
            visitor.go_through()
            self.the_canaries_are_seen_during_the_visit(rig)
            visitor.send()
            visitor.see_sent(self)
            rig.tree.press(LABEL["finish"])
            self.nothing_is_left(rig, "a request that was sent", time.monotonic())
            self.assertIn(CANARIES["birth-surname"], json.dumps(rig.registered()))

    def test_kept(self):
        with Rig("memory-kept") as rig:
            rig.start_all()
            visitor = self.visitor(rig)
            visitor.go_through()
            rig.sandbox.stop()
            visitor.send()
            rig.tree.wait(words("screens.done-kept.title"))
            rig.tree.press(LABEL["finish"])
            self.nothing_is_left(rig, "a request that was kept", time.monotonic())

    def test_walked_away(self):
        with Rig("memory-away") as rig:
            self.config_with_short_patience(rig)
            rig.start_all()
            visitor = self.visitor(rig)
            visitor.go_through(until_step="proof-postcode")
            self.the_canaries_are_seen_during_the_visit(rig)
            pid = rig.kiosk.pid
            until(lambda: rig.tree.find(LABEL["begin"]), "the end by itself", seconds=120,
                  pause=PAUSE)
            ended = time.monotonic() - PAUSE  # it may have ended just after the last look
            self.assertEqual(rig.kiosk.pid, pid)
            self.nothing_is_left(rig, "walking away", ended)
            paper = until(rig.papers, "the list of what to bring")[-1]
            self.assertIn(words("paper.list.title"), rig.paper_text(paper))

    def test_killed(self):
        with Rig("memory-killed") as rig:
            rig.start_all()
            visitor = self.visitor(rig)
            visitor.go_through(until_step="proof-postcode")
            rig.kiosk.kill()
            rig.start_kiosk()
            self.nothing_is_left(rig, "a crash", time.monotonic())


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
