# SPDX-License-Identifier: Apache-2.0
"""`enrol` makes a kiosk and a sandbox known to each other. A double stands for the courier."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import sandbox_case
from kiosk_double import Client, Sandbox, client_tls

ENROL = pathlib.Path(__file__).resolve().parents[2] / "services/sandbox/enrol"
# What the courier leaves behind at provisioning, as far as the service is concerned.
DOUBLE = """#!/bin/sh
while [ $# -gt 0 ]; do [ "$1" = --state ] && state=$2; shift; done
[ -s "$state/keys/kiosk-public.json" ] && exit 0
key=$(head -c 32 /dev/urandom | base64)
printf '{"publicKey": "%s"}\\n' "$key" >"$state/keys/kiosk-public.json"
"""


class Enrolment(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="enrolment-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.service, self.kiosk = self.folder / "service", self.folder / "kiosk"
        self.programs = self.folder / "bin"
        self.programs.mkdir()
        program = pathlib.Path(sandbox_case.PROGRAM)
        (self.programs / "sandbox").symlink_to(program)
        (self.programs / "courier").write_text(DOUBLE, encoding="utf-8")
        (self.programs / "courier").chmod(0o755)

    def enrol(self, *names, programs=None):
        return subprocess.run([ENROL, self.service, self.kiosk, programs or self.programs, *names],
                              capture_output=True, text=True, timeout=60, check=False)

    def files(self):
        found = {}
        for path in sorted(self.folder.rglob("keys/**/*")):
            if path.is_file():
                found[str(path)] = path.read_bytes()
        return found

    def test_enrolled_kiosk_is_let_in(self):
        done = self.enrol("desk-2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("desk-2 is known", done.stdout)
        keys = self.kiosk / "keys"
        for name in ("tls-client.key", "tls-client.pem", "national.json", "tls-ca.pem"):
            self.assertEqual((keys / name).stat().st_mode & 0o777, 0o600, name)
        national = json.loads((keys / "national.json").read_text(encoding="utf-8"))
        self.assertEqual(sorted(national), ["keyId", "receiptKey", "sealingKey"])
        self.assertTrue((self.service / "keys/kiosks/desk-2.json").is_file())
        self.assertFalse((keys / "service-secret.json").exists())
        sandbox = Sandbox(sandbox_case.PROGRAM, str(self.service), plain=False)
        self.addCleanup(sandbox.end)
        tls = client_tls(keys / "tls-ca.pem", keys / "tls-client.pem", keys / "tls-client.key")
        self.assertEqual(Client(sandbox.port, tls).call("GET", "/v1/status")[0], 200)
        # Also while the sandbox runs, for a kiosk that comes later.
        self.kiosk = self.folder / "kiosk3"
        self.assertEqual(self.enrol("desk-3").returncode, 0)
        keys = self.kiosk / "keys"
        tls = client_tls(keys / "tls-ca.pem", keys / "tls-client.pem", keys / "tls-client.key")
        self.assertEqual(Client(sandbox.port, tls).call("GET", "/v1/status")[0], 200)

    def test_twice_changes_nothing(self):
        self.assertEqual(self.enrol("desk-2").returncode, 0)
        before = self.files()
        self.assertEqual(self.enrol("desk-2").returncode, 0)
        self.assertEqual(self.files(), before)

    def test_takes_the_id_of_the_configuration(self):
        self.assertEqual(self.enrol().returncode, 0)
        config = ENROL.parents[2] / "config/kiosk.json"
        name = json.loads(config.read_text(encoding="utf-8"))["kioskId"]
        self.assertTrue((self.service / f"keys/kiosks/{name}.json").is_file())

    def test_a_spoiled_certificate_is_made_again(self):
        self.enrol("desk-2")
        certificate = self.kiosk / "keys/tls-client.pem"
        for text in ("", "-----BEGIN CERTIFICATE-----\nQQ==\n-----END CERTIFICATE-----\n"):
            certificate.write_text(text, encoding="utf-8")
            self.assertEqual(self.enrol("desk-2").returncode, 0)
            self.assertGreater(certificate.stat().st_size, 300)
        old = certificate.read_bytes()
        shutil.rmtree(self.service)
        self.assertEqual(self.enrol("desk-2").returncode, 0)
        self.assertNotEqual(certificate.read_bytes(), old)
        self.assertEqual((self.kiosk / "keys/national.json").read_bytes(),
                         (self.service / "keys/national.json").read_bytes())

    def test_faults_are_one_clear_line(self):
        for done, word in ((self.enrol("../desk"), "../desk"), (self.enrol("a", "b"), "usage"),
                           (self.enrol("desk-2", programs=self.folder), "sandbox")):
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            self.assertIn(word, done.stderr)
        os.chmod(self.programs / "courier", 0o644)
        self.assertIn("courier", self.enrol("desk-2").stderr)


if __name__ == "__main__":
    sandbox_case.main()
