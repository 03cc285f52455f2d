# SPDX-License-Identifier: Apache-2.0
"""A further procedure is a pull request of one JSON file, one block of texts in each language and
one journey with the request that it makes: thirteenth/ holds such a one. It is put into a copy of
the tree, and the programs as they are built, tests included, are run on that copy. Whatever else
were needed (a word in C++, in the contract, in another file of config/) fails here."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CHANGE = SOURCE / "tests/config/thirteenth"
sys.path.insert(0, str(SOURCE / "tests/sandbox"))
from kiosk_double import Client, Kiosk, Parcel, Sandbox  # noqa: E402

BIN = pathlib.Path("build/bin")
PROCEDURE = "config/procedures/transformed-vehicle.json"
TEXTS = ("config/text/en.json", "config/text/fr.json")
JOURNEY = "tests/journeys/van-made-a-camper.json"
REQUEST = "tests/journeys/van-made-a-camper.request.json"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def merge(texts, block):
    for key, value in block.items():
        if isinstance(value, dict):
            merge(texts.setdefault(key, {}), value)
        else:
            assert key not in texts, f"{key} is there already"
            texts[key] = value


def tree_in(folder):
    """The project with the change: config/ and the journeys copied, all else linked."""
    for entry in SOURCE.iterdir():
        if entry.name not in ("config", "tests"):
            (folder / entry.name).symlink_to(entry)
    shutil.copytree(SOURCE / "config", folder / "config")
    (folder / "tests").mkdir()
    for entry in (SOURCE / "tests").iterdir():
        if entry.name != "journeys":
            (folder / "tests" / entry.name).symlink_to(entry)
    shutil.copytree(SOURCE / "tests/journeys", folder / "tests/journeys")
    for path in (PROCEDURE, JOURNEY, REQUEST):
        shutil.copy(CHANGE / path, folder / path)
    for path in TEXTS:
        texts = read(folder / path)
        merge(texts, read(CHANGE / path))
        (folder / path).write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


class Thirteenth(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="thirteenth-")
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)
        tree_in(self.tree)

    def run_on_tree(self, program, *arguments, text=None):
        return subprocess.run([BIN / program, *arguments], input=text, capture_output=True,
                              text=True, env={**os.environ, "KIOSK_TREE": str(self.tree)},
                              timeout=120, check=False)

    def passes(self, program, tests, least):
        run = self.run_on_tree(program, f"--gtest_filter={tests}")
        self.assertEqual(run.returncode, 0, run.stdout[-4000:] + run.stderr)
        passed = int(run.stdout.rsplit("[  PASSED  ] ", 1)[1].split()[0])
        self.assertGreaterEqual(passed, least, f"{program} {tests}")

    def judged(self, request):
        run = self.run_on_tree("dossier-check", "--config", str(self.tree / "config"), "-",
                               text=json.dumps(request) + "\n")
        self.assertEqual(run.returncode, 0, run.stderr)
        verdict = json.loads(run.stdout)
        return verdict["verdict"], [finding["code"] for finding in verdict["findings"]]

    def test_it_is_one_procedure_one_block_of_texts_and_one_journey(self):
        files = {str(path.relative_to(CHANGE)) for path in CHANGE.rglob("*") if path.is_file()}
        self.assertEqual(files, {PROCEDURE, *TEXTS, JOURNEY, REQUEST})

    def test_the_readme_shows_them(self):
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        shown = [block.split("\n```", 1)[0] for block in readme.split("```json\n")[1:]]
        for path in (PROCEDURE, "config/text/en.json", JOURNEY):
            whole = (CHANGE / path).read_text(encoding="utf-8")
            self.assertTrue(any(self.is_part(block, whole) for block in shown), path)

    @staticmethod
    def is_part(shown, whole):
        """What stands between lines of "…" is in the file, in that order."""
        place = 0
        for piece in ("\n" + shown + "\n").split("\n…\n"):
            place = whole.find(piece.strip("\n"), place)
            if place < 0:
                return False
        return True

    def test_every_file_of_config_is_taken_and_every_word_is_shown(self):
        self.passes("config_test",
                    "Files/*:Languages/Words.*:Schemas.*:Exercises.*:Procedures.*", 100)
        style = subprocess.run(
            [sys.executable, SOURCE / "tests/config/words_style_test.py", self.tree / "config/text",
             SOURCE / "tests/config/style", "fr"], capture_output=True, text=True, check=False)
        self.assertEqual(style.returncode, 0, style.stdout + style.stderr)

    def test_the_reception_leads_to_it(self):
        self.passes("journeys_test", "Reception.*", 6)

    def test_its_journey_makes_its_request(self):
        self.passes("journeys_test", "*van_made_a_camper*", 2)

    def test_every_way_of_it_ends_with_a_paper(self):
        self.passes("every_way_test", "*/transformed_vehicle", 1)
        self.passes("every_end_test", "*/transformed_vehicle", 1)

    def test_the_officer_reads_it(self):
        good = read(CHANGE / REQUEST)
        self.assertEqual(self.judged(good), ("ready", []))
        late = dict(good, requestDate="2026-12-03")
        self.assertEqual(self.judged(late), ("ready-but", ["request-late"]))
        papers = [one for one in good["documents"] if one["kind"] != "conformity-certificate"]
        self.assertEqual(self.judged(dict(good, documents=papers)),
                         ("not-yet", ["conformity-missing"]))

    def test_it_is_drawn(self):
        for procedure in ("transformed-vehicle", "all"):
            run = self.run_on_tree("kiosk", "--config", str(self.tree / "config"),
                                   "--language", "en", "--print-graph", procedure)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn("digraph", run.stdout)
            self.assertIn("have-approval", run.stdout)

    def test_contract_and_centre_take_it(self):
        self.passes("agreement_test", "Agreement.aboutWhatPeopleSend", 1)
        with tempfile.TemporaryDirectory() as state:
            sandbox = Sandbox(str(BIN / "sandbox"), state)
            self.addCleanup(lambda: self.assertEqual(sandbox.end(), (0, "")))
            parcel = Parcel(Kiosk(state), read(CHANGE / REQUEST))
            status, receipt, _ = Client(sandbox.port).send(parcel)
            self.assertEqual(status, 200, receipt)
            answer = parcel.check_receipt(receipt)
            self.assertEqual((answer["status"], answer.get("totalCents")), ("under-review", None))
            self.assertEqual(sandbox.control("GET", "requests")[1][0]["request"]["procedure"],
                             "transformed-vehicle")
            self.doCleanups()

    def test_what_lacks_is_told(self):
        texts = read(self.tree / TEXTS[0])
        del texts["steps"]["have-approval"]["title"]
        (self.tree / TEXTS[0]).write_text(json.dumps(texts), encoding="utf-8")
        run = self.run_on_tree("config_test", "--gtest_filter=Languages/Words.AreThose*")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("steps.have-approval.title", run.stdout)
        procedure = read(self.tree / PROCEDURE)
        del procedure["reception"]
        (self.tree / PROCEDURE).write_text(json.dumps(procedure), encoding="utf-8")
        run = self.run_on_tree("journeys_test", "--gtest_filter=Reception.*")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("transformed-vehicle", run.stdout)


if __name__ == "__main__":
    BIN = pathlib.Path(sys.argv.pop(1))
    unittest.main()
