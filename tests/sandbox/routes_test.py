# SPDX-License-Identifier: Apache-2.0
"""Each route of the contract, from the announcement to the signed receipt."""
import json
import os

from kiosk_double import Kiosk, Parcel, box_keys, good_request, uuid7
from sandbox_case import SandboxCase, main


class Status(SandboxCase):
    def test_tells_limits_and_keys(self):
        status, body, _ = self.client.call("GET", "/v1/status")
        self.assertEqual(status, 200)
        self.assertEqual(body["limits"], {"maxDocumentBytes": 1048576, "maxPartBytes": 262144})
        self.assertEqual(body["sealingKeys"][0]["keyId"], self.kiosk.key_id)
        self.assertTrue(body["time"].startswith("2026-11-20T"))

    def test_knows_only_the_contract(self):
        self.problem(self.client.call("GET", "/v1/nothing"), 404, "no-such-route")
        self.problem(self.client.call("PUT", "/v1/status"), 405, "method-not-allowed")
        self.problem(self.client.call("GET", "/"), 404, "no-such-route")


class Vehicles(SandboxCase):
    def test_lookup(self):
        def look_up(**query):
            return self.client.call("POST", "/v1/vehicles/lookup", query)

        status, body, _ = look_up(registrationNumber="AB-123-CD", transferCode="AB12C")
        self.assertEqual((status, body["model"], body["fiscalPower"]), (200, "CLIO", 5))
        self.assertNotIn("holder", json.dumps(body))
        self.problem(look_up(registrationNumber="AB-123-CD", transferCode="WRONG"), 404,
                     "transfer-code-unknown")
        self.problem(look_up(registrationNumber="ZZ-999-ZZ", transferCode="AB12C"), 404,
                     "vehicle-unknown")
        self.problem(look_up(registrationNumber="4321 XY 25", certificateDate="1998-06-16"), 404,
                     "certificate-unknown")
        errors = self.problem(look_up(registrationNumber="ab123cd", transferCode="AB12C"), 422,
                              "body-invalid")
        self.assertEqual(errors, "registrationNumber:pattern")

    def test_quote(self):
        vehicle = {"firstRegistrationDate": "2012-03-01", "fiscalPower": 5, "fuelType": "GO",
                   "nationalKind": "VP"}
        query = {"procedure": "change-of-holder", "department": "25",
                 "taxableEvent": "2026-11-20", "vehicle": vehicle}
        status, body, _ = self.client.call("POST", "/v1/quotes", query)
        self.assertEqual((status, body["totalCents"]), (200, 16376))
        self.assertEqual([line["code"] for line in body["lines"]], ["Y.1", "Y.4", "Y.5"])
        query["taxableEvent"] = "2026-02-30"
        errors = self.problem(self.client.call("POST", "/v1/quotes", query), 422, "body-invalid")
        self.assertEqual(errors, "taxableEvent:no-such-day")

    def test_bodies_that_are_none(self):
        url = "/v1/vehicles/lookup"
        kind = {"Content-Type": "application/json"}
        for body in (b"", b"{", b"[" * 5000, b"\xff\xfe", b"{}{}"):
            self.problem(self.client.call("POST", url, body, kind), 400, "body-malformed")
        reply = self.client.call("POST", url, b"{}", {"Content-Type": "text/plain"})
        self.problem(reply, 400, "content-type-wrong")
        self.problem(self.client.call("POST", url, b" " * 1100000, kind), 413, "body-too-large")


class Requests(SandboxCase):
    def test_a_whole_parcel_with_files(self):
        scan = os.urandom(700000)
        parcel = self.parcel(files=[(2, "image/jpeg", scan), (3, "application/pdf", b"%PDF-")])
        self.problem(self.client.call("GET", f"/v1/requests/{parcel.id}"), 404, "request-unknown")
        status, state, _ = self.client.announce(parcel)
        self.assertEqual((status, state["status"], state["receipt"]), (201, "draft", None))
        digests = [part["sha256"] for part in parcel.announcement["parts"]]
        self.assertEqual(state["missingParts"], digests)
        self.problem(self.client.submit(parcel), 409, "parts-missing")
        for part in parcel.parts:
            self.assertEqual(self.client.put_part(parcel, part)[0], 204)
            self.assertEqual(self.client.put_part(parcel, part)[0], 204)
        status, receipt, _ = self.client.submit(parcel)
        self.assertEqual(status, 200)
        answer = parcel.check_receipt(receipt)
        self.assertEqual(answer, {"reference": receipt["reference"], "status": "under-review",
                                  "nextStep": "wait", "totalCents": 16376, "asked": []})
        _, state, _ = self.client.call("GET", f"/v1/requests/{parcel.id}")
        self.assertEqual((state["missingParts"], state["receipt"]), ([], receipt))
        held = self.registered()
        self.assertEqual(len(held), 1)
        self.assertEqual(held[0]["request"], good_request())
        self.assertEqual([d["size"] for d in held[0]["documents"]], [700000, 5])
        self.assertEqual(held[0]["documents"][0]["sha256"], parcel.content["files"][0]["sha256"])

    def test_is_registered_once_for_ever(self):
        parcel = self.parcel()
        _, receipt, _ = self.client.send(parcel)
        for _ in range(3):
            status, state, _ = self.client.announce(parcel)
            self.assertEqual((status, state["receipt"]), (200, receipt))
            self.assertEqual(self.client.put_part(parcel, parcel.parts[0])[0], 204)
            self.assertEqual(self.client.submit(parcel)[:2], (200, receipt))
        self.assertEqual(len(self.registered()), 1)
        other = self.parcel()
        other.announcement["requestId"] = other.id = parcel.id
        self.problem(self.client.announce(other), 409, "request-conflict")

    def test_the_same_transfer_twice(self):
        self.client.send(self.parcel())
        self.problem(self.client.send(self.parcel()), 409, "duplicate-request")
        later = good_request()
        later["transfer"]["time"] = "15:00"
        self.assertEqual(self.client.send(self.parcel(later))[0], 200)
        first = self.registered()[0]["requestId"]
        self.sandbox.control("POST", f"requests/{first}/decision", {"decision": "reject"})
        self.assertEqual(self.client.send(self.parcel())[0], 200)

    def test_announcements_that_are_refused(self):
        parcel = self.parcel()
        parcel.announcement["parts"][0]["size"] += 1
        errors = self.problem(self.client.announce(parcel), 422, "signature-invalid")
        self.assertEqual(errors, "signature:invalid")
        parcel = self.parcel()
        reply = self.client.call("POST", "/v1/requests", parcel.announcement,
                                 {"Idempotency-Key": f'"{uuid7()}"'})
        self.problem(reply, 400, "idempotency-key-mismatch")
        reply = self.client.call("POST", "/v1/requests", parcel.announcement)
        self.assertEqual(self.problem(reply, 400, "parameter-invalid"), "Idempotency-Key:required")
        self.kiosk.key_id = "seal-of-yesterday"
        self.problem(self.client.announce(self.parcel()), 422, "key-unknown")
        self.kiosk.kiosk_id = "stranger"
        self.problem(self.client.announce(self.parcel()), 403, "kiosk-unknown")
        self.kiosk.kiosk_id = "../keys/national"
        self.problem(self.client.announce(self.parcel()), 422, "body-invalid")

    def test_parts_that_are_refused(self):
        parcel = self.parcel()
        self.problem(self.client.put_part(parcel, parcel.parts[0]), 404, "request-unknown")
        self.client.announce(parcel)
        self.problem(self.client.put_part(parcel, b"x" * 60), 404, "part-not-announced")
        name = parcel.announcement["parts"][0]["sha256"]
        url = f"/v1/requests/{parcel.id}/parts/{name}"
        headers = {"Content-Type": "application/octet-stream",
                   "Content-Digest": "sha-256=:" + "A" * 43 + "=:"}
        reply = self.client.call("PUT", url, parcel.parts[0], headers)
        self.assertEqual(self.problem(reply, 400, "digest-mismatch"), "Content-Digest:mismatch")
        del headers["Content-Digest"]
        self.problem(self.client.call("PUT", url, parcel.parts[0], headers), 400,
                     "parameter-invalid")
        headers["Content-Digest"] = "sha-256=:" + "A" * 43 + "=:"
        reply = self.client.call("PUT", url, b"x" * 300000, headers)
        self.problem(reply, 413, "part-too-large")
        _, state, _ = self.client.call("GET", f"/v1/requests/{parcel.id}")
        self.assertEqual(state["missingParts"], [name])

    def test_parcels_that_do_not_open(self):
        other = Kiosk(self.state, "other-kiosk")
        other.sealing_key = box_keys()[0]
        self.assertEqual(self.unreadable(Parcel(other, good_request())), "parts[0]:cannot-open")
        request = good_request()
        request["holder"]["shoeSize"] = 39
        self.assertEqual(self.unreadable(self.parcel(request)),
                         "request.holder.shoeSize:unexpected")
        request = good_request()
        request["procedureVersion"] = 2
        self.assertEqual(self.unreadable(self.parcel(request)),
                         "request.procedureVersion:announcement-mismatch")
        big = self.parcel(files=[(0, "image/png", os.urandom(1048577))])
        self.assertEqual(self.unreadable(big), "files[0].size:document-too-large")
        self.assertEqual(self.registered(), [])

    def unreadable(self, parcel):
        first = self.problem(self.client.send(parcel), 422, "parcel-unreadable")
        self.assertEqual(self.problem(self.client.submit(parcel), 422, "parcel-unreadable"), first)
        return first

    def test_the_centre_asks(self):
        request = good_request()
        del request["documents"][4]
        parcel = self.parcel(request, paper_key="ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        _, receipt, _ = self.client.send(parcel)
        answer = parcel.check_receipt(receipt)
        asked = [{"code": "document-missing", "document": "roadworthiness-test", "field": None}]
        self.assertEqual((answer["status"], answer["nextStep"], answer["asked"]),
                         ("to-complete", "complete", asked))
        url = f"/v1/requests/{parcel.id}"
        self.assertNotIn("asked", self.client.call("GET", url)[1])
        with_reference = url + "?reference=" + receipt["reference"]
        key = {"Paper-Key": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
        _, state, _ = self.client.call("GET", with_reference, None, key)
        self.assertEqual((state["asked"], state["askedBefore"]), (asked, "2026-12-20"))
        wrong = {"Paper-Key": "BBCDEFGHIJKLMNOPQRSTUVWXYZ"}
        for reply in (self.client.call("GET", with_reference, None, wrong),
                      self.client.call("GET", with_reference),
                      self.client.call("GET", url, None, key)):
            self.problem(reply, 404, "request-unknown")


if __name__ == "__main__":
    main()
