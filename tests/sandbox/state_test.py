# SPDX-License-Identifier: Apache-2.0
"""The program's life: options, ends, what survives them, what a broken state says."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import threading

import sandbox_case
from kiosk_double import Sandbox, good_request
from sandbox_case import SandboxCase, main


class Life(SandboxCase):
    def refused(self, *options):
        """The one line that the program says before it ends with status 2."""
        done = subprocess.run([sandbox_case.PROGRAM, *options], capture_output=True, text=True,
                              timeout=30, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertTrue(done.stderr.startswith("sandbox: "), done.stderr)
        return done.stderr

    def test_options(self):
        for option in ("--help", "--version"):
            done = subprocess.run([sandbox_case.PROGRAM, option], capture_output=True, text=True,
                                  timeout=30, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("sandbox" if option == "--version" else "--today", done.stdout)
        other = self.folder.name + "/other"
        self.assertIn("--state", self.refused())
        self.assertIn("--colour", self.refused("--state", other, "--colour", "blue"))
        self.assertIn("65536", self.refused("--state", other, "--port", "65536"))
        self.assertIn("2026-02-30", self.refused("--state", other, "--today", "2026-02-30"))
        self.assertIn("/nowhere", self.refused("--state", other, "--contract", "/nowhere"))
        taken = str(self.sandbox.port)
        self.assertIn(taken, self.refused("--state", other, "--port", taken))
        self.assertIn(taken, self.refused("--state", other, "--control-port", taken))

    def test_states_that_cannot_be_used(self):
        self.assertIn("in use", self.refused("--state", self.state))
        file = pathlib.Path(self.folder.name, "file")
        file.write_text("not a folder", encoding="utf-8")
        self.assertIn(str(file), self.refused("--state", str(file)))
        broken = pathlib.Path(self.folder.name, "broken")
        for name, text in (("sandbox.db", "not a database" * 100),
                           ("keys/service-secret.json", "{}"),
                           ("keys/service-secret.json", '{"sealingSecret": "QUJD"'),
                           ("keys/tls-server.pem", "-----BEGIN NOTHING-----"),
                           ("keys/tls-server.key", "")):
            shutil.rmtree(broken, ignore_errors=True)
            provision = [sandbox_case.PROGRAM, "--state", str(broken), "--provision"]
            subprocess.run(provision, check=True)
            for companion in ("sandbox.db-wal", "sandbox.db-shm"):
                (broken / companion).unlink(missing_ok=True)
            (broken / name).write_text(text, encoding="utf-8")
            self.assertIn(name, self.refused("--state", str(broken)))

    def test_contracts_that_cannot_be_used(self):
        contract = pathlib.Path(self.folder.name, "contract.yaml")
        for text in ("", "a: [1", "openapi: 3.1.0\n", "paths: {}\n", "paths: {/a: {get: {}}}\n"
                     "components: {schemas: {}}\n"):
            contract.write_text(text, encoding="utf-8")
            line = self.refused("--state", self.folder.name + "/c", "--contract", str(contract))
            self.assertIn(str(contract), line)

    def test_state_survives_every_end(self):
        parcel = self.parcel()
        _, receipt, _ = self.client.send(parcel)
        draft = self.parcel()
        self.client.announce(draft)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
            status, errors = self.sandbox.end(number)
            self.assertEqual((status, errors), (-9 if number == signal.SIGKILL else 0, ""))
            self.sandbox.start()
            self.client.port = self.sandbox.port
            self.assertEqual(self.client.submit(parcel)[1], receipt)
            self.assertEqual(self.client.announce(draft)[0], 200)
        self.assertEqual(len(self.registered()), 1)

    def test_kill_at_any_moment(self):
        """What was answered before a kill -9 is there after it; nothing is there twice."""
        chance = random.Random(7)
        parcels = []
        for round_number in range(12):
            request = good_request()
            request["transfer"]["time"] = f"10:{round_number:02d}"
            parcels.append(self.parcel(request, files=[(0, "image/png", os.urandom(300000))]))
            killer = threading.Timer(chance.uniform(0, 0.15), self.sandbox.process.kill)
            killer.start()
            acknowledged = self.send_until_cut(parcels[-1])
            killer.join()
            self.sandbox.end(signal.SIGKILL)
            self.sandbox.start()
            self.client.port = self.sandbox.port
            _, state, _ = self.client.announce(parcels[-1])
            for name in acknowledged["parts"]:
                self.assertNotIn(name, state["missingParts"])
            if acknowledged["receipt"]:
                self.assertEqual(state["receipt"], acknowledged["receipt"])
            self.assertEqual(self.client.send(parcels[-1])[0], 200)
        ids = [request["requestId"] for request in self.registered()]
        self.assertEqual(ids, [parcel.id for parcel in parcels])

    def send_until_cut(self, parcel):
        done = {"parts": [], "receipt": None}
        try:
            self.client.announce(parcel)
            for part, name in zip(parcel.parts, parcel.announcement["parts"]):
                if self.client.put_part(parcel, part)[0] == 204:
                    done["parts"].append(name["sha256"])
            done["receipt"] = self.client.submit(parcel)[1]
        except (OSError, EOFError, ValueError) as cut:
            self.assertIsNotNone(cut)
        except Exception as cut:  # http.client raises its own kinds for a cut answer
            self.assertIn("http.client", type(cut).__module__)
        return done

    def test_idle_program_sleeps(self):
        """No polling: a connection left open and three seconds wake nobody up (1 a second is the
        limit; the few that happen are ends of calls)."""
        if os.environ.get("SANITIZED"):
            self.skipTest("the thread sanitizer has a thread of its own that wakes up")
        connection = self.client.connect()
        self.addCleanup(connection.close)
        connection.request("GET", "/v1/status")
        connection.getresponse().read()
        before = self.wakeups()
        threading.Event().wait(3)
        self.assertLessEqual(self.wakeups() - before, 3)

    def wakeups(self):
        count = 0
        for task in pathlib.Path(f"/proc/{self.sandbox.process.pid}/task").iterdir():
            for line in (task / "status").read_text(encoding="utf-8").splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    count += int(line.split()[1])
        return count

    def test_keys_are_the_owners_only(self):
        keys = pathlib.Path(self.state, "keys")
        self.assertEqual(keys.stat().st_mode & 0o777, 0o700)
        for name in ("service-secret.json", "tls-ca.key", "tls-server.key"):
            self.assertEqual((keys / name).stat().st_mode & 0o777, 0o600, name)

    def test_today_is_the_machines_when_not_given(self):
        state = self.folder.name + "/now"
        other = Sandbox(sandbox_case.PROGRAM, state)
        self.addCleanup(lambda: other.process.poll() is None and other.end())
        other.end()
        other.command = [sandbox_case.PROGRAM, "--state", state, "--plain"]
        other.start()
        self.client.port = other.port
        day = subprocess.run(["date", "-u", "+%Y-%m"], capture_output=True, text=True, check=True)
        _, body, _ = self.client.call("GET", "/v1/status")
        self.assertTrue(body["time"].startswith(day.stdout.strip()), body["time"])


if __name__ == "__main__":
    main()
