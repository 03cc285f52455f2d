#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""journal-verify as a program: makes an auditor and a journal, and tells what was changed.

journal_program.py BIN_DIR
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BIN = pathlib.Path(sys.argv[1])


def run(*arguments):
    return subprocess.run([BIN / "journal-verify", *arguments], capture_output=True, text=True,
                          timeout=60, check=False)


class JournalVerify(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="cote-a-cote-", dir="/dev/shm")
        self.addCleanup(folder.cleanup)
        self.secret = pathlib.Path(folder.name) / "auditor.json"
        self.journal = pathlib.Path(folder.name) / "state" / "journal"
        self.file = self.journal / "acts-0000000000.jsonl"

    def provision(self):
        ran = run("--provision", "--secret", self.secret, self.journal)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return ran.stdout

    def record(self, count):
        subprocess.run([BIN / "record-acts", self.journal, str(count)], check=True)

    def verify(self, *more):
        ran = run("--secret", self.secret, self.journal, *more)
        self.assertEqual(ran.stderr, "")
        return ran.returncode, ran.stdout

    def assert_refused(self, ran, *words):
        self.assertEqual((ran.returncode, ran.stdout), (2, ""), ran)
        self.assertEqual(len(ran.stderr.splitlines()), 1, ran.stderr)
        for word in words:
            self.assertIn(word, ran.stderr)

    def test_sound_then_changed(self):
        self.assertRegex(self.provision(), r"^head [0-9a-f]{64}\n$")
        self.assertEqual(self.provision(), "", "provisioned a second time")
        self.assertEqual(self.secret.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.verify(), (0, "sound: 0 entries\n"))
        self.record(12)
        self.assertEqual(self.verify(), (0, "sound: 12 entries\n"))
        text = self.file.read_text()
        self.file.write_text(text.replace('"n":7,"visit":"', '"n":7,"visit":"x', 1))
        status, told = self.verify()
        self.assertEqual(status, 1)
        self.assertIn("acts-0000000000.jsonl: line 8: altered: entry 7", told)
        lines = text.splitlines(keepends=True)
        self.file.write_text("".join(lines[:3] + lines[5:]))
        status, told = self.verify()
        self.assertEqual(status, 1)
        self.assertIn("line 4: missing: entries 3 to 4", told)
        self.file.write_text("".join(lines[:9]))
        status, told = self.verify()
        self.assertEqual(status, 1)
        self.assertIn("key: end: entries 9 to 11", told)
        self.file.write_text(text)
        self.assertEqual(self.verify()[0], 0)

    def test_a_copy_put_back_is_found_by_who_remembers(self):
        self.provision()
        self.record(3)
        copy = self.journal.with_name("copy")
        shutil.copytree(self.journal, copy)
        self.record(4)
        self.assertEqual(self.verify("--remember")[0], 0)
        self.record(2)
        self.assertEqual(self.verify()[0], 0)
        shutil.rmtree(self.journal)
        copy.rename(self.journal)
        status, told = self.verify("--remember")
        self.assertEqual(status, 1)
        self.assertIn("put back", told)
        self.assertEqual(self.verify()[0], 1, "what was not sound was remembered")

    def test_a_journal_that_nobody_vouched_for(self):
        self.provision()
        other = self.secret.with_name("other.json")
        elsewhere = self.journal.with_name("elsewhere")
        run("--provision", "--secret", other, elsewhere)
        key = json.loads(self.secret.read_text())["publicKey"]
        shutil.rmtree(self.journal)
        ran = run("--provision", "--auditor", key, self.journal)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        head = ran.stdout.split()[1]
        status, told = self.verify()
        self.assertEqual(status, 1, told)
        self.assertIn("head.json: beginning", told)
        self.assertEqual(self.verify("--head", head, "--remember")[0], 0)
        self.assertEqual(self.verify()[0], 0, "what was vouched for and remembered")

    def test_options(self):
        self.assertIn("--remember", run("--help").stdout)
        self.assertRegex(run("--version").stdout, r"^journal-verify \d")
        self.assert_refused(run(), "--help")
        self.assert_refused(run(self.journal), "--secret")
        self.assert_refused(run("--provision", self.journal), "--auditor")
        self.assert_refused(run("--provision", "--auditor", "x", self.journal), "--auditor")
        self.assert_refused(run("--secret", self.secret, self.journal), "auditor.json")
        self.secret.write_text("{}")
        self.assert_refused(run("--secret", self.secret, self.journal), "auditor.json")
        self.secret.unlink()
        self.provision()
        self.assert_refused(run("--secret", self.secret, self.journal / "none"), "none")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
