# SPDX-License-Identifier: Apache-2.0
"""Each fault kind as it is on the wire, seen with a plain socket, and what was done with it."""
import base64
import http.client
import json
import socket
import time

from sandbox_case import SandboxCase, main

STATUS = b"GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n"


class Wire(SandboxCase):
    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.sandbox.port), timeout=10)
        self.addCleanup(connection.close)
        return connection

    def raw(self, request, connection=None):
        """All bytes until the other side ends; "reset" behind them when it does so by a reset."""
        got = b""
        try:
            connection = connection or self.connect()
            connection.sendall(request)
            while True:
                data = connection.recv(65536)
                if not data:
                    return got
                got += data
        except ConnectionError:
            return got + b"reset"

    def fault(self, kind, route="*", times=1, **more):
        self.sandbox.faults({"route": route, "kind": kind, "times": times, **more})

    def left(self):
        return self.sandbox.control("GET", "faults")[1]

    def works(self):
        self.assertEqual(self.left(), [])
        self.assertEqual(self.client.call("GET", "/v1/status")[0], 200)

    def submission(self, parcel):
        return (f"POST /v1/requests/{parcel.id}/submission HTTP/1.1\r\nHost: x\r\n"
                f"Idempotency-Key: \"{parcel.id}\"\r\nContent-Length: 0\r\n\r\n").encode()

    def ready_to_submit(self):
        parcel = self.parcel()
        self.client.announce(parcel)
        for part in parcel.parts:
            self.client.put_part(parcel, part)
        return parcel

    def is_registered(self, parcel):
        return parcel.id in [request["requestId"] for request in self.registered()]

    def test_refuse_connection_at_the_door(self):
        self.fault("refuse-connection", times=2)
        for _ in range(2):
            self.assertEqual(self.raw(b""), b"reset")
        self.works()

    def test_refuse_connection_of_one_route(self):
        parcel = self.ready_to_submit()
        self.fault("refuse-connection", "submitRequest")
        self.assertEqual(self.client.call("GET", "/v1/status")[0], 200)
        self.assertEqual(self.raw(self.submission(parcel)), b"reset")
        self.assertFalse(self.is_registered(parcel))
        self.works()

    def test_refuse_connection_on_a_connection_in_use(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.sandbox.port, timeout=10)
        self.addCleanup(connection.close)
        connection.request("GET", "/v1/status")
        connection.getresponse().read()
        self.fault("refuse-connection", "getStatus")
        with self.assertRaises(ConnectionError):
            connection.request("GET", "/v1/status")
            connection.getresponse()
        self.works()

    def test_nobody_listens(self):
        self.sandbox.faults({"route": "*", "kind": "refuse-connection"})
        for _ in range(3):
            with self.assertRaises(ConnectionRefusedError):
                self.connect()
        self.sandbox.faults()
        self.works()

    def test_slow(self):
        self.fault("slow", seconds=0.7)
        began = time.monotonic()
        self.assertEqual(self.client.call("GET", "/v1/status")[0], 200)
        self.assertGreaterEqual(time.monotonic() - began, 0.7)
        self.works()

    def test_slow_does_not_delay_others_nor_the_end(self):
        self.fault("slow", seconds=600)
        connection = self.connect()
        connection.sendall(STATUS)
        while self.left():
            pass
        self.works()
        began = time.monotonic()
        self.end()
        self.assertLess(time.monotonic() - began, 5)

    def test_drop_after_accept(self):
        parcel = self.ready_to_submit()
        self.fault("drop-after-accept", "/v1/requests/{requestId}/submission")
        self.assertEqual(self.raw(self.submission(parcel)), b"")
        self.assertTrue(self.is_registered(parcel))
        self.works()
        _, receipt, _ = self.client.submit(parcel)
        parcel.check_receipt(receipt)
        self.assertEqual(len(self.registered()), 1)

    def test_cut_body(self):
        parcel = self.ready_to_submit()
        self.fault("cut-body", "POST /v1/requests/{requestId}/submission")
        head, body = self.raw(self.submission(parcel)).split(b"\r\n\r\n")
        self.assertTrue(head.startswith(b"HTTP/1.1 200 "))
        length = int(dict(line.lower().split(b": ") for line in head.split(b"\r\n")[1:])
                     [b"content-length"])
        self.assertEqual(len(body), length // 2)
        self.assertTrue(self.is_registered(parcel))
        self.works()

    def test_cut_body_where_there_is_none(self):
        parcel = self.parcel()
        self.client.announce(parcel)
        self.fault("cut-body", "putPart")
        part, name = parcel.parts[0], parcel.announcement["parts"][0]["sha256"]
        digest = base64.b64encode(bytes.fromhex(name)).decode()
        head = (f"PUT /v1/requests/{parcel.id}/parts/{name} HTTP/1.1\r\nHost: x\r\n"
                f"Content-Type: application/octet-stream\r\nContent-Digest: sha-256=:{digest}:\r\n"
                f"Content-Length: {len(part)}\r\n\r\n").encode()
        got = self.raw(head + part)
        self.assertTrue(got.startswith(b"HTTP/1.1 204"), got)
        self.assertNotIn(b"\r\n\r\n", got)
        _, state, _ = self.client.call("GET", f"/v1/requests/{parcel.id}")
        self.assertEqual(state["missingParts"], [])
        self.works()

    def test_cut_body_of_a_big_body_announced_with_expect(self):
        parcel = self.parcel()
        self.fault("cut-body", "announceRequest")
        body = json.dumps(parcel.announcement).encode()
        head = (f"POST /v1/requests HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                f"Idempotency-Key: \"{parcel.id}\"\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode()
        got = self.raw(head + body)
        self.assertTrue(got.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created"), got)
        with self.assertRaises(ValueError):
            json.loads(got.rsplit(b"\r\n\r\n", 1)[1])
        self.works()

    def test_statuses(self):
        for kind, status in (("status-500", 500), ("status-503-retry-after", 503),
                             ("status-429", 429)):
            parcel = self.ready_to_submit()
            self.fault(kind, "submitRequest", seconds=7)
            code, body, headers = self.client.submit(parcel)
            self.assertEqual((code, body["status"]), (status, status))
            self.assertEqual(headers["Retry-After"], None if status == 500 else "7")
            self.assertFalse(self.is_registered(parcel))
            self.works()

    def test_a_status_instead_of_a_part_leaves_the_connection_usable(self):
        parcel = self.parcel()
        self.client.announce(parcel)
        self.fault("status-503-retry-after", "putPart")
        connection = http.client.HTTPConnection("127.0.0.1", self.sandbox.port, timeout=10)
        self.addCleanup(connection.close)
        name = parcel.announcement["parts"][0]["sha256"]
        connection.request("PUT", f"/v1/requests/{parcel.id}/parts/{name}", b"x" * 262144)
        reply = connection.getresponse()
        self.assertEqual((reply.status, json.loads(reply.read())["code"]),
                         (503, "service-unavailable"))
        connection.request("GET", "/v1/status")
        self.assertEqual(connection.getresponse().status, 200)

    def test_nonsense(self):
        parcel = self.ready_to_submit()
        self.fault("nonsense", "submitRequest")
        status, body, headers = self.client.submit(parcel)
        self.assertEqual((status, headers["Content-Type"]), (200, "text/html"))
        self.assertTrue(body.startswith(b"<html>"))
        self.assertFalse(self.is_registered(parcel))
        self.works()

    def test_not_in_contract(self):
        parcel = self.ready_to_submit()
        self.fault("not-in-contract", "submitRequest")
        status, body, headers = self.client.submit(parcel)
        self.assertEqual((status, headers["Content-Type"]), (200, "application/json"))
        self.assertEqual((body["reference"], body["digests"]), (42, "not in the contract"))
        self.assertTrue(self.is_registered(parcel))
        self.works()

    def test_faults_in_order_and_strictly_read(self):
        self.sandbox.faults({"route": "getStatus", "kind": "status-500", "times": 1},
                            {"route": "getStatus", "kind": "status-429", "times": 2})
        seen = [self.client.call("GET", "/v1/status")[0] for _ in range(4)]
        self.assertEqual(seen, [500, 429, 429, 200])
        command = ["PUT", "faults", [{"route": "*", "kind": "earthquake", "times": 1}]]
        self.assertEqual(self.sandbox.control(*command)[0], 422)
        status, errors = self.sandbox.end()
        self.assertEqual(status, 0)
        self.assertIn("earthquake", errors)

    def test_headers_from_outside_play_no_fault(self):
        status, _, _ = self.client.call("GET", "/v1/status", None,
                                        {"X-Sandbox-Fault": "status-500"})
        self.assertEqual(status, 200)

    def test_what_is_no_http(self):
        for request in (b"\0\1\2\r\n\r\n", b"GET\r\n\r\n",
                        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n",
                        b"POST /v1/quotes HTTP/1.1\r\nContent-Length: 99\r\n\r\n{"):
            connection = self.connect()
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            self.assertIn(self.raw(b"", connection)[9:12], (b"400", b"414", b""))
        self.works()


if __name__ == "__main__":
    main()
