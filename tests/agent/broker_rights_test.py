#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Who may say what at the site's broker: every attack here is one that must be refused.

broker_rights_test.py BIN_DIR SOURCE_DIR
"""
import json
import pathlib
import ssl
import subprocess
import sys
import tempfile
import unittest

import mqtt
from broker_case import KIOSK, OTHER, SITE, SOURCE, Broker

NOT_AUTHORISED = 135
STATUS = '{"state":"online","age":0}'
DESK = '{"state":"available","age":0}'


class Rights(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="cote-a-cote-")
        cls.broker = Broker(pathlib.Path(cls.folder.name))
        cls.broker.enrol(OTHER)
        cls.broker.start()

    @classmethod
    def tearDownClass(cls):
        cls.broker.kill()
        cls.folder.cleanup()

    def kiosk(self, name=KIOSK):
        client = mqtt.Client(mqtt.Raw(self.broker.port, self.broker.certified(name)),
                             name + "-attack")
        self.addCleanup(client.close)
        return client

    def agent(self, name="sylvie"):
        client = mqtt.Client(mqtt.WebSocket(self.broker.desk_port), name + "-page", name,
                             self.broker.secret(name))
        self.addCleanup(client.close)
        return client

    def test_a_kiosk_speaks_for_itself(self):
        kiosk = self.kiosk()
        for what in ("status", "call", "guide", "count"):
            self.assertIn(kiosk.publish(f"kiosk/v1/{SITE}/{KIOSK}/{what}", STATUS), (0, 16), what)

    def test_a_kiosk_speaks_for_nobody_else(self):
        kiosk = self.kiosk()
        for topic in (f"kiosk/v1/{SITE}/{OTHER}/status", f"kiosk/v1/{SITE}/{OTHER}/call",
                      f"kiosk/v1/{SITE}/{OTHER}/guide", f"kiosk/v1/belfort/{KIOSK}/status",
                      f"kiosk/v1/belfort/{KIOSK}/call", f"desk/v1/{SITE}/sylvie/status",
                      f"desk/v1/{SITE}/{KIOSK}/status", f"kiosk/v1/{SITE}/{KIOSK}/answer",
                      f"kiosk/v1/{SITE}/{OTHER}/answer", f"kiosk/v1/{SITE}/{KIOSK}/else",
                      "other/topic"):
            self.assertEqual(kiosk.publish(topic, STATUS), NOT_AUTHORISED, topic)

    def test_a_kiosk_hears_what_is_for_it(self):
        kiosk, agent = self.kiosk(), self.agent()
        for topic in ("#", "kiosk/v1/#", f"kiosk/v1/{SITE}/+/answer", f"kiosk/v1/{SITE}/+/call",
                      f"desk/v1/{SITE}/+/status"):
            kiosk.subscribe(topic)
        other = self.kiosk(OTHER)
        other.publish(f"kiosk/v1/{SITE}/{OTHER}/call", "secret")
        other.publish(f"kiosk/v1/{SITE}/{OTHER}/guide", "secret")
        agent.publish(f"kiosk/v1/{SITE}/{OTHER}/answer", "secret")
        agent.publish(f"kiosk/v1/{SITE}/{KIOSK}/answer", "for us")
        self.assertIsNotNone(kiosk.wait_for(lambda _, payload, __: payload == b"for us"))
        self.assertIsNone(kiosk.wait_for(lambda _, payload, __: payload == b"secret", 0.5))

    def test_an_agent_speaks_as_an_agent(self):
        agent = self.agent()
        for topic in (f"desk/v1/{SITE}/sylvie/status", f"kiosk/v1/{SITE}/{KIOSK}/answer",
                      f"kiosk/v1/{SITE}/{OTHER}/guide"):
            self.assertIn(agent.publish(topic, DESK), (0, 16), topic)

    def test_an_agent_is_no_kiosk_and_no_other_agent(self):
        for name in ("sylvie", KIOSK):  # an agent who bears a kiosk's name, too
            agent = self.agent(name)
            for topic in (f"kiosk/v1/{SITE}/{KIOSK}/status", f"kiosk/v1/{SITE}/{KIOSK}/call",
                          f"kiosk/v1/{SITE}/{KIOSK}/count", f"desk/v1/{SITE}/karim/status",
                          f"kiosk/v1/belfort/{KIOSK}/answer", f"desk/v1/belfort/{name}/status"):
                self.assertEqual(agent.publish(topic, DESK), NOT_AUTHORISED, topic)

    def test_an_agent_hears_only_their_site(self):
        agent = self.agent()
        agent.subscribe("#")
        self.kiosk().publish(f"kiosk/v1/{SITE}/{KIOSK}/call", "of our site")
        self.assertIsNotNone(agent.wait_for(lambda _, payload, __: payload == b"of our site"))

    def test_a_name_needs_its_secret(self):
        for name, secret in (("sylvie", "wrong"), ("sylvie", None), (None, None),
                             ("sylvie", self.broker.secret("karim")), (OTHER, "wrong"),
                             ("nobody", self.broker.secret("sylvie"))):
            with self.assertRaises(mqtt.Refused, msg=f"{name}"):
                mqtt.Client(mqtt.WebSocket(self.broker.desk_port), "attack", name, secret)

    def test_a_kiosk_needs_a_certificate_of_this_site(self):
        with tempfile.TemporaryDirectory() as other:
            # Another site, with a kiosk of the same name.
            config = self.broker.folder / "config"
            subprocess.run([SOURCE / "services/agent/enrol", other + "/line", other + "/kiosk",
                            other + "/desk", "--config", config], check=True,
                           stdout=subprocess.DEVNULL)
            authority = self.broker.folder / KIOSK / "keys/line-ca.pem"
            keys = other + "/kiosk/keys/line-client."
            for tls in (mqtt.certified(authority), mqtt.certified(authority, keys + "pem",
                                                                  keys + "key")):
                with self.assertRaises((ssl.SSLError, mqtt.Refused, ConnectionError)):
                    mqtt.Client(mqtt.Raw(self.broker.port, tls), "attack", KIOSK,
                                self.broker.secret(KIOSK))
            # And our kiosk does not speak to that site's broker.
            with self.assertRaises(ssl.SSLError):
                mqtt.Raw(self.broker.port, mqtt.certified(other + "/kiosk/keys/line-ca.pem"))

    def test_the_doors_do_not_mix(self):
        with self.assertRaises((mqtt.Refused, ConnectionError, TimeoutError)):
            mqtt.Client(mqtt.Raw(self.broker.port), "attack", "sylvie",
                        self.broker.secret("sylvie"))  # without TLS
        # The certificate's name counts, whatever name and secret come with it.
        for name in (None, KIOSK, "sylvie"):
            kiosk = mqtt.Client(mqtt.Raw(self.broker.port, self.broker.certified(OTHER)),
                                f"as {name}", name, name and self.broker.secret(name))
            self.addCleanup(kiosk.close)
            for topic in (f"kiosk/v1/{SITE}/{KIOSK}/status", f"desk/v1/{SITE}/sylvie/status"):
                self.assertEqual(kiosk.publish(topic, STATUS), NOT_AUTHORISED, f"{name} {topic}")
            self.assertIn(kiosk.publish(f"kiosk/v1/{SITE}/{OTHER}/count", STATUS), (0, 16))

    def test_old_tls_is_refused(self):
        tls = self.broker.certified()
        tls.minimum_version = ssl.TLSVersion.TLSv1
        tls.maximum_version = ssl.TLSVersion.TLSv1_1
        tls.set_ciphers("ALL:@SECLEVEL=0")
        with self.assertRaises((ssl.SSLError, ConnectionError)):
            mqtt.Raw(self.broker.port, tls)

    def test_a_message_that_is_too_large_reaches_nobody(self):
        agent, page = self.agent(), self.agent("karim")
        topic = f"kiosk/v1/{SITE}/{KIOSK}/guide"
        page.subscribe(topic)
        self.assertGreaterEqual(agent.publish(topic, b"x" * 70_000), 128)
        with self.assertRaises((mqtt.Refused, OSError)):
            self.kiosk().publish(topic, b"x" * 70_000)
        self.assertIn(self.kiosk().publish(topic, b"y" * 65_000), (0, 16))
        self.assertEqual(page.wait_for(lambda *_: True)[1][:1], b"y")


class Enrolment(unittest.TestCase):
    def enrol(self, folder, *more, agents=("sylvie", "karim"), site=SITE):
        (folder / "config").mkdir(exist_ok=True)
        (folder / "config/kiosk.json").write_text(json.dumps({"kioskId": KIOSK}))
        (folder / "config/agents.json").write_text(json.dumps(
            {"site": {"id": site}, "agents": [{"id": agent} for agent in agents]}))
        return subprocess.run([SOURCE / "services/agent/enrol", folder / "line", folder / "kiosk",
                               folder / "desk", "--config", folder / "config", *more],
                              capture_output=True, text=True, check=False)

    def test_again_changes_nothing_and_a_new_agent_changes_little(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            self.assertEqual(self.enrol(folder).returncode, 0)

            def content():
                return {path: path.read_bytes() for path in folder.rglob("*")
                        if path.is_file() and "config" not in path.parts}
            before = content()
            self.assertEqual(self.enrol(folder).returncode, 0)
            self.assertEqual(content(), before)
            for path in before:
                self.assertEqual(path.stat().st_mode & 0o77, 0, f"{path} is open to others")
            self.assertEqual(self.enrol(folder, agents=("karim", "marc")).returncode, 0)
            kept, old = (json.loads(text[folder / "desk/secrets.json"])
                         for text in (content(), before))
            self.assertEqual(set(kept), {"karim", "marc"})
            self.assertEqual(kept["karim"], old["karim"])
            self.assertNotEqual(kept["marc"], old["sylvie"])
            self.assertEqual(len(kept["marc"]), 64)
            self.assertNotIn("sylvie", (folder / "line/agents.passwd").read_text())

    def test_refuses_in_one_line(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for run in (self.enrol(folder, agents=("syl vie",)), self.enrol(folder, site="a/b"),
                        self.enrol(folder, agents=("a", "a")),
                        self.enrol(folder, "--desk-address", "0.0.0.0"),
                        self.enrol(folder, "--ports", "x"), self.enrol(folder, "--kiosk", "a/+"),
                        self.enrol(folder, "--else")):
                self.assertEqual(run.returncode, 2, run)
                self.assertEqual(len(run.stderr.splitlines()), 1, run.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
