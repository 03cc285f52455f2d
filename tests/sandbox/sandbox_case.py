# SPDX-License-Identifier: Apache-2.0
"""What the suites on the running program share: one sandbox in a folder of its own."""
import sys
import tempfile
import unittest

from kiosk_double import Client, Kiosk, Parcel, Sandbox, good_request

PROGRAM = "sandbox"


class SandboxCase(unittest.TestCase):
    """A plain sandbox with an enrolled kiosk for each test; ended and removed behind it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sandbox-test-")
        self.addCleanup(self.folder.cleanup)
        self.state = self.folder.name + "/state"
        self.begin()

    def begin(self, **options):
        self.sandbox = Sandbox(PROGRAM, self.state, **options)
        self.addCleanup(self.end)
        self.kiosk = Kiosk(self.state)
        self.client = Client(self.sandbox.port)

    def end(self):
        """SIGTERM is a clean end, and nothing was complained of on the way."""
        if self.sandbox.process.returncode is None:
            status, errors = self.sandbox.end()
            self.assertEqual((status, errors), (0, ""))

    def parcel(self, request=None, **options):
        return Parcel(self.kiosk, request or good_request(), **options)

    def problem(self, reply, status, code):
        """The reply is this problem; returns its errors as text."""
        self.assertEqual((reply[0], reply[1]["code"]), (status, code))
        self.assertEqual(reply[1]["status"], status)
        self.assertEqual(reply[2]["Content-Type"], "application/problem+json")
        return " ".join(f"{e['field']}:{e['code']}" for e in reply[1].get("errors", []))

    def registered(self):
        status, requests = self.sandbox.control("GET", "requests")
        self.assertEqual(status, 200)
        return requests


def main():
    """The program under test is the first argument; the rest is unittest's."""
    global PROGRAM
    PROGRAM = sys.argv.pop(1)
    unittest.main(module="__main__")
