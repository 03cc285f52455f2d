# SPDX-License-Identifier: Apache-2.0
"""Prism, which knows only the contract, stands between the courier and the sandbox and holds every
call and every answer against it; a violation on either side becomes an error of its own."""
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/sandbox"))
from lift import Lift  # noqa: E402
from kiosk_double import Client, Kiosk, Parcel, Sandbox, good_request, uuid7  # noqa: E402

PRISM, PROGRAMS = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
# Prism speaks plain HTTP here and refuses the scheme "mutualTLS" as unknown to it.
SECURITY = "security:\n  - mutualTls: []\n"
COMPLAINT = "[Vv]iolation|✖|UNPROCESSABLE"
PATIENCE = 60


class Proxy:
    """Prism in front of one port. `lines` is all it has said."""

    def __init__(self, contract, upstream):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.lines, self.news = [], threading.Condition()
        self.process = subprocess.Popen(
            [PRISM, "proxy", contract, f"http://127.0.0.1:{upstream}", "--errors",
             "-h", "127.0.0.1", "-p", str(self.port)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, "NO_COLOR": "1"})
        threading.Thread(target=self._read, daemon=True).start()
        self.says("Prism is listening")

    def _read(self):
        for line in self.process.stdout:
            with self.news:
                self.lines.append(line)
                self.news.notify_all()

    def says(self, pattern, since=0):
        """Waits for a line like this behind the first `since` lines."""
        with self.news:
            said = self.news.wait_for(
                lambda: any(re.search(pattern, line) for line in self.lines[since:]), PATIENCE)
        assert said, "".join(self.lines)

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()


class Between(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="prism-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.service, cls.state = cls.folder / "service", cls.folder / "kiosk"
        subprocess.run([ROOT / "services/sandbox/enrol", cls.service, cls.state, PROGRAMS],
                       check=True, capture_output=True)
        cls.sandbox = Sandbox(str(PROGRAMS / "sandbox"), str(cls.service))
        cls.addClassCleanup(cls.sandbox.end)
        contract = (ROOT / "services/national/openapi.yaml").read_text(encoding="utf-8")
        assert contract.count(SECURITY) == 1
        copy = cls.folder / "openapi.yaml"
        copy.write_text(contract.replace(SECURITY, ""), encoding="utf-8")
        cls.lift = Lift(cls.sandbox.port)
        cls.addClassCleanup(cls.lift.end)
        cls.proxy = Proxy(copy, cls.lift.back.server_port)
        cls.addClassCleanup(cls.proxy.end)
        cls.lift.prism_port = cls.proxy.port
        cls.client = Client(cls.lift.front.server_port)
        cls.kiosk = Kiosk(str(cls.service))

    def setUp(self):
        self.assertEqual(self.sandbox.control("DELETE", "state")[0], 204)

    def record(self, count, size):
        """Requests in the real outbox, as the screen leaves them there; their ids."""
        done = subprocess.run([PROGRAMS / "record-requests", self.state, str(count), str(size)],
                              check=True, capture_output=True, text=True)
        return [line.split()[0] for line in done.stdout.splitlines()]

    def carry(self):
        """One round of the real courier; its status and what it said."""
        done = subprocess.run(
            [PROGRAMS / "courier", "--config", ROOT / "config", "--state", self.state,
             "--service", f"http://127.0.0.1:{self.client.port}", "--once"],
            capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.returncode, done.stderr

    def registered(self):
        return [request["requestId"] for request in self.sandbox.control("GET", "requests")[1]]

    def violations(self, since):
        return [line for line in self.proxy.lines[since:] if re.search(COMPLAINT, line)]

    def test_the_couriers_way_holds_the_contract(self):
        quiet = len(self.proxy.lines)
        ids = self.record(2, 300000)
        self.assertEqual(self.carry(), (0, ""))
        self.assertEqual(sorted(self.registered()), sorted(ids))
        self.proxy.says("submission has returned 200", quiet)
        self.assertEqual(self.violations(quiet), [])
        said = "".join(self.proxy.lines[quiet:])
        for number, call in ((2, "post /v1/requests "),
                             (6, "put /v1/requests/"), (2, "post .*/submission ")):
            self.assertEqual(len(re.findall(call + ".*Request received", said)), number, call)

    def test_z_a_violation_of_the_sandbox_is_caught(self):
        """Without this the others would prove nothing."""
        quiet = len(self.proxy.lines)
        ids = self.record(1, 0)
        self.sandbox.faults({"route": "submitRequest", "kind": "not-in-contract", "times": 1})
        status, _ = self.carry()
        self.assertEqual(self.sandbox.control("GET", "faults")[1], [])
        self.proxy.says(COMPLAINT, quiet)
        # Prism turned the answer into a 500: the courier keeps the parcel.
        self.assertEqual(status, 1)
        self.assertEqual(self.registered(), ids)

    def test_the_other_routes_hold_it_too(self):
        quiet = len(self.proxy.lines)

        def call(status, *words, **headers):
            reply = self.client.call(*words, headers)
            self.assertEqual(reply[0], status, reply[1])
            return reply[1]

        vehicle = {"firstRegistrationDate": "2012-03-01", "fiscalPower": 5, "fuelType": "GO",
                   "nationalKind": "VP"}
        call(200, "GET", "/v1/status", None)
        plate = {"registrationNumber": "AB-123-CD"}
        call(200, "POST", "/v1/vehicles/lookup", {**plate, "transferCode": "AB12C"})
        call(404, "POST", "/v1/vehicles/lookup", {**plate, "transferCode": "WRONG"})
        call(200, "POST", "/v1/quotes", {"procedure": "change-of-holder", "department": "25",
                                         "taxableEvent": "2026-11-20", "vehicle": vehicle})
        call(404, "GET", f"/v1/requests/{uuid7()}", None)
        parcel = Parcel(self.kiosk, good_request(), paper_key="ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        self.assertEqual(self.client.send(parcel)[0], 200)
        self.assertEqual(self.client.send(Parcel(self.kiosk, good_request()))[0], 409)
        decide = f"requests/{parcel.id}/decision"
        asked = [{"code": "document-unreadable", "field": None, "document": "proof-of-address"}]
        self.sandbox.control("POST", decide, {"decision": "ask", "asked": asked})
        reference = self.client.submit(parcel)[1]["reference"]
        state = call(200, "GET", f"/v1/requests/{parcel.id}?reference={reference}", None,
                     **{"Paper-Key": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
        self.assertEqual(state["asked"], asked)
        completion = Parcel(self.kiosk, good_request(), completes=parcel.id)
        key = {"Idempotency-Key": f'"{completion.id}"'}
        url = f"/v1/requests/{parcel.id}/completions"
        call(200, "POST", url, completion.announcement, **key)
        for part in completion.parts:
            self.assertEqual(self.client.put_part(completion, part)[0], 204)
        self.assertIsNotNone(call(200, "POST", url, completion.announcement, **key)["receipt"])
        self.sandbox.control("POST", decide, {"decision": "await-payment"})
        payment = {"paymentId": uuid7(), "amountCents": 16376, "currency": "EUR", "means": "card",
                   "outcome": "accepted", "paidAt": "2026-11-20T10:00:00Z"}
        certificate = f"/v1/requests/{parcel.id}/provisional-certificate"
        call(404, "GET", certificate, None)
        call(200, "POST", f"/v1/requests/{parcel.id}/payments", payment,
             **{"Idempotency-Key": '"' + payment["paymentId"] + '"'})
        self.assertTrue(parcel.open_answer(call(200, "GET", certificate, None)) is None)
        self.assertTrue(completion.open_answer(call(200, "GET", certificate, None)))
        self.assertEqual(self.violations(quiet), [])

    def test_z_a_violation_of_a_client_is_caught(self):
        status, body, _ = self.client.call("POST", "/v1/quotes", {"procedure": "no-such"})
        self.assertEqual((status, body["type"].split("#")[1]), (422, "UNPROCESSABLE_ENTITY"))


if __name__ == "__main__":
    unittest.main()
