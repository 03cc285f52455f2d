#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Each procedure once, from Commencer through the reception to Envoyé, with its request and paper.

The people are those of tests/journeys. Half of the procedures on a portrait screen, half on a
landscape one; `procedures.py Portrait` or `procedures.py Landscape` walks through one half."""
import dataclasses
import unittest

from people import Visitor
from rig import ROOT, Rig
from walk import LABEL, words

# How often Taille is pressed to come from normal letters to these.
TEXT = {"normal": 0, "large": 1, "largest": 2, "smallest": 3}


@dataclasses.dataclass(frozen=True)
class Visit:
    """Who comes, and what the service gives beside its reference."""
    journey: str
    text: str
    gives: str = ""
    instead: dict = dataclasses.field(default_factory=dict)


PORTRAIT = {
    "duplicate": Visit("damaged-certificate-with-an-old-plate", "largest", "new-plate"),
    "sale-declaration": Visit("sold-to-a-person", "normal", "transfer-code"),
    "inheritance": Visit("widow-keeps-the-car", "large"),
    "withdrawal": Visit("car-withdrawn", "smallest", instead={"plate": "123 ABC 45"}),
    "change-of-holder": Visit("motorcycle-of-four-years", "normal"),
    # Right after the request of the same motorcycle, for which the centre wants a paper.
    "answer-the-centre": Visit("centre-asks-for-a-bill", "largest"),
}
LANDSCAPE = {
    "change-of-address": Visit("moved-and-sold", "normal"),
    "change-of-name": Visit("name-after-a-marriage", "smallest"),
    "co-holder": Visit("spouse-added-within-the-month", "largest"),
    "error-correction": Visit("name-misspelt-by-the-administration", "large"),
    "new-vehicle": Visit("new-electric-car-of-a-couple", "normal", "new-plate"),
    "imported-vehicle": Visit("car-from-germany", "largest", "new-plate"),
}


class Procedures:
    """One half of them: the people come one after the other to the same kiosk."""
    size = ""
    visits = {}

    @classmethod
    def setUpClass(cls):
        cls.rig = cls.enterClassContext(Rig(cls.__name__.lower(), size=cls.size))
        cls.rig.start_all()
        cls.pictured = set()

    def setUp(self):
        self.is_over = False

    def tearDown(self):
        """A visit that went wrong leaves a clean welcome to the next one."""
        if not self.is_over:
            self.rig.picture(f"failed-{self.id()}")
            self.rig.kiosk.kill()
            self.rig.start_kiosk()

    def picture(self, kind):
        """The first screen of each kind."""
        if kind not in self.pictured:
            self.pictured.add(kind)
            self.rig.picture(f"procedures-{self.size}-{kind}")

    def picture_step(self, visitor, step):
        data = visitor.walk.steps[step]
        kind = data["answer"] + ("-" + data["keys"] if "keys" in data else "")
        # What opens a procedure and the list of its papers are those of the case.
        self.picture(f"{kind}-{visitor.procedure}" if kind == "papers" else kind)

    def whole_way(self, procedure):
        visit = self.visits[procedure]
        instead = dict(visit.instead)
        if procedure == "answer-the-centre":
            instead["answer-reference"] = self.centre_asks("proof-of-address")
        visitor = Visitor(self.rig, visit.journey, instead=instead)
        self.assertEqual(visitor.procedure, procedure)
        visitor.arrive()
        for _ in range(TEXT[visit.text]):
            self.rig.tree.press(LABEL["text-size"])
        self.one_request(visitor, visit.gives)
        if visitor.has_more:
            visitor.go_on()
            self.one_request(visitor, "transfer-code")
        visitor.leave()
        self.is_over = True

    def one_request(self, visitor, gives):
        """Everything is answered and sent; the service, the screen and the paper tell the same."""
        visitor.walk.each_screen = lambda step: self.picture_step(visitor, step)
        before = len(self.rig.registered())
        visitor.go_through()
        visitor.send()
        visitor.see_sent(self)
        self.picture(f"done-{gives or 'sent'}{'-then' if visitor.has_more else ''}")
        registered = self.rig.registered()
        self.assertEqual(len(registered), before + 1)
        newest = visitor.compare_request(self, registered)
        self.assertEqual((newest["status"], newest["asked"]), ("under-review", []))
        given = self.rig.given(newest["requestId"])
        self.assertEqual(list(given), [gives] if gives else [])
        names = self.rig.tree.names()
        for word in (newest["reference"], *given.values()):
            self.assertTrue(any(word in name for name in names), f"{word} is not in {names}")
        visitor.compare_paper(self)

    def centre_asks(self, paper):
        """The centre wants a paper for the newest request; the reference that is on its letter."""
        newest = max(self.rig.registered(), key=lambda entry: entry["requestId"])
        asked = [{"code": "document-missing", "field": None, "document": paper}]
        self.rig.call("POST", f"/sandbox/v1/requests/{newest['requestId']}/decision",
                      {"decision": "ask", "asked": asked})
        return newest["reference"]


class Portrait(Procedures, unittest.TestCase):
    size = "1080x1920"
    visits = PORTRAIT

    def test_duplicate(self):
        self.whole_way("duplicate")

    def test_sale_declaration(self):
        self.whole_way("sale-declaration")

    def test_inheritance(self):
        self.whole_way("inheritance")

    def test_withdrawal(self):
        self.whole_way("withdrawal")

    def test_change_of_holder_then_answer_the_centre(self):
        self.whole_way("change-of-holder")
        before = max(self.rig.registered(), key=lambda entry: entry["requestId"])
        self.whole_way("answer-the-centre")
        after = next(entry for entry in self.rig.registered()
                     if entry["requestId"] == before["requestId"])
        self.assertEqual((after["status"], after["asked"]), ("under-review", []))


class Landscape(Procedures, unittest.TestCase):
    size = "1920x1080"
    visits = LANDSCAPE

    def test_change_of_address_then_sale(self):
        self.whole_way("change-of-address")

    def test_change_of_name(self):
        self.whole_way("change-of-name")

    def test_co_holder(self):
        self.whole_way("co-holder")

    def test_error_correction(self):
        self.whole_way("error-correction")

    def test_new_vehicle(self):
        self.whole_way("new-vehicle")

    def test_imported_vehicle(self):
        self.whole_way("imported-vehicle")


class All(unittest.TestCase):
    def test_no_procedure_is_forgotten(self):
        shipped = {file.stem for file in (ROOT / "config/procedures").glob("*.json")}
        self.assertEqual({*PORTRAIT, *LANDSCAPE}, shipped)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
