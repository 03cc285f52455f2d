#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The service misbehaves in each way it knows, the kiosk is killed, the disk is full: nothing is
lost, nothing arrives twice, and nobody leaves without knowing."""
import os
import random
import shutil
import subprocess
import time
import unittest

from people import PEOPLE, Visitor
from rig import Rig, Trouble, until
from walk import LABEL, words

KINDS = ["refuse-connection", "slow", "drop-after-accept", "cut-body", "status-500",
         "status-503-retry-after", "status-429", "nonsense", "not-in-contract"]
# An answer that is not in the contract stops the courier with an alarm: a person must look.
STOPS = {"nonsense", "not-in-contract"}
KILLS = int(os.environ.get("KIOSK_KILLS", "50"))


def name_of(number):
    """A given name for each visit, to tell the requests apart: ANAA, ANAB, …"""
    return "ANA" + chr(65 + number // 26) + chr(65 + number % 26)


def arrivals(rig):
    """How many requests the service holds of each given name."""
    count = {}
    for entry in rig.registered():
        name = entry["request"]["holder"]["givenNames"]
        count[name] = count.get(name, 0) + 1
    return count


class Faults(unittest.TestCase):
    def test_each_fault_of_the_service(self):
        with Rig("faults") as rig:
            rig.start_all()
            for number, kind in enumerate(KINDS):
                with self.subTest(kind=kind):
                    visitor = Visitor(rig, PEOPLE[0], instead={"given-names": name_of(number)})
                    visitor.arrive()
                    visitor.go_through()
                    rig.call("PUT", "/sandbox/v1/faults",
                             [{"route": "*", "kind": kind, "times": 2}])
                    visitor.send()
                    visitor.see_an_end()
                    visitor.leave()
                    rig.call("PUT", "/sandbox/v1/faults", [])
                    if kind in STOPS:
                        rig.courier.stop()
                        rig.start_courier()
                    until(lambda: arrivals(rig).get(name_of(number)),
                          f"the request to arrive after {kind}", seconds=60)
                    until(lambda: rig.outbox_waiting() == 0, "its receipt", seconds=60)
            self.assertEqual(arrivals(rig), {name_of(n): 1 for n in range(len(KINDS))})

    def test_kiosk_killed_while_it_sends(self):
        """kill -9 at a random moment around Envoyer: what was said to be recorded arrives, once."""
        seed = int(os.environ.get("KIOSK_SEED", str(time.time_ns() % 1_000_000)))
        print(f"seed {seed}")
        chance = random.Random(seed)
        acknowledged = set()
        with Rig("kills") as rig:
            rig.start_all()
            for number in range(KILLS):
                visitor = Visitor(rig, PEOPLE[0], instead={"given-names": name_of(number)})
                visitor.arrive()
                visitor.go_through()
                visitor.send()
                time.sleep(chance.expovariate(1 / 0.03))
                try:
                    if visitor.said_recorded():
                        acknowledged.add(name_of(number))
                except Trouble:
                    pass
                rig.kiosk.kill()
                rig.start_kiosk()
            until(lambda: rig.outbox_waiting() == 0, "the outbox to empty", seconds=60)
            count = arrivals(rig)
        self.assertEqual(acknowledged - set(count), set(), "acknowledged and lost")
        self.assertEqual({n: c for n, c in count.items() if c != 1}, {}, "sent twice")
        print(f"{KILLS} kills: {len(acknowledged)} acknowledged, {len(count)} arrived")

    def test_disk_full_at_envoyer(self):
        """The disk fills up during the visit: not recorded, said so, sent once there is room."""
        with Rig("disk-full") as rig:
            rig.enrol()
            self.small_disk(rig)
            rig.start_sandbox()
            rig.start_courier()
            rig.start_kiosk()
            visitor = Visitor(rig, PEOPLE[0])
            visitor.arrive()
            visitor.go_through()
            ballast = rig.state / "ballast"
            with open(ballast, "wb", buffering=0) as stream:
                try:
                    while stream.write(b"x" * 4096):
                        pass
                except OSError:
                    pass
            visitor.send()
            rig.tree.wait(lambda name: words("screens.send.not-recorded") in name)
            self.assertEqual(rig.registered(), [])
            ballast.unlink()
            visitor.send()
            visitor.see_sent(self)
            self.assertEqual(len(rig.registered()), 1)

    def small_disk(self, rig):
        kept = rig.folder / "kept"
        shutil.move(rig.state, kept)
        rig.state.mkdir()
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=560m", "tmpfs", rig.state], capture_output=True,
            check=False).returncode == 0
        if not mounted:
            self.skipTest("a small disk can only be made with the right to mount")
        rig.at_end.append(lambda: subprocess.run(["umount", "-l", rig.state], check=False))
        shutil.copytree(kept, rig.state, dirs_exist_ok=True)


if __name__ == "__main__":
    unittest.main(verbosity=1)
