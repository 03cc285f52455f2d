#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The courier as a program, against the real sandbox: it wakes when something is recorded, sleeps
otherwise, is alone in its folder and ends when it is asked to.

courier_program.py BIN_DIR SOURCE_DIR
"""
import json
import os
import pathlib
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

BIN, SOURCE = (pathlib.Path(argument) for argument in sys.argv[1:3])


def line_of(process, seconds=30):
    """The next line that it prints; None when none comes in time."""
    ready, _, _ = select.select([process.stdout], [], [], seconds)
    return process.stdout.readline().strip() if ready else None


class Courier(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="cote-a-cote-")
        folder = pathlib.Path(cls.folder.name)
        cls.config, cls.state = folder / "config", folder / "state"
        cls.config.mkdir()
        (cls.config / "kiosk.json").write_text(json.dumps(
            {"kioskId": "kiosk-1",
             "national": {"url": "https://127.0.0.1:1", "answerSeconds": 600}}))
        service = folder / "service"
        enrol = [SOURCE / "services/sandbox/enrol", service, cls.state, BIN, "kiosk-1"]
        subprocess.run(enrol, check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "KIOSK_CONFIG": str(cls.config)})
        cls.sandbox = subprocess.Popen([BIN / "sandbox", "--port", "0", "--state", service],
                                       stdout=subprocess.PIPE, text=True)
        cls.address = "https://" + line_of(cls.sandbox).split()[-1]

    @classmethod
    def tearDownClass(cls):
        cls.sandbox.terminate()
        cls.sandbox.communicate()
        cls.folder.cleanup()

    def command(self, *more, address=None):
        return [BIN / "courier", "--config", self.config, "--state", self.state, "--service",
                address or self.address, *more]

    def start(self, address=None):
        process = subprocess.Popen(self.command(address=address), stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def record(self):
        run = subprocess.run([BIN / "record-requests", self.state, "1", "1000"],
                             capture_output=True, text=True, check=True)
        return run.stdout.split()[0]

    def stop(self, process):
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(20), 0)
        return time.monotonic() - began

    def test_wakes_for_each_record_and_ends_when_asked(self):
        courier = self.start()
        for _ in range(3):
            request = self.record()
            line = line_of(courier)
            self.assertIn(request, line)
            self.assertIn("delivered", line)
        self.stop(courier)

    def test_sleeps_when_nothing_waits(self):
        courier = self.start()
        self.record()
        self.assertIn("delivered", line_of(courier))

        def switches():
            text = pathlib.Path(f"/proc/{courier.pid}/status").read_text()
            main = int(text.split("\nvoluntary_ctxt_switches:")[1].split()[0])
            return main

        deadline = time.monotonic() + 20
        before = switches()
        while time.monotonic() < deadline:  # until it came to rest
            time.sleep(1)
            now, before = switches() - before, switches()
            if now == 0:
                break
        self.assertEqual(now, 0, "the courier does not come to rest")
        self.stop(courier)

    def test_is_alone_in_its_folder(self):
        courier = self.start()
        self.record()
        self.assertIn("delivered", line_of(courier))
        second = subprocess.run(self.command(), capture_output=True, text=True, timeout=20,
                                check=False)
        self.assertEqual(second.returncode, 2)
        self.assertEqual(len(second.stderr.splitlines()), 1, second.stderr)
        self.assertIn("another courier", second.stderr)
        self.stop(courier)

    def test_ends_at_once_though_the_service_is_silent(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            courier = self.start(address=f"http://127.0.0.1:{silent.getsockname()[1]}")
            request = self.record()
            connection, _ = silent.accept()
            with connection:
                self.assertIn(b"POST /v1/requests ", connection.recv(4096))
                self.assertLess(self.stop(courier), 10)
        # Nothing was lost: it leaves as soon as the service answers, and it asks before it creates.
        courier = self.start()
        line = line_of(courier)
        while line is not None and request not in line:
            line = line_of(courier)
        self.assertIn("delivered", line or "")
        self.stop(courier)

    def test_once_tells_whether_something_stays(self):
        def ending(command):
            return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode

        self.assertEqual(ending(self.command("--once")), 0)
        self.record()
        self.assertEqual(ending(self.command("--once", address="https://127.0.0.1:1")), 1)
        deadline = time.monotonic() + 30
        while ending(self.command("--once")) != 0:
            self.assertLess(time.monotonic(), deadline)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
