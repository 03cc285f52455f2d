#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A site's broker bridged to a department's: two real ones, and a network between them to be cut.

bridge_test.py BIN_DIR SOURCE_DIR [Bridge | Cut | Joining]
"""
import collections
import json
import pathlib
import signal
import ssl
import subprocess
import sys
import tempfile
import unittest

import mqtt
from broker_case import AGENTS, KIOSK, SITE, SOURCE, Broker, Kiosk, Relay

OTHER_SITE, AWAY = "belfort", "anne"
AT_THE_SITE = [*AGENTS, AWAY]
NOT_AUTHORISED = 135
CALL, STATUS, ANSWER = (f"kiosk/v1/{SITE}/{KIOSK}/{what}" for what in ("call", "status", "answer"))
SYLVIE, ANNE = (f"desk/v1/{SITE}/{agent}/status" for agent in ("sylvie", AWAY))


def join(site, *options):
    return subprocess.run([SOURCE / "services/agent/bridge", site.folder / "line", "--config",
                           site.folder / "config", *options], capture_output=True, text=True,
                          check=False)


def answer(call, agent):
    return json.dumps({"call": call, "agent": agent, "action": "coming", "minutes": 5})


def setUpModule():
    temporary = tempfile.TemporaryDirectory(prefix="cote-a-cote-")
    unittest.addModuleCleanup(temporary.cleanup)
    folder = pathlib.Path(temporary.name)
    Pair.site = Broker(folder / "site", agents=AT_THE_SITE)
    Pair.department = Broker(folder / "department", "doubs", (AWAY,), SITE, ("--department",))
    Pair.department.enrol(OTHER_SITE)


class Pair(unittest.TestCase):
    """The two brokers, enrolled once."""
    site = department = None


class Joined(Pair):
    """Both running; the wires of a test."""

    def setUp(self):
        self.relay = Relay(self.department.port)
        self.addCleanup(self.relay.close)
        self.keys = self.department.folder / SITE / "keys"
        run = join(self.site, "--to", f"127.0.0.1:{self.relay.port}", "--keys", self.keys,
                   "--there", AWAY)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        # The wait between two attempts, without its growth.
        setting = self.site.folder / "line/bridges/department.conf"
        setting.write_text(setting.read_text().replace("restart_timeout 1 30", "restart_timeout 1"))
        for broker in (self.department, self.site):
            broker.forget()
            broker.start()
            self.addCleanup(self._stop, broker)

    @staticmethod
    def _stop(broker):
        broker.signal(signal.SIGCONT)
        broker.kill()

    def page(self, broker, agent):
        """The page of an agent, that sees the site and says that it is there."""
        page = mqtt.Client(mqtt.WebSocket(broker.desk_port), f"page of {agent}", agent,
                           broker.secret(agent))
        self.addCleanup(page.close)
        for topic in (f"kiosk/v1/{SITE}/+/status", f"kiosk/v1/{SITE}/+/call",
                      f"kiosk/v1/{SITE}/+/count", f"desk/v1/{SITE}/+/status"):
            self.assertLess(page.subscribe(topic), 128)
        self.tell(page, agent, "available")
        return page

    def tell(self, page, agent, state):
        self.assertIn(page.publish(f"desk/v1/{SITE}/{agent}/status",
                                   json.dumps({"state": state, "age": 0}), True, 86400), (0, 16))

    def kiosk(self):
        kiosk = Kiosk(self.site, agents=AT_THE_SITE)
        self.addCleanup(kiosk.close)
        self.assertTrue(kiosk.connected())
        return kiosk

    def heard(self, page, topic, seconds=10, **wanted):
        """The message on this topic with these values."""
        def matches(name, payload, _):
            return name == topic and wanted.items() <= json.loads(payload).items()
        found = page.wait_for(matches, seconds)
        self.assertIsNotNone(found, f"no {topic} {wanted}")
        return json.loads(found[1])

    def call(self, kiosk):
        kiosk.say("call")
        sent = kiosk.stage("sent")
        self.assertIsNotNone(sent, "the site's broker did not acknowledge")
        return sent["id"]

    def cut(self):
        """Nothing comes through any more, and whoever tries finds nobody."""
        self.relay.target = None
        self.relay.cut()

    def mend(self):
        self.relay.target = self.department.port

    @staticmethod
    def all_of(page, seconds):
        """What came so far and what comes within these seconds."""
        page.wait_for(lambda *_: False, seconds)
        taken, page.inbox = page.inbox, []
        return taken


class Bridge(Joined):
    def test_a_call_reaches_the_department_and_the_answer_the_person(self):
        far, near = self.page(self.department, AWAY), self.page(self.site, "sylvie")
        kiosk = self.kiosk()
        self.assertIsNotNone(kiosk.wait_for(
            lambda w: set(w.get("view", {}).get("available", ())) == {"sylvie", AWAY}),
            "the kiosk does not know who is at the department")
        self.heard(far, SYLVIE, state="available")
        call = self.call(kiosk)
        self.assertEqual(self.heard(far, STATUS, state="help")["call"]["call"], call)
        self.heard(far, CALL, call=call, state="waiting")
        self.heard(near, CALL, call=call, state="waiting")
        self.assertIn(far.publish(ANSWER, answer(call, AWAY), expiry=1800), (0, 16))
        self.assertEqual(kiosk.stage("answered")["agent"], AWAY)
        self.heard(far, CALL, call=call, state="answered")
        self.heard(near, CALL, call=call, state="answered")
        # Who comes late finds what is retained, once each.
        late = self.page(self.department, AWAY)
        kept = collections.Counter(topic for topic, _, retained in self.all_of(late, 0.3)
                                   if retained)
        self.assertEqual(kept, {STATUS: 1, SYLVIE: 1, ANNE: 1})
        # A department's broker that lost it all is told again (six seconds: mosquitto's pace).
        self.department.kill()
        self.department.forget()
        self.department.start()
        far = self.page(self.department, AWAY)
        self.assertEqual(self.heard(far, STATUS, 15, state="help")["call"]["call"], call)
        self.heard(far, SYLVIE, state="available")
        far.publish(ANSWER, json.dumps({"call": call, "agent": AWAY, "action": "end"}),
                    expiry=1800)
        self.heard(far, CALL, call=call, state="ended")
        kiosk.say("end")
        kiosk.end()
        self.heard(far, f"kiosk/v1/{SITE}/{KIOSK}/count")
        # Nothing goes round.
        self.assertEqual([topic for topic, *_ in self.all_of(far, 0.3)
                          if topic.endswith(("/count", "/call"))], [])

    def test_a_frozen_department_freezes_no_site(self):
        kiosk, near = self.kiosk(), self.page(self.site, "sylvie")
        self.department.signal(signal.SIGSTOP)
        call = self.call(kiosk)
        self.heard(near, CALL, 2, call=call, state="waiting")

    def test_a_site_is_no_other_site(self):
        def as_site(site):
            keys = self.department.folder / site / "keys"
            client = mqtt.Client(mqtt.Raw(self.department.port, mqtt.certified(
                keys / "line-ca.pem", keys / "line-client.pem", keys / "line-client.key")),
                f"attack as {site}")
            self.addCleanup(client.close)
            return client
        ours, other = as_site(SITE), as_site(OTHER_SITE)
        for topic in (STATUS, CALL, SYLVIE, f"kiosk/v1/{SITE}/{KIOSK}/guide",
                      f"kiosk/v1/{SITE}/{KIOSK}/count"):
            self.assertEqual(other.publish(topic, "x"), NOT_AUTHORISED, topic)
            self.assertIn(ours.publish(topic, "x"), (0, 16), topic)
        # Not even ours answers in the department's name; and it hears nothing of another.
        self.assertEqual(ours.publish(ANSWER, "x"), NOT_AUTHORISED)
        other.subscribe("#")
        anne = self.page(self.department, AWAY)
        anne.publish(ANSWER, "for montbeliard")
        anne.publish(f"kiosk/v1/{OTHER_SITE}/belfort-1/answer", "for belfort")
        heard = [payload for _, payload, _ in self.all_of(other, 0.2)]
        self.assertEqual(heard, [b"for belfort"])
        with self.assertRaises((ssl.SSLError, mqtt.Refused, ConnectionError)):
            mqtt.Client(mqtt.Raw(self.department.port, self.site.certified()), "a site's kiosk")


class Cut(Joined):
    def test_while_the_bridge_is_cut_the_site_goes_on_and_then_tells_all_once(self):
        far, near = self.page(self.department, AWAY), self.page(self.site, "sylvie")
        self.heard(near, ANNE, state="available")
        kiosk = self.kiosk()
        self.heard(far, STATUS, state="online")
        self.cut()
        call = self.call(kiosk)
        self.heard(near, CALL, call=call, state="waiting")
        self.tell(near, "sylvie", "busy")
        self.tell(far, AWAY, "away")
        # An answer that the bridge cannot carry never comes late, with minutes that have passed:
        # the page shows it as not confirmed.
        far.publish(ANSWER, answer(call, AWAY), expiry=1800)
        near.publish(ANSWER, answer(call, "sylvie"), expiry=1800)
        self.assertEqual(kiosk.stage("answered")["agent"], "sylvie")
        self.assertEqual([topic for topic, *_ in self.all_of(far, 0.2)
                          if topic not in (ANNE, SYLVIE)], [])
        self.mend()
        self.heard(near, ANNE, 15, state="away")
        status = self.heard(far, STATUS, state="help")
        self.assertEqual(status["call"]["call"], call)
        self.heard(far, SYLVIE, state="busy")
        events = [json.loads(payload)["state"] for topic, payload, _ in self.all_of(far, 0.5)
                  if topic == CALL]
        self.assertEqual(events, ["waiting", "answered"])
        self.assertIsNone(kiosk.wait_for(lambda w: w.get("answer") == AWAY, 0.1))
        # The site's own was not overwritten by what the department had kept of it.
        for broker, agent in ((self.site, "karim"), (self.department, AWAY)):
            late = self.page(broker, agent)
            self.heard(late, SYLVIE, state="busy")
            self.assertEqual(self.heard(late, STATUS, state="help")["call"]["state"], "answered")


class Joining(Pair):
    def test_refuses_in_one_line_and_again_changes_nothing(self):
        keys = ("--keys", self.department.folder / SITE / "keys")
        to, there = ("--to", "127.0.0.1:8883"), ("--there", AWAY)
        join(self.site, "--off")
        for options in (keys, to, (*to, "--keys", self.site.folder), (*to, *keys, "--there", "x"),
                        (*to, "--keys", self.department.folder / OTHER_SITE / "keys"),
                        ("--to", "two words:1", *keys), (*to, *keys, "--else")):
            run = join(self.site, *options)
            self.assertEqual((run.returncode, len(run.stderr.splitlines())), (2, 1), run)
        made = [self.site.folder / "line" / name for name in ("bridges", "keys")]
        self.assertEqual(list(made[0].iterdir()), [])
        self.assertEqual(join(self.site, *to, *keys, *there).returncode, 0)

        def content():
            return {path: path.read_bytes() for folder in made for path in folder.iterdir()}
        before = content()
        for path in before:
            self.assertEqual(path.stat().st_mode & 0o77, 0, f"{path} is open to others")
        self.site.enrol(KIOSK)
        self.assertEqual(join(self.site, *to, *keys, *there).returncode, 0)
        self.assertEqual(content(), before)
        self.assertEqual(join(self.site, "--off").returncode, 0)
        self.assertEqual(list(made[0].iterdir()), [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
