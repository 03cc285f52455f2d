#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The dress rehearsal and an exercise through the real window: nothing recorded, nothing sent."""
import contextlib
import hashlib
import json
import os
import pathlib
import sqlite3
import stat
import unittest

from desk import SYLVIE, Desk
from people import PEOPLE, Visitor
from rig import ROOT, Rig, until
from walk import LABEL, words

EXERCISES = json.loads((ROOT / "config/exercises.json").read_text(encoding="utf-8"))
STOP = words("practice.stop")


def program_of(process):
    return os.path.basename(os.readlink(f"/proc/{process.pid}/exe"))


def internet_sockets(pid):
    """The sockets of this process that could reach anything beyond this machine's own files."""
    own = set()
    for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            target = os.readlink(entry)
            if target.startswith("socket:["):
                own.add(target[8:-1])
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        lines = pathlib.Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii").splitlines()
        found += [(table, line.split()[1]) for line in lines[1:] if line.split()[9] in own]
    return found


def files_open_for_writing(pid):
    found = []
    for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            regular = stat.S_ISREG(entry.stat().st_mode)
            info = pathlib.Path(f"/proc/{pid}/fdinfo/{entry.name}").read_text(encoding="ascii")
            flags = int(next(line for line in info.splitlines() if "flags" in line).split()[1], 8)
            name = os.readlink(entry)
            # What Qt shares with the X server has no name on any disk.
            if regular and flags & os.O_ACCMODE and not name.startswith(("/memfd:", "/dev/shm")):
                found.append(name)
    return found


def disk(folder):
    """Every file under it, with what it holds."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Rehearsal(unittest.TestCase):
    def recorded(self, rig):
        """How many parcels the outbox has ever had."""
        with contextlib.closing(sqlite3.connect(f"file:{rig.state}/outbox.db?mode=ro",
                                                uri=True)) as database:
            return database.execute("SELECT count(*) FROM parcel").fetchone()[0]

    def begin(self, rig):
        tree = rig.tree
        tree.press(words("labels.try-first"))
        tree.wait(words("screens.try-first.title"))
        tree.press(words("screens.try-first.start"))
        tree.wait(words("practice.banner"))
        until(lambda: program_of(rig.kiosk.process) == "kiosk-rehearsal", "the rehearsal")

    def nothing_has_left(self, rig, before):
        self.assertEqual(rig.registered(), [])
        self.assertEqual(self.recorded(rig), 0)
        self.assertEqual(rig.papers(), [])
        self.assertEqual(disk(rig.state), before)
        self.assertEqual(internet_sockets(rig.kiosk.pid), [])
        self.assertEqual(files_open_for_writing(rig.kiosk.pid), [])

    def whole_way(self, size, text):
        with Rig(f"rehearsal-{size}", size=size) as rig:
            rig.start_all()
            rig.tree.wait(LABEL["begin"])
            self.assertEqual(program_of(rig.kiosk.process), "kiosk")
            # What is looked for here is found where it is.
            self.assertTrue(internet_sockets(rig.sandbox.pid))
            for _ in range(text):
                rig.tree.press(LABEL["text-size"])
            self.begin(rig)
            before = disk(rig.state)
            visitor = Visitor(rig, PEOPLE[0])

            def each(step):
                names = rig.tree.names()
                self.assertIn(words("practice.banner"), names, step)
                self.assertNotIn(words("labels.not-sent"), names, step)
                if step == "plate":
                    plate = EXERCISES["facts"]["vehicle.registrationNumber"]
                    self.assertIn(words("practice.hint-type").replace("{value}", plate), names)
                    rig.picture(f"rehearsal-plate-{size}")
            visitor.walk.each_screen = each
            visitor.go_through()
            self.nothing_has_left(rig, before)
            rig.tree.wait(words("screens.send-tried.title"))
            visitor.send()
            rig.tree.wait(words("screens.paper-tried.picture"))
            rig.picture(f"rehearsal-paper-{size}")
            names = rig.tree.names()
            self.assertIn(words("practice.banner"), names)
            self.assertNotIn(words("labels.sent"), names)
            self.nothing_has_left(rig, before)
            rig.tree.press(LABEL["continue"])
            rig.tree.wait(words("practice.over.title"))
            rig.picture(f"rehearsal-over-{size}")
            self.nothing_has_left(rig, before)
            self.with_their_own_papers(rig, text)

    def with_their_own_papers(self, rig, text):
        """Straight to the first question, in another process, with the letters they had."""
        rig.tree.press(words("practice.over.visit"))
        until(lambda: program_of(rig.kiosk.process) == "kiosk", "the real visit")
        visitor = Visitor(rig, PEOPLE[0])
        visitor.walk.arrive(visitor.script[0][0])
        self.assertNotIn(words("practice.banner"), rig.tree.names())
        self.assertIn(words("labels.not-sent"), rig.tree.names())
        self.assertEqual(rig.tree.description(LABEL["text-size"]),
                         words(f"labels.text-size-value.{1 + text}"))
        visitor.go_through()
        visitor.send()
        visitor.see_sent(self)
        self.assertEqual(len(rig.registered()), 1)
        visitor.compare_request(self, rig.registered())
        visitor.compare_paper(self)
        visitor.leave()
        self.assertEqual(rig.tree.description(LABEL["text-size"]),
                         words("labels.text-size-value.1"))

    def test_portrait_normal(self):
        self.whole_way("1080x1920", 0)

    def test_landscape_largest(self):
        self.whole_way("1920x1080", 2)

    def test_left_at_once(self):
        """"Arrêter l’essai", then "J’ai fini": a clean welcome."""
        with Rig("rehearsal-left") as rig:
            rig.start_all()
            rig.tree.press(LABEL["text-size"])
            self.begin(rig)
            before = disk(rig.state)
            rig.tree.press(words("labels.sheet"))
            rig.tree.wait(words("practice.title"))
            rig.tree.press(STOP)
            rig.tree.wait(words("practice.over.title"))
            self.nothing_has_left(rig, before)
            rig.tree.press(words("practice.over.finish"))
            rig.tree.wait(LABEL["begin"])
            until(lambda: program_of(rig.kiosk.process) == "kiosk", "the kiosk")
            self.assertNotIn(words("practice.banner"), rig.tree.names())
            self.assertEqual(rig.tree.description(LABEL["text-size"]),
                             words("labels.text-size-value.1"))

    def test_an_agent_is_really_called(self):
        """Not from the rehearsal: it is left, and the call goes out from the kiosk."""
        with Rig("rehearsal-call") as rig:
            rig.start_all()
            self.begin(rig)
            rig.tree.press(LABEL["call-agent"])
            rig.tree.wait(words("screens.call-tried.title"))
            self.assertFalse((rig.state / "call.json").exists())
            rig.tree.press(words("screens.call-tried.call"))
            until(lambda: program_of(rig.kiosk.process) == "kiosk", "the kiosk")
            until(lambda: (rig.state / "call.json").exists(), "the call on the disk")

    def test_an_exercise(self):
        """By badge and PIN at the welcome; left half done, it says kindly what the case asked."""
        with Rig("exercise") as rig:
            rig.enrol()
            rig.start_sandbox()
            rig.start_courier()
            desk = Desk(rig)
            rig.start_kiosk()
            tree = rig.tree
            tree.press(words("labels.try-first"))
            tree.press(words("labels.i-am-agent"))
            tree.wait(words("panel.badge.number"))
            for part in (SYLVIE["badge"], SYLVIE["pin"]):
                for digit in part:
                    tree.press(digit)
                tree.press(LABEL["continue"])
            tree.wait(words("panel.leave"))
            first = EXERCISES["exercises"][0]["id"]
            tree.press(words(f"exercises.{first}.title"))
            tree.wait(words(f"exercises.{first}.aim"))
            until(lambda: program_of(rig.kiosk.process) == "kiosk-rehearsal", "the exercise")
            self.assertIn(words("practice.banner-exercise"), tree.names())
            before = disk(rig.state)
            rig.picture("exercise-case")
            tree.press(LABEL["continue"])
            Visitor(rig, PEOPLE[0]).go_through("have-proof")
            tree.press(words("labels.sheet"))
            tree.press(words("practice.stop-exercise"))
            tree.wait(words("practice.over.some"))
            self.assertTrue(any(words("practice.misses.not-asked")[:16] in name
                                for name in tree.names()))
            rig.picture("exercise-over")
            self.nothing_has_left(rig, before)
            tree.press(words("practice.over.finish"))
            tree.wait(LABEL["begin"])
            self.assertTrue(desk.journal_is_sound())


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
