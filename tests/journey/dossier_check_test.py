#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""dossier-check as its callers see it: order, invalid lines, exit status, bad calls."""
import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1)
DRAW = sys.argv.pop(1)
READY = json.loads((ROOT / "tests/journey/data/ready.json").read_text(encoding="utf-8"))
READY_VERDICT = {"verdict": "ready", "findings": [], "deadline": "2026-12-10"}


def late():
    request = copy.deepcopy(READY)
    request["requestDate"] = "2026-12-11"
    return request


def no_paper():
    return {**READY, "documents": []}


def lines(*requests):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in requests)


def run(*options, feed=""):
    done = subprocess.run([PROGRAM, *map(str, options)], input=feed.encode("utf-8")
                          if isinstance(feed, str) else feed, capture_output=True, timeout=30,
                          check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class DossierCheck(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def verdicts(self, text):
        return [json.loads(line) for line in text.splitlines()]

    def test_the_invented_requests_one_verdict_each_in_order(self):
        drawn = subprocess.run([DRAW, "--labels"], capture_output=True, timeout=60, check=True)
        labels = [json.loads(line) for line in drawn.stdout.splitlines()]
        feed = lines(*(label["request"] for label in labels), no_paper())
        _, out, err = run("-", feed=feed)
        self.assertEqual(err, "")
        verdicts = self.verdicts(out)
        self.assertEqual(len(verdicts), len(labels) + 1)
        self.assertEqual(verdicts[-1]["verdict"], "not-yet")
        judged = 0
        for label, verdict in zip(labels, verdicts):
            if verdict["verdict"] == "invalid":  # a procedure that is not there
                continue
            judged += 1
            codes = {finding["code"] for finding in verdict["findings"]}
            self.assertEqual("honour-missing" in codes, "honour-missing" in label["refusals"])
        self.assertGreater(judged, 300)

    def refused(self, *options, about=()):
        status, out, err = run(*options)
        self.assertEqual(status, 2, err)
        self.assertEqual(out, "")
        self.assertEqual(len(err.splitlines()), 1, err)
        for word in ("dossier-check", *about):
            self.assertIn(str(word), err)

    def test_the_example(self):
        status, out, err = run("-", feed=lines(READY))
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(out, '{"verdict":"ready","findings":[],"deadline":"2026-12-10"}\n')

    def test_order_is_kept_over_files(self):
        first = self.file("first.jsonl", lines(READY, late(), no_paper()))
        second = self.file("second.jsonl", lines(no_paper(), READY).rstrip("\n"))
        status, out, _ = run(first, "-", second, feed=lines(late()))
        self.assertEqual(status, 0)
        self.assertEqual([v["verdict"] for v in self.verdicts(out)],
                         ["ready", "ready-but", "not-yet", "ready-but", "not-yet", "ready"])

    def test_invalid_lines_do_not_stop_the_run(self):
        odd = ["{", "[]", "5", "null", '"x"', "{}", '{"procedure": 1}',
               '{"procedure": "change-of-holder"', "\x00", "", "   ", "1e999",
               '{"procedure": "tea"}', '{"procedure": "selling-a-boat"}', "[" * 100000]
        feed = "\n".join(odd) + "\n" + lines(READY)
        status, out, err = run("-", feed=feed)
        self.assertEqual((status, err), (1, ""))
        verdicts = self.verdicts(out)
        self.assertEqual(len(verdicts), len(odd) + 1)
        for verdict in verdicts[:-1]:
            self.assertEqual(verdict["verdict"], "invalid")
            self.assertTrue(verdict["error"])
        self.assertEqual(verdicts[-1], READY_VERDICT)
        self.assertIn("selling-a-boat", verdicts[13]["error"])

    def test_bytes_that_are_no_text(self):
        broken = lines(READY).encode("utf-8").replace(b"DURAND", b"DUR\xff\xfeAND", 1)
        status, out, _ = run("-", feed=broken + lines(READY).encode("utf-8"))
        self.assertEqual(status, 1)
        self.assertEqual([v["verdict"] for v in self.verdicts(out)], ["invalid", "ready"])

    def test_line_ends(self):
        feed = lines(READY).replace("\n", "\r\n") + json.dumps(READY)
        status, out, _ = run("-", feed=feed)
        self.assertEqual((status, self.verdicts(out)), (0, [READY_VERDICT] * 2))
        self.assertEqual(run("-", feed=""), (0, "", ""))

    def test_long_lines(self):
        padded = json.dumps({**READY, "note": "x" * 900_000})
        endless = json.dumps({**READY, "note": "x" * 5_000_000})
        status, out, _ = run("-", feed=f"{padded}\n{endless}\n{lines(READY)}{endless}")
        self.assertEqual(status, 1)
        self.assertEqual([v["verdict"] for v in self.verdicts(out)],
                         ["ready", "invalid", "ready", "invalid"])

    def test_today(self):
        undated = {key: value for key, value in READY.items() if key != "requestDate"}
        for day, verdict in {"2026-11-20": "ready", "2026-12-11": "ready-but",
                             "2027-11-20": "not-yet"}.items():
            for option in (["--today", day], [f"--today={day}"]):
                status, out, _ = run(*option, "-", feed=lines(undated))
                self.assertEqual((status, self.verdicts(out)[0]["verdict"]), (0, verdict))

    def test_config(self):
        self.assertEqual(run("--config", ROOT / "config", "-", feed=lines(READY))[0], 0)
        delays = json.loads((ROOT / "config/delays.json").read_text(encoding="utf-8"))
        for delay in delays["delays"]:
            if delay["id"] == "proof-of-address-months":
                delay["figure"] = 2
        self.file("delays.json", json.dumps(delays))
        _, out, _ = run("--config", self.folder, "-", feed=lines(READY))
        self.assertEqual(self.verdicts(out)[0]["findings"][0]["code"], "proof-of-address-too-old")

    def test_bad_configuration(self):
        self.refused("--config", self.folder / "nowhere", "-", about=["nowhere/delays.json"])
        for text, place in {"": "empty", "{": "too early", "[]": "delays.json", "{}": "delays",
                            '{"delays": 5}': "/delays", "\xff": "no JSON",
                            '{"delays": [{"id": "tea"}]}': "/delays/0"}.items():
            self.file("delays.json", text)
            self.refused("--config", self.folder, "-", about=["delays.json", place])
        (self.folder / "delays.json").unlink()
        (self.folder / "delays.json").mkdir()
        self.refused("--config", self.folder, "-", about=["delays.json"])

    def test_bad_calls(self):
        good = self.file("good.jsonl", lines(READY))
        self.refused()
        self.refused("--colour", good, about=["--colour"])
        self.refused("-x", good, about=["-x"])
        self.refused("--today", about=["--today"])
        self.refused("--config", about=["--config"])
        self.refused("--config=", good, about=["--config"])
        for day in ("2026-13-01", "20/11/2026", "", "tomorrow"):
            self.refused("--today", day, good, about=["--today"])
        self.refused(good, self.folder / "absent.jsonl", about=["absent.jsonl"])
        self.refused(self.folder, about=[self.folder])

    def test_standard_output_is_full(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "-"], input=lines(READY).encode(), stdout=full,
                                  stderr=subprocess.PIPE, timeout=30, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_a_pipe_gets_its_answer_at_once(self):
        with subprocess.Popen([PROGRAM, "-"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as program:
            for _ in range(3):
                program.stdin.write(lines(READY).encode())
                program.stdin.flush()
                self.assertEqual(json.loads(program.stdout.readline()), READY_VERDICT)
            program.stdin.close()
            self.assertEqual(program.wait(30), 0)

    def test_help_and_version(self):
        for option in ("--help", "--version"):
            status, out, err = run(option)
            self.assertEqual((status, err), (0, ""))
            self.assertIn("dossier-check", out)


if __name__ == "__main__":
    unittest.main()
