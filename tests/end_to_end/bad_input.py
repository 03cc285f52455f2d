#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Bad settings, bad options, a full or read-only disk, a taken port, a clock of 1970: one clear
line each, exit status 2 where nothing can be done, and nothing lost."""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import unittest

from rig import BIN, ROOT, Rig

LIMIT = 20
WITHOUT_ROOTS_RIGHTS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
TARIFF = sorted((ROOT / "config/tariffs").glob("*.json"))[-1].name
SETTINGS = ["kiosk.json", "reception.json", "parts/address.json",
            "procedures/change-of-holder.json", "text/fr.json", f"tariffs/{TARIFF}"]


def half(path):
    path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])


def nothing(path):
    path.write_bytes(b"")


def a_list(path):
    path.write_text("[1, 2, 3]", encoding="utf-8")


def noise(path):
    path.write_bytes(bytes(range(256)) * 40)


def a_folder(path):
    path.unlink()
    path.mkdir()


def deep(path):
    path.write_text("[" * 100_000, encoding="utf-8")


SPOILERS = {"absent": pathlib.Path.unlink, "empty": nothing, "half": half, "list": a_list,
            "noise": noise, "folder": a_folder, "deep": deep}

ABSURD = {
    "idle of minus a year": ("kiosk.json", ["visit", "idleSeconds"], -31_536_000),
    "idle in words": ("kiosk.json", ["visit", "idleSeconds"], "five minutes"),
    "a thousand pixels to a millimetre": ("kiosk.json", ["screen", "pixelsPerMillimetre"], 1000),
    "no place": ("kiosk.json", ["place"], None),
    "an hour of 25": ("kiosk.json", ["desk", "hours", 0, "from"], "25:00"),
    "a service by telephone": ("kiosk.json", ["national", "url"], "tel:0353011234"),
    "an unknown word": ("kiosk.json", ["colour"], "blue"),
    "a name with a newline": ("kiosk.json", ["kioskId"], "a\nb"),
    "a part that nobody wrote": ("procedures/change-of-holder.json", ["steps", 0, "part"], "tea"),
    "a start that is no step": ("procedures/change-of-holder.json", ["start"], "nowhere"),
    "a version in words": ("procedures/change-of-holder.json", ["version"], "one"),
}


def change(path, keys, value):
    document = json.loads(path.read_text(encoding="utf-8"))
    place = document
    for key in keys[:-1]:
        place = place[key]
    if value is None:
        del place[keys[-1]]
    else:
        place[keys[-1]] = value
    path.write_text(json.dumps(document), encoding="utf-8")


class BadInput(unittest.TestCase):
    def setUp(self):
        self.stack = contextlib.ExitStack()
        self.addCleanup(self.stack.close)
        self.rig = self.stack.enter_context(Rig("bad-input", screen=False))
        self.rig.environment |= {"QT_QPA_PLATFORM": "offscreen"}
        self.rig.service = "https://127.0.0.1:9"
        self.folder = self.rig.folder
        self.config = self.folder / "config"

    def fresh_config(self):
        shutil.rmtree(self.config, ignore_errors=True)
        shutil.copytree(ROOT / "config", self.config)
        self.rig.config = self.config

    def one_line(self, command, *, about=(), status=2, prefix=()):
        """Runs it: it must end by itself, with this status and one line on stderr."""
        run = subprocess.run([*prefix, *map(str, command)], env=self.rig.environment,
                             capture_output=True, text=True, errors="replace", timeout=LIMIT,
                             check=False)
        told = f"{' '.join(map(str, command))}\nstatus {run.returncode}\n{run.stderr}"
        self.assertEqual(run.returncode, status, told)
        lines = run.stderr.strip().splitlines()
        self.assertEqual(len(lines), 1, told)
        self.assertLess(len(lines[0]), 600, told)
        for word in about:
            self.assertIn(str(word), lines[0], told)
        return lines[0]

    def kiosk(self):
        return self.rig.kiosk_command()

    def courier(self):
        return [BIN / "courier", "--config", self.config, "--state", self.rig.state, "--service",
                self.rig.service, "--once"]

    def test_spoilt_settings(self):
        self.rig.enrol()
        for name in SETTINGS:
            for spoiler in SPOILERS:
                with self.subTest(name=name, spoiler=spoiler):
                    self.fresh_config()
                    SPOILERS[spoiler](self.config / name)
                    self.one_line(self.kiosk(), about=[pathlib.Path(name).name])
                    if name == "kiosk.json":
                        self.one_line(self.courier(), about=["kiosk.json"])

    def test_absurd_settings(self):
        self.rig.enrol()
        for what, (name, keys, value) in ABSURD.items():
            with self.subTest(what=what):
                self.fresh_config()
                change(self.config / name, keys, value)
                self.one_line(self.kiosk(), about=[pathlib.Path(name).name])

    def test_no_settings_at_all(self):
        self.rig.config = self.folder / "nowhere"
        self.config = self.rig.config
        self.one_line(self.kiosk(), about=["nowhere"])
        self.one_line(self.courier(), about=["nowhere"])

    def test_unreadable_settings(self):
        self.rig.enrol()
        self.fresh_config()
        (self.config / "kiosk.json").chmod(0)
        for command in (self.kiosk(), self.courier()):
            self.one_line(command, about=["kiosk.json"], prefix=WITHOUT_ROOTS_RIGHTS)

    def test_options(self):
        for program, options in {
                "kiosk": (["--windowed", "0x0"], ["--windowed", "wide"], ["--today", "2026-02-30"],
                          ["--language", "xx"], ["--colour"], ["--config"],
                          ["--print-graph", "tea"], ["surplus"]),
                "courier": (["--colour"], ["--state"], ["surplus"]),
                "sandbox": (["--port", "70000"], ["--port", "one"], ["--today", "yesterday"],
                            ["--colour"], ["surplus"]),
                "dossier-check": (["--today", "2026-13-01"], ["--colour"], [],
                                  [str(self.folder / "absent.jsonl")])}.items():
            for option in options:
                with self.subTest(program=program, option=option):
                    self.one_line([BIN / program, *option])

    def test_help_and_version(self):
        for program in ("kiosk", "courier", "sandbox", "dossier-check"):
            for option in ("--help", "--version"):
                with self.subTest(program=program, option=option):
                    run = subprocess.run([BIN / program, option], env=self.rig.environment,
                                         capture_output=True, text=True, timeout=LIMIT, check=False)
                    self.assertEqual(run.returncode, 0, run.stderr)
                    self.assertIn(program, run.stdout)
                    self.assertEqual(run.stderr, "")

    def test_port_in_use(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.rig.enrol()
            self.one_line([BIN / "sandbox", "--port", port, "--state", self.folder / "sandbox"],
                          about=[port])

    def test_not_enrolled(self):
        self.fresh_config()
        self.one_line(self.courier())

    def test_state_that_cannot_be_written(self):
        self.fresh_config()
        file = self.folder / "a-file"
        file.write_text("", encoding="utf-8")
        self.rig.state = file / "state"
        self.one_line(self.courier(), about=["a-file"])
        self.rig.state = self.folder / "read-only"
        self.rig.state.mkdir(mode=0o500)
        self.one_line(self.courier(), about=["read-only"], prefix=WITHOUT_ROOTS_RIGHTS)

    def test_full_disk_before_the_first_start(self):
        disk = self.folder / "disk"
        disk.mkdir()
        self.fresh_config()
        if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk],
                                          capture_output=True, check=False).returncode:
            self.skipTest("a small disk can only be made with the right to mount")
        self.stack.callback(subprocess.run, ["umount", "-l", disk], check=False)
        (disk / "ballast").write_bytes(b"x" * 4096 * 3)
        self.rig.state = disk / "kiosk"
        self.one_line([BIN / "courier", "--config", self.config, "--state", self.rig.state,
                       "--provision"])

    def test_clock_of_1970(self):
        """The machine woke up in 1970: certificates are not valid yet; nothing is lost or sent."""
        self.fresh_config()
        self.rig.enrol()
        self.rig.start_sandbox()
        before = sorted(p.name for p in self.rig.state.rglob("*") if p.is_file())
        run = subprocess.run(["faketime", "-m", "1970-01-02 00:00:00", *map(str, self.courier())],
                             env=self.rig.environment | {"DONT_FAKE_MONOTONIC": "1"},
                             capture_output=True, text=True, timeout=LIMIT, check=False)
        self.assertIn(run.returncode, (0, 1, 2), run.stderr)
        self.assertLessEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        after = sorted(p.name for p in self.rig.state.rglob("*") if p.is_file())
        self.assertLessEqual(set(before), set(after))


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    unittest.main(verbosity=2, warnings="ignore")
