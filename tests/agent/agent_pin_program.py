#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""agent-pin as a program: on a terminal and in a pipe, and the unlocking of a badge.

agent_pin_program.py BIN_DIR
"""
import json
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]) / "agent-pin"
HASH = re.compile(r"\$argon2id\$v=19\$m=49152,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}\n")


def run(*arguments, text=""):
    return subprocess.run([PROGRAM, *arguments], input=text, capture_output=True, text=True,
                          timeout=60, check=False)


class AgentPin(unittest.TestCase):
    def assert_refused(self, ran, *words):
        self.assertEqual(ran.returncode, 2, ran)
        self.assertEqual(ran.stdout, "")
        self.assertEqual(len(ran.stderr.splitlines()), 1, ran.stderr)
        for word in words:
            self.assertIn(word, ran.stderr)

    def test_a_line_of_standard_input(self):
        first, second = run(text="604913\n"), run(text="604913")
        for ran in first, second:
            self.assertEqual(ran.returncode, 0, ran.stderr)
            self.assertTrue(HASH.fullmatch(ran.stdout), ran.stdout)
        self.assertNotEqual(first.stdout, second.stdout)

    def test_what_is_tried_first_is_refused(self):
        for pin in "", "0000", "123456", "111111", "010150", "407382", "6" * 100:
            self.assert_refused(run(text=pin + "\n"), "agent-pin: ", "choose")

    def typed(self, first, second):
        """What a terminal shows, and how it ends."""
        child, terminal = pty.fork()
        if child == 0:
            try:
                os.execv(PROGRAM, [PROGRAM])
            finally:
                os._exit(127)
        shown = ""
        answers = [first, second]
        while select.select([terminal], [], [], 30)[0]:
            try:
                read = os.read(terminal, 4096)
            except OSError:
                break
            if not read:
                break
            shown += read.decode()
            if answers and shown.count(": ") == 3 - len(answers):
                os.write(terminal, answers.pop(0).encode() + b"\n")
        os.close(terminal)
        return shown, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def test_typed_twice_and_never_shown(self):
        shown, status = self.typed("604913", "604913")
        self.assertEqual(status, 0, shown)
        self.assertIn("$argon2id$", shown)
        self.assertNotIn("604913", shown)
        shown, status = self.typed("604913", "604914")
        self.assertEqual(status, 2, shown)
        self.assertIn("not the same", shown)
        self.assertNotIn("$argon2id$", shown)

    def test_unlocking(self):
        with tempfile.TemporaryDirectory(prefix="cote-a-cote-", dir="/dev/shm") as name:
            state = pathlib.Path(name)
            file = state / "badges.json"
            self.assertEqual(run("--unlock", state, "1042").returncode, 0)
            tries = json.loads(file.read_text())
            tries["badges"] = {"1042": {"misses": 15, "last": 5}, "2718": {"misses": 7, "last": 5}}
            file.write_text(json.dumps(tries))
            self.assertEqual(run("--unlock", state, "1042").returncode, 0)
            self.assertEqual(json.loads(file.read_text())["badges"],
                             {"2718": {"misses": 7, "last": 5}})
            self.assert_refused(run("--unlock", state, "10"), "badge")
            self.assert_refused(run("--unlock", state / "none", "1042"), "none", "state folder")
            file.write_text("{")
            self.assert_refused(run("--unlock", state, "1042"), "badges.json")

    def test_options(self):
        self.assertIn("--unlock", run("--help").stdout)
        self.assertRegex(run("--version").stdout, r"^agent-pin \d")
        self.assert_refused(run("--what"), "--help")
        self.assert_refused(run("--unlock", "x"), "--help")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
