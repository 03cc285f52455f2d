# SPDX-License-Identifier: Apache-2.0
"""A person's way through the kiosk, through the accessibility tree: answers in, screens passed."""
import json
import re
import unicodedata

from rig import ROOT, Trouble, until
from steps import Steps

HOUSE = "fr"
WORDS = {}
LABEL = {}
UNKNOWN = "unknown"


def words(key):
    """The words of a dotted key, as they are shown."""
    found = WORDS
    for part in key.split("."):
        found = found[part]
    return found


def speak(language):
    """From now on the words of this language are read on the screen."""
    texts = (ROOT / f"config/text/{language}.json").read_text(encoding="utf-8")
    WORDS.clear()
    WORDS.update(json.loads(texts))
    LABEL.update({key: words(f"labels.{key}") for key in
                  ("begin", "continue", "back", "more", "dont-know", "leave-empty", "space", "send",
                   "declare", "finish", "erase", "call-agent", "text-size", "contrast")})


speak(HOUSE)


class Walk:
    """Drives one visit. `tree` reads and presses; nothing is assumed of what was shown before."""

    def __init__(self, tree, procedure="change-of-holder"):
        self.tree = tree
        self.steps = Steps(procedure)
        self.passed = []
        self.each_screen = lambda step: None  # called on every screen once it shows
        self.proceed = tree.press             # how the main button is pressed

    # What is on the screen.

    def titles_of(self, step):
        """What may be the title of this step's screen."""
        if step == "review":
            return {words("screens.review.title")}
        if step == "cost":  # some prices are told by the service alone
            return {words("screens.cost.title"), words("screens.cost.unknown-title")}
        if step == "officers-look":
            verdicts = (words(f"screens.{step}.{kind}") for kind in ("ready", "ready-but"))
            return {verdict["title"] for verdict in verdicts}
        # Some questions are worded otherwise when somebody acts for another person, for instance.
        text = self.steps[step]["text"]
        texts = [WORDS["steps"][text]] + [
            steps.get(text, {}) for ways in WORDS.get("otherwise", {}).values()
            for steps in ways.values()]
        return {text["title"] for text in texts if "title" in text}

    def options_of(self, step):
        return WORDS["steps"][self.steps[step]["text"]].get("options", {}).values()

    def showing(self, step):
        """True when the question of this step shows. Some share a title: the choices differ."""
        # The whole tree is read only for a screen of this title that offers choices: a name is
        # fifty times quicker.
        if self.tree.title() not in self.titles_of(step):
            return False
        options = self.options_of(step)
        return not options or not set(options).isdisjoint(self.tree.names())

    def arrive(self, step):
        """Waits for the question of this step."""
        until(lambda: self.showing(step), f"the question '{step}' after {self.passed[-3:]}")
        self.passed.append(step)
        self.each_screen(step)

    # How it is answered.

    def reach(self, name):
        """Presses an answer that may be on a further page of its list."""
        for _ in range(40):
            if self.tree.try_press(name):
                return
            more = self.tree.find(LABEL["more"])
            if not more:
                break
            self.tree.press(LABEL["more"])
        raise Trouble(f"'{name}' is not among {self.tree.names()}")

    def type(self, text):
        for character in text.replace("’", "'").upper():
            self.tree.press(LABEL["space"] if character == " " else character)

    def answer(self, step, value):
        """Answers the question of this step, which must be showing or about to."""
        self.arrive(step)
        data = self.steps[step]
        kind, texts = data["answer"], WORDS["steps"][data["text"]]
        if value == UNKNOWN and "unknown" not in data.get("options", []):
            self.tree.press(LABEL["dont-know"])
            return
        if value == "" and data.get("mayBeEmpty"):
            self.tree.press(texts.get("empty", LABEL["leave-empty"]))
            return
        getattr(self, "_" + kind.replace("-", "_"))(step, value)

    def _choice(self, step, value):
        self.reach(words(f"steps.{self.steps[step]['text']}.options.{value}"))
        self.proceed(LABEL["continue"])

    def _keyed(self, step, value):
        keys = self.steps[step]["keys"]
        if keys in ("plate", "phone", "code", "form-number", "vin"):
            value = value.replace("-", "").replace(" ", "")
        elif keys == "digits":
            value = re.sub(r"\D", "", value)
        self.type(value)
        self.proceed(LABEL["continue"])

    def _date(self, _step, value):
        parts = re.split(r"\D+", re.sub(r"^(\d\d)(\d\d)(\d{4})$", r"\1/\2/\3", value))
        year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
        self.tree.press(str(int(day)))
        self.tree.press(words(f"labels.months.{int(month)}"))
        for figure in year:
            self.tree.press(figure)
        self.proceed(LABEL["continue"])

    def _town(self, _step, value):
        self.reach(value)
        self.proceed(LABEL["continue"])

    def _country(self, _step, value):
        name = words(f"countries.{value}")
        if not self.tree.find(name):
            self.tree.press(unicodedata.normalize("NFD", name)[0].upper())
        self.reach(name)
        self.proceed(LABEL["continue"])

    def _go_on(self, _step, _value):
        self.proceed(LABEL["continue"])

    _inform = _officers_look = _cost = _go_on

    def _declare(self, _step, _value):
        self.proceed(LABEL["declare"])

    def turn_pages(self):
        """To the last page: the main button turns them."""
        page = None
        while LABEL["continue"] not in (shown := self.tree.names()):
            if shown != page:
                page = shown
                self.proceed(LABEL["more"])

    def _read(self, _step, _value):
        self.turn_pages()
        self.proceed(LABEL["continue"])

    _papers = _review = _read

    # The ends of the way.

    def begin(self):
        self.proceed(LABEL["begin"])

    def answers(self, script):
        """Answers one question after the other; `script` is a list of (step, answer)."""
        for step, value in script:
            self.answer(step, value)
