# SPDX-License-Identifier: Apache-2.0
"""A real mosquitto, enrolled as a site's broker is, and kiosks without a screen."""
import json
import os
import pathlib
import queue
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import mqtt

BIN, SOURCE = (pathlib.Path(argument) for argument in sys.argv[1:3])
MOSQUITTO = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
SITE, KIOSK, OTHER = "montbeliard", "montbeliard-1", "montbeliard-2"
# One agent bears the name of the kiosk: they must still be two.
AGENTS = ["sylvie", "karim", KIOSK]


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Broker:
    def __init__(self, folder, site=SITE, agents=tuple(AGENTS), kiosk=KIOSK, options=()):
        self.folder, self.process, self.site, self.options = folder, None, site, options
        self.port, self.desk_port = free_ports(2)
        config = folder / "config"
        config.mkdir(parents=True)
        (config / "kiosk.json").write_text(json.dumps({"kioskId": kiosk}))
        (config / "agents.json").write_text(json.dumps(
            {"site": {"id": site, "name": site.capitalize()},
             "agents": [{"id": one, "name": one} for one in agents]}))
        self.enrol(kiosk)

    def enrol(self, kiosk):
        subprocess.run([SOURCE / "services/agent/enrol", self.folder / "line",
                        self.folder / kiosk, self.folder / "desk", "--config",
                        self.folder / "config", "--kiosk", kiosk, "--ports",
                        f"{self.port}:{self.desk_port}", *self.options], check=True,
                       stdout=subprocess.DEVNULL)

    def start(self):
        with open(self.folder / "broker.log", "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([MOSQUITTO, "-c", self.folder / "line/mosquitto.conf"],
                                            stdout=log, stderr=log)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                for port in (self.port, self.desk_port):
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError((self.folder / "broker.log").read_text())

    def forget(self):
        """What it kept, and what the kiosks kept, is gone."""
        for kept in (*self.folder.glob("line/*.db*"), *self.folder.glob("*/state/*")):
            kept.unlink()

    def signal(self, number):
        self.process.send_signal(number)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def secret(self, agent):
        return json.loads((self.folder / "desk/secrets.json").read_text())[agent]

    def desk(self, agent="sylvie"):
        """A desk page of this agent, who sees all of the site."""
        page = mqtt.Client(mqtt.WebSocket(self.desk_port), f"page-{os.urandom(8).hex()}", agent,
                           self.secret(agent))
        for topic in (f"kiosk/v1/{SITE}/+/{what}" for what in ("status", "call", "count", "guide")):
            page.subscribe(topic)
        page.publish(f"desk/v1/{SITE}/{agent}/status", '{"state":"available","age":0}', True)
        return page

    def certified(self, kiosk=KIOSK):
        keys = self.folder / kiosk / "keys"
        return mqtt.certified(keys / "line-ca.pem", keys / "line-client.pem",
                              keys / "line-client.key")


class Kiosk:
    """build/bin/kiosk-double, its words gathered as they come."""

    def __init__(self, broker, **more):
        name = more.pop("kiosk", KIOSK)
        state = broker.folder / name / "state"
        state.mkdir(exist_ok=True)
        setting = {"port": broker.port, "site": SITE, "kiosk": name, "state": str(state),
                   "keys": str(broker.folder / name / "keys"), "agents": AGENTS, **more}
        self.process = subprocess.Popen([BIN / "kiosk-double", json.dumps(setting)], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.words = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.words.put(json.loads(line))

    def say(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def wait_for(self, matches, seconds=10):
        until = time.monotonic() + seconds
        while True:
            try:
                word = self.words.get(timeout=max(until - time.monotonic(), 0.001))
            except queue.Empty:
                return None
            if matches(word):
                return word

    def stage(self, wanted, seconds=10):
        word = self.wait_for(lambda w: w.get("view", {}).get("stage") == wanted, seconds)
        return word and word["view"]

    def connected(self, up=True, seconds=10):
        return self.wait_for(lambda w: w.get("connected") is up, seconds)

    def counts(self):
        self.say("counts")
        return self.wait_for(lambda w: "wakeUps" in w)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        """As the kiosk ends; the seconds that it took."""
        began = time.monotonic()
        self.process.stdin.close()
        self.process.wait(10)
        return time.monotonic() - began

    def close(self):
        if self.process.poll() is None:
            self.kill()
        self.reader.join()
        for stream in (self.process.stdin, self.process.stdout):
            stream.close()


class Relay:
    """A network that can be cut: TCP in between, which a test closes or lets swallow all.
    Without a target it turns away who comes."""

    def __init__(self, port):
        self.target, self.swallows, self.pairs, self.ended = port, False, [], False
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self):
        while not self.ended:
            ready, _, _ = select.select([self.server] + [s for p in self.pairs for s in p], [], [],
                                        0.05)
            for one in ready:
                if one is self.server:
                    self._join(self.server.accept()[0])
                    continue
                pair = next((p for p in self.pairs if one in p), None)
                if pair:
                    self._pass(pair, one)

    def _join(self, client):
        if self.target is None:
            client.close()
        else:
            self.pairs.append((client, socket.create_connection(("127.0.0.1", self.target))))

    def _pass(self, pair, one):
        other = pair[1 - pair.index(one)]
        try:
            data = one.recv(65536)
            if data and not self.swallows:
                other.sendall(data)
        except OSError:
            data = b""
        if not data:
            self.pairs.remove(pair)
            for end in pair:
                end.close()

    def cut(self):
        for pair in list(self.pairs):
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def close(self):
        self.ended = True
        self.thread.join()
        for pair in self.pairs:
            for end in pair:
                end.close()
        self.server.close()


class BrokerCase(unittest.TestCase):
    """A broker a test, enrolled once: each may break it."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="cote-a-cote-")
        cls.broker = Broker(pathlib.Path(cls.folder.name))
        cls.broker.enrol(OTHER)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.broker.forget()
        self.broker.start()
        self.addCleanup(self._stop)

    def _stop(self):
        if self.broker.process.poll() is None:
            self.broker.signal(signal.SIGCONT)
            self.broker.kill()

    def kiosk(self, **more):
        kiosk = Kiosk(self.broker, **more)
        self.addCleanup(kiosk.close)
        return kiosk

    def desk(self, agent="sylvie"):
        page = self.broker.desk(agent)
        self.addCleanup(page.close)
        return page

    def assertCall(self, page, call, state="waiting", seconds=10):
        def matches(topic, payload, _):
            if not topic.endswith("/call"):
                return False
            event = json.loads(payload)
            return event["call"] == call and event["state"] == state
        found = page.wait_for(matches, seconds)
        self.assertIsNotNone(found, f"{call} {state} does not reach the desk")
        return json.loads(found[1])

    def assertStatus(self, page, seconds=10, **wanted):
        def matches(topic, payload, _):
            if topic != f"kiosk/v1/{SITE}/{KIOSK}/status":
                return False
            status = json.loads(payload)
            return all(status.get(key) == value for key, value in wanted.items())
        found = page.wait_for(matches, seconds)
        self.assertIsNotNone(found, f"no status {wanted}")
        return json.loads(found[1])
