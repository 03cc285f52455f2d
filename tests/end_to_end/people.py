# SPDX-License-Identifier: Apache-2.0
"""The people of tests/journeys, as visitors of the real kiosk."""
import json
import re
import unicodedata

from rig import ROOT, until
from walk import HOUSE, LABEL, UNKNOWN, Walk, speak, words

FOLDER = ROOT / "tests/journeys"
PEOPLE = ["alone-with-a-code", "couple-without-a-code", "for-her-mother"]
# What a script types that the key grids of the screen do not offer.
ON_SCREEN = {"for-her-mother": {"telephone": "0381000000"}}
NORMALISED = {"0381000000": "03 81 00 00 00"}


def gesture(entry):
    """The answer of one line of a script."""
    for key in ("choose", "type"):
        if key in entry:
            return entry[key]
    return UNKNOWN if "dontKnow" in entry else ""


def read(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def plain(text):
    """For comparing with printed words: no accents, one case, single spaces."""
    text = unicodedata.normalize("NFD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", text.replace("’", "'")).upper()


class Visitor:
    """One visit by one of them, in a language; `instead` replaces some of their answers."""

    def __init__(self, rig, name, instead=None, language=HOUSE):
        speak(HOUSE)
        self.language = language
        self.rig, self.tree, self.name = rig, rig.tree, name
        self._answers = {step: value for source in (ON_SCREEN.get(name), instead)
                         for step, value in (source or {}).items()}
        self._file = read(name)
        self._take_up(self._file, f"{name}.request")

    def _take_up(self, script, golden):
        """From now on this is what is answered, and what must be sent in the end."""
        self.procedure = script["procedure"]
        self.walk = Walk(self.tree, self.procedure)
        self.request = read(golden)
        self.instead = self.without_accents(script) | self._answers
        self.script = [(entry["step"], self.instead.get(entry["step"], gesture(entry)))
                       for entry in script["answers"]]

    @property
    def has_more(self):
        """True while a second thing is left to do."""
        return "then" in self._file and self.request == read(f"{self.name}.request")

    def go_on(self):
        """The person came for two things: the second one, with what is known of the first."""
        self.tree.press(LABEL["continue"])
        self._take_up(self._file["then"], f"{self.name}.then.request")

    def without_accents(self, script):
        """Places and streets are keyed without accents and commas."""
        keyed = {entry["step"]: entry["type"] for entry in script["answers"]
                 if self.walk.steps[entry["step"]].get("keys") == "text" and "type" in entry}
        bare = {step: re.sub(r"[^A-Z0-9' -]", "", plain(text)) for step, text in keyed.items()}
        return {step: text for step, text in bare.items() if text != keyed[step].upper()}

    def arrive(self):
        if self.language != HOUSE:
            own = json.loads((ROOT / f"config/text/{self.language}.json").read_text("utf-8"))
            self.tree.press(own["language"]["name"])
            speak(self.language)
        self.tree.press(LABEL["begin"])

    def go_through(self, until_step=None):
        """Answers everything, up to the screen that offers to send, or up to a question."""
        for step, value in self.script:
            if step == until_step:
                self.walk.arrive(step)
                return
            self.walk.answer(step, value)
        self.tree.wait(LABEL["send"])

    def send(self):
        self.tree.press(LABEL["send"])

    def see_sent(self, test):
        """It is said to be sent, with the reference that the service holds."""
        self.tree.wait(words("screens.done-sent.title"))
        test.assertIn(words("labels.sent"), self.tree.names())

    def see_an_end(self):
        """One of the ends that a sending can have."""
        ends = {words(f"screens.{end}.title") for end in ("done-sent", "done-kept", "done-refused")}
        until(lambda: ends & set(self.tree.names()), "the end of the sending", seconds=40,
              pause=0.1)

    def said_recorded(self):
        """True when the screen has told this person that the request is recorded."""
        told = {words("screens.sending.recorded"), words("screens.done-sent.title"),
                words("screens.done-kept.title")}
        return bool(told & set(self.tree.names()))

    def leave(self):
        self.tree.press(LABEL["finish"])
        # Whoever comes next begins in the language of the house.
        speak(HOUSE)
        self.tree.wait(LABEL["begin"])

    def expected(self):
        """The golden request, with what was answered instead."""
        request = json.loads(json.dumps(self.request))
        for step, value in self.instead.items():
            base = self.walk.steps.base(step)
            field = self.walk.steps[step]["field"]
            instance = int(step.removeprefix(base).lstrip("-") or 1)
            *keys, last = re.sub(r"\[\]", f".{instance - 1}", field).split(".")
            target = request
            for key in keys:
                target = target[int(key) if key.isdigit() else key]
            target[last] = NORMALISED.get(value, value.upper())
        return request

    def compare_request(self, test, registered):
        """What the service opened is what was typed; the newest of all that it registered."""
        newest = max(registered, key=lambda entry: entry["requestId"])
        test.maxDiff = None
        test.assertEqual(newest["request"], self.expected())
        return newest

    def compare_paper(self, test):
        """The paper tells what was asked for, of whom and what, what was given, what comes next."""
        newest = max(self.rig.registered(), key=lambda entry: entry["requestId"])
        printed = self.rig.paper_text(until(self.rig.papers, "the paper")[-1])
        text, request = plain(printed), self.expected()
        vehicle = request["vehicle"]
        wanted = [words("paper.sent.title"), words(f"procedures.{self.procedure}.name"),
                  newest["reference"], vehicle.get("registrationNumber") or vehicle["vin"],
                  words("paper.sent.next." + self.next_step(newest))]
        for person in (request["holder"], *request.get("coHolders", [])):
            wanted += [person["birthSurname"], person.get("usedSurname") or "",
                       person["givenNames"]]
        home = request["holder"].get("address", {})
        wanted += [home.get("street", ""), home.get("town", "")]
        for kind, value in self.rig.given(newest["requestId"]).items():
            wanted += [value, words(f"paper.sent.{kind}.label")]
        for word in wanted:
            test.assertIn(plain(word), text)
        test.assertNotIn("{", text)
        for sheet in printed.rstrip("\f").split("\f"):
            test.assertFalse(plain(sheet).strip().startswith(plain(words("paper.free"))))

    @staticmethod
    def next_step(registered):
        if registered["status"] == "to-complete":
            return "complete"
        return "free" if registered["totalCents"] == 0 else "wait"
