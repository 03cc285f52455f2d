# SPDX-License-Identifier: Apache-2.0
"""Mutual TLS is the default: who may speak, and that faults also happen under TLS."""
import os
import socket
import ssl
import urllib.error
import urllib.request
import warnings

from kiosk_double import Client, client_tls, make_authority, make_client_certificate
from sandbox_case import SandboxCase, main


class Tls(SandboxCase):
    def begin(self):
        super().begin(plain=False)
        self.keys = os.path.join(self.state, "keys")
        self.authority = os.path.join(self.keys, "tls-ca.pem")
        certificate = make_client_certificate(self.folder.name + "/own", self.authority,
                                              os.path.join(self.keys, "tls-ca.key"))
        self.client = Client(self.sandbox.port, client_tls(self.authority, *certificate))

    def test_a_whole_parcel(self):
        parcel = self.parcel(files=[(0, "image/png", os.urandom(500000))])
        status, receipt, _ = self.client.send(parcel)
        self.assertEqual(status, 200)
        parcel.check_receipt(receipt)

    def refused(self, tls):
        with self.assertRaises((ssl.SSLError, ConnectionError)):
            Client(self.sandbox.port, tls).call("GET", "/v1/status")

    def test_without_a_client_certificate(self):
        self.refused(client_tls(self.authority))

    def test_certificate_of_a_foreign_authority(self):
        foreign = make_authority(self.folder.name + "/foreign")
        certificate = make_client_certificate(self.folder.name + "/foreign", *foreign)
        self.refused(client_tls(self.authority, *certificate))

    def test_the_servers_own_certificate_is_no_client(self):
        self.refused(client_tls(self.authority, os.path.join(self.keys, "tls-server.pem"),
                                os.path.join(self.keys, "tls-server.key")))

    def test_a_client_that_trusts_another_authority(self):
        certificate, _ = make_authority(self.folder.name + "/foreign")
        self.refused(client_tls(certificate))

    def test_old_protocols_and_plain_text(self):
        old = client_tls(self.authority)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            old.minimum_version = ssl.TLSVersion.TLSv1_1
            old.maximum_version = ssl.TLSVersion.TLSv1_1
        self.refused(old)
        with socket.create_connection(("127.0.0.1", self.sandbox.port), timeout=10) as connection:
            connection.sendall(b"GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n")
            try:
                self.assertFalse(connection.recv(100).startswith(b"HTTP"))
            except ConnectionError:
                pass
        self.assertEqual(self.client.call("GET", "/v1/status")[0], 200)

    def test_own_routes(self):
        self.assertEqual(self.client.call("GET", "/sandbox/v1/requests")[:2], (200, []))
        url = f"http://127.0.0.1:{self.sandbox.control_port}"
        with urllib.request.urlopen(url + "/sandbox/v1/requests", timeout=10) as reply:
            self.assertEqual(reply.read(), b"[]")
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(url + "/v1/status", timeout=10)
        self.assertEqual(refused.exception.code, 404)
        refused.exception.close()

    def test_faults_under_tls(self):
        for kind, route in (("refuse-connection", "*"), ("refuse-connection", "getStatus"),
                            ("drop-after-accept", "getStatus"), ("cut-body", "getStatus")):
            self.sandbox.faults({"route": route, "kind": kind, "times": 1})
            # Each of these is an end without a proper answer, never an answer.
            with self.assertRaises(Exception, msg=kind):
                self.client.call("GET", "/v1/status")
            self.assertEqual(self.client.call("GET", "/v1/status")[0], 200)

    def test_silent_visitors_do_not_block_others(self):
        silent = [socket.create_connection(("127.0.0.1", self.sandbox.port)) for _ in range(40)]
        self.assertEqual(self.client.call("GET", "/v1/status", timeout=5)[0], 200)
        for connection in silent:
            connection.close()


if __name__ == "__main__":
    main()
