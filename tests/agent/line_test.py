#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A call over the real line, and what may befall it: each way of losing it is tried.

line_test.py BIN_DIR SOURCE_DIR
"""
import json
import shutil
import signal
import subprocess
import time
import unittest

import mqtt
from broker_case import KIOSK, OTHER, SITE, BrokerCase, Relay

ANSWER = f"kiosk/v1/{SITE}/{KIOSK}/answer"


def answer(call, action="coming", agent="sylvie", **more):
    if action == "coming":
        more.setdefault("minutes", 3)
    return json.dumps({"call": call, "agent": agent, "action": action, **more})


class Line(BrokerCase):
    def called(self, **more):
        """A kiosk whose call has reached a page: kiosk, page, id."""
        page = self.desk()
        kiosk = self.kiosk(**more)
        self.assertTrue(kiosk.connected())
        kiosk.say("call")
        sent = kiosk.stage("sent")
        self.assertIsNotNone(sent, "the broker did not acknowledge")
        self.assertCall(page, sent["id"])
        return kiosk, page, sent["id"]

    @staticmethod
    def hears_sylvie(word):
        return word.get("view", {}).get("available") == ["sylvie"]

    def test_a_call_reaches_the_desk_and_the_answer_the_person(self):
        kiosk, page, call = self.called()
        status = self.assertStatus(page, state="help")
        self.assertEqual(status["call"]["call"], call)
        page.close()
        page = self.desk()  # closed and opened again, it finds the call
        status = self.assertStatus(page, state="help")
        self.assertEqual(status["call"]["call"], call)
        self.assertIn(page.publish(ANSWER, answer(call), expiry=1800), (0, 16))
        view = kiosk.stage("answered")
        self.assertEqual(view["agent"], "sylvie")
        self.assertCall(page, call, "answered")
        self.assertLess(kiosk.end(), 2)

    def test_what_the_visit_says_last_still_leaves(self):
        kiosk, page, call = self.called()
        kiosk.say("end")
        self.assertLess(kiosk.end(), 2)
        self.assertCall(page, call, "withdrawn")
        self.assertIsNotNone(page.wait_for(lambda topic, *_: topic.endswith("/count")))

    def test_the_broker_is_killed_and_comes_back_empty(self):
        kiosk, page, call = self.called()
        self.broker.kill()
        self.assertTrue(kiosk.connected(False))
        for kept in self.broker.folder.glob("line/*.db*"):
            kept.unlink()
        self.broker.start()
        self.assertTrue(kiosk.connected())
        page = self.desk()
        status = self.assertStatus(page, state="help")
        self.assertEqual(status["call"]["call"], call)
        page.publish(ANSWER, answer(call))
        self.assertIsNotNone(kiosk.stage("answered"))

    def test_a_call_made_while_the_broker_is_down_leaves_later_with_its_age(self):
        kiosk = self.kiosk()
        self.assertTrue(kiosk.connected())
        self.broker.kill()
        self.assertTrue(kiosk.connected(False))
        kiosk.say("call")
        call = kiosk.stage("leaving")["id"]
        time.sleep(1.1)  # the age of a call is in whole seconds
        self.broker.start()
        status = self.assertStatus(self.desk(), state="help")  # the page that opens late finds it
        self.assertEqual(status["call"]["call"], call)
        self.assertGreaterEqual(status["call"]["age"], 1)
        self.assertIsNotNone(kiosk.stage("sent"))

    def test_a_frozen_broker_is_noticed_by_a_call(self):
        self.desk()
        kiosk = self.kiosk(patience=1500)
        self.assertIsNotNone(kiosk.wait_for(self.hears_sylvie))
        self.broker.signal(signal.SIGSTOP)
        began = time.monotonic()
        kiosk.say("call")
        self.assertTrue(kiosk.connected(False), "a frozen broker is taken for a good one")
        self.assertLess(time.monotonic() - began, 3)
        self.broker.signal(signal.SIGCONT)
        self.assertTrue(kiosk.connected())
        self.assertIsNotNone(kiosk.stage("sent"))

    def test_a_frozen_broker_is_noticed_in_silence(self):
        kiosk = self.kiosk(keepalive=5, patience=1500)
        self.assertTrue(kiosk.connected())
        self.broker.signal(signal.SIGSTOP)
        began = time.monotonic()
        self.assertTrue(kiosk.connected(False, 12))
        self.assertLess(time.monotonic() - began, 9)

    def test_ending_beside_a_frozen_broker_takes_two_seconds_at_most(self):
        kiosk = self.kiosk()
        self.assertTrue(kiosk.connected())
        self.broker.signal(signal.SIGSTOP)
        kiosk.say("call")
        took = kiosk.end()
        self.assertGreater(took, 0.8, "the broker was given no time to take the call")
        self.assertLess(took, 2.5)

    def test_the_network_is_cut_and_swallows(self):
        relay = Relay(self.broker.port)
        self.addCleanup(relay.close)
        kiosk, page, call = self.called(port=relay.port, patience=1000)
        relay.cut()
        self.assertTrue(kiosk.connected(False))
        self.assertTrue(kiosk.connected())
        relay.swallows = True
        kiosk.say("withdraw")
        self.assertTrue(kiosk.connected(False), "packets that are swallowed are not noticed")
        relay.swallows = False
        relay.cut()
        self.assertCall(page, call, "withdrawn")

    def test_an_answer_that_comes_while_the_kiosk_is_away_waits_for_it(self):
        kiosk, page, call = self.called(willDelay=60)
        kiosk.kill()
        page.publish(ANSWER, answer(call), expiry=1800)
        time.sleep(1.1)
        kiosk = self.kiosk(willDelay=60)
        word = kiosk.wait_for(lambda w: "answer" in w)
        self.assertIsNotNone(word, "the broker kept no answer")
        self.assertGreaterEqual(word["lay"], 1)
        self.assertIsNotNone(kiosk.stage("answered"))

    def test_kill_9_and_the_next_process_goes_on_with_the_same_call(self):
        kiosk, page, call = self.called(willDelay=3)
        kiosk.kill()
        kiosk = self.kiosk(willDelay=3)
        view = kiosk.stage("sent")
        self.assertEqual(view["id"], call)
        again = self.assertCall(page, call)
        self.assertEqual(again["call"], call)
        self.assertIsNone(page.wait_for(lambda _, payload, __: b'"offline"' in payload, 4),
                          "the broker told that the kiosk is gone, though it is back")
        page.publish(ANSWER, answer(call, "end"))
        self.assertIsNotNone(kiosk.stage("ended"))

    def test_kill_9_without_a_next_process_is_told_by_the_will(self):
        kiosk, page, _ = self.called(willDelay=1)
        kiosk.kill()
        self.assertStatus(page, state="offline")

    def test_what_does_not_fit_is_dropped_and_counted(self):
        kiosk, page, call = self.called()
        page.publish(ANSWER, "<script>")
        page.publish(ANSWER, answer(call, agent="sylvie", text="hello"))
        page.publish(f"kiosk/v1/{SITE}/{KIOSK}/guide", b"\xff" * 65000)
        page.publish(f"desk/v1/{SITE}/sylvie/status", '{"state":"asleep","age":0}', True)
        page.publish(ANSWER, answer(call, agent="marc"))  # fits, and is nobody we know
        page.publish(ANSWER, answer(call, agent="karim"))
        self.assertEqual(kiosk.stage("answered")["agent"], "karim")
        self.assertEqual(kiosk.counts()["refused"], 4)

    def test_what_does_not_fit_does_not_leave_either(self):
        kiosk, page, _ = self.called()
        kiosk.say("odd")
        self.assertIsNotNone(kiosk.wait_for(lambda w: "dropped our own status" in w.get("log", "")))
        kiosk.say("busy")
        self.assertStatus(page, step="plate")
        self.assertEqual(kiosk.counts()["refused"], 1)

    def test_who_is_there_and_who_calls_is_heard_after_they_spoke(self):
        other, page, call = self.called()
        time.sleep(1.1)
        kiosk = self.kiosk(kiosk=OTHER)
        word = kiosk.wait_for(lambda w: w.get("other") == KIOSK)
        self.assertGreaterEqual(word["age"], 1, "the time at the broker is no part of the age")
        self.assertIsNotNone(kiosk.wait_for(self.hears_sylvie))
        page.close()
        other.end()

    def test_a_broker_of_another_authority_is_not_believed(self):
        keys = self.broker.folder / "doubt"
        shutil.copytree(self.broker.folder / KIOSK / "keys", keys, dirs_exist_ok=True)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=other",
                        "-keyout", "/dev/null", "-out", keys / "line-ca.pem"], check=True,
                       stderr=subprocess.DEVNULL)
        kiosk = self.kiosk(keys=str(keys))
        self.assertIsNotNone(kiosk.wait_for(lambda w: "connection" in w.get("log", "")))
        self.assertIsNone(kiosk.connected(True, 0.5))

    def test_without_its_keys_the_kiosk_says_what_is_missing(self):
        kiosk = self.kiosk(keys=str(self.broker.folder / "nowhere"))
        word = kiosk.wait_for(lambda w: "log" in w)
        self.assertIn("line-client.key", word["log"])
        self.assertIn("enrol this kiosk again", word["log"])

    def test_nobody_throws_a_kiosk_out_by_taking_its_name(self):
        kiosk = self.kiosk()
        self.assertTrue(kiosk.connected())
        for attacker in (
                mqtt.Client(mqtt.Raw(self.broker.port, self.broker.certified(OTHER)), KIOSK),
                mqtt.Client(mqtt.WebSocket(self.broker.desk_port), KIOSK, "karim",
                            self.broker.secret("karim"))):
            self.addCleanup(attacker.close)
        self.assertIsNone(kiosk.connected(False, 0.5))
        self.assertEqual(kiosk.counts()["connections"], 1)

    def test_an_idle_line_sleeps(self):
        kiosk = self.kiosk(keepalive=5)
        self.assertTrue(kiosk.connected())
        kiosk.wait_for(lambda w: False, 0.5)  # what is retained has come
        before = kiosk.counts()["wakeUps"]
        kiosk.wait_for(lambda w: False, 6.5)  # one question whether the broker is there
        after = kiosk.counts()
        self.assertEqual(after["connections"], 1)
        woken = after["wakeUps"] - before
        self.assertGreaterEqual(woken, 2, "nothing keeps the line alive")
        self.assertLessEqual(woken, 4, "an idle line wakes too often")


if __name__ == "__main__":
    import sys
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
