#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A visit in which an agent is called, answers from the desk, looks, comes, helps and leaves."""
import re
import unittest

from desk import SYLVIE, AgentPage, Desk
from people import PEOPLE, Visitor, plain
from rig import PICTURES, Rig, until
from walk import LABEL, words


def named(key, name="Sylvie", **more):
    """Words of the kiosk with what it puts in."""
    text = words(key).replace("{name}", name)
    for place, value in more.items():
        text = text.replace("{" + place + "}", value)
    return text


class SideBySide(unittest.TestCase):
    def setUp(self):
        PICTURES.mkdir(parents=True, exist_ok=True)

    def start(self, rig):
        rig.enrol()
        rig.start_sandbox()
        rig.start_courier()
        self.desk = Desk(rig)
        self.desk.account("sylvie")
        self.page = AgentPage(self.desk)
        self.page.sign_in("sylvie")
        rig.start_kiosk()
        return Visitor(rig, PEOPLE[0])

    def unlock(self, tree):
        tree.press(words("labels.i-am-agent"))
        tree.wait(words("panel.badge.number"))
        for part in (SYLVIE["badge"], SYLVIE["pin"]):
            for digit in part:
                tree.press(digit)
            tree.press(LABEL["continue"])
        tree.wait(words("panel.leave"))

    def whole_visit(self, size):
        with Rig(f"side-by-side-{size}", size=size) as rig:
            visitor = self.start(rig)
            tree, page = rig.tree, self.page
            visitor.arrive()
            until(lambda: tree.description(LABEL["call-agent"]) == words("call.state.there"),
                  "that an agent is there")
            visitor.go_through("birth-surname")

            # The call, and only what is true of it.
            tree.press(LABEL["call-agent"])
            tree.wait(words("screens.call.sent.title"))
            page.press("J’arrive dans 3 min")
            tree.wait(named("screens.call.answered.title"))
            self.assertTrue(any(name.startswith(named("screens.call.rows.received"))
                                for name in tree.names()))
            rig.picture(f"call-answered-{size}")
            tree.press(words("screens.call.meanwhile"))

            # From the desk, with consent: every value masked until it is shown.
            for letter in "DURAND":
                tree.press(letter)
            page.press("Demander à voir l’écran")
            tree.wait(named("screens.looking-asked.title"))
            rig.picture(f"consent-{size}")
            tree.press(words("screens.looking-asked.yes"))
            page.see(words("steps.birth-surname.title"))
            self.assertNotIn("DURAND", page.text())
            tree.press(words("labels.show-answer"))
            page.see("DURAND")
            page.press("Continuer")
            tree.wait(named("labels.pointed"))
            rig.picture(f"pointed-{size}")
            page.picture(PICTURES / f"desk-looking-{size}.png")
            tree.press(LABEL["continue"])
            visitor.walk.arrive("used-surname")
            page.see(words("steps.used-surname.title"))
            page.fill("Proposer une réponse", "MARTIN")
            page.press("Proposer")
            tree.wait(named("screens.proposed.title"))
            rig.picture(f"proposed-{size}")
            tree.press(words("screens.proposed.yes"))
            page.see("La personne a pris votre réponse.")
            tree.press(words("labels.stop-looking"))
            page.see("La personne a arrêté")

            # The agent comes, and helps side by side.
            visitor.walk.arrive("given-names")
            tree.press(LABEL["call-agent"])
            self.unlock(tree)
            rig.picture(f"panel-{size}")
            tree.press(words("panel.fill"))
            tree.wait(named("screens.filling-asked.title"))
            tree.press(words("screens.filling-asked.yes"))
            tree.wait(named("labels.agent-fills"))
            visitor.walk.type("ROLANDE")
            rig.picture(f"filling-{size}")
            tree.press(LABEL["continue"])
            tree.press(words("labels.take-over"))
            tree.press(words("panel.tabs.reasons"))
            tree.press(words("panel.explained"))
            tree.press(words("panel.leave"))
            until(lambda: not tree.find(words("panel.leave")), "the panel to close")

            # The person goes on alone, and sends.
            done = [step for step, _ in visitor.script].index("given-names") + 1
            visitor.script = visitor.script[done:]
            visitor.go_through()
            visitor.send()
            visitor.see_sent(self)
            self.assertEqual(len(rig.registered()), 1)
            visitor.compare_request(self, rig.registered())
            self.see_acts(rig)
            visitor.leave()
            self.assertTrue(self.desk.journal_is_sound())

    def see_acts(self, rig):
        """The printed page tells exactly what was done."""
        text = plain(rig.paper_text(until(rig.papers, "the paper")[-1]))
        title = plain(words("paper.acts.title"))
        self.assertIn(title, text)
        acts = text[text.index(title):]
        step = {key: words(f"steps.{key}").get("short", words(f"steps.{key}.title"))
                for key in ("birth-surname", "used-surname", "given-names", "sex")}
        wanted = [named("paper.acts.looked"),
                  named("paper.acts.pointed", step=step["birth-surname"]),
                  named("paper.acts.suggested-taken", step=step["used-surname"]),
                  named("paper.acts.opened"),
                  named("paper.acts.filled", step=step["given-names"]),
                  named("paper.acts.explained", step=step["sex"])]
        places = []
        for sentence in wanted:
            self.assertIn(plain(sentence), acts)
            places.append(acts.index(plain(sentence)))
        self.assertEqual(places, sorted(places))
        self.assertEqual(len(re.findall("SYLVIE ", acts)), len(wanted), acts)

    def test_a_call_outlives_the_kiosk(self):
        """kill -9 while it waits: the next process shows the same call, and the desk has one."""
        with Rig("call-outlives") as rig:
            visitor = self.start(rig)
            visitor.arrive()
            visitor.go_through("plate")
            rig.tree.press(LABEL["call-agent"])
            rig.tree.wait(words("screens.call.sent.title"))
            self.page.see("Borne 1")
            rig.kiosk.kill()
            rig.start_kiosk()
            rig.tree.wait(words("screens.call.sent.title"))
            until(lambda: self.page.text().count("J’arrive dans\n") == 1, "one call at the desk")
            self.page.press("J’arrive dans 1 min")
            rig.tree.wait(named("screens.call.answered.title"))

    def test_portrait(self):
        self.whole_visit("1080x1920")

    def test_landscape(self):
        self.whole_visit("1920x1080")


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
