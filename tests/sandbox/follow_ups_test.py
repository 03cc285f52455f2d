# SPDX-License-Identifier: Apache-2.0
"""What follows a receipt: decisions, payment, what was asked for, the provisional certificate."""
from kiosk_double import good_request, uuid7
from sandbox_case import SandboxCase, main


class FollowUps(SandboxCase):
    def decide(self, parcel, **decision):
        return self.sandbox.control("POST", f"requests/{parcel.id}/decision", decision)

    def pay(self, parcel, payment):
        return self.client.call("POST", f"/v1/requests/{parcel.id}/payments", payment,
                                {"Idempotency-Key": '"' + payment["paymentId"] + '"'})

    def payment(self, **changes):
        return {"paymentId": uuid7(), "amountCents": 16376, "currency": "EUR", "means": "card",
                "outcome": "accepted", "paidAt": "2026-11-20T10:00:00Z", **changes}

    def certificate(self, parcel):
        return self.client.call("GET", f"/v1/requests/{parcel.id}/provisional-certificate")

    def test_payment_then_certificate(self):
        parcel = self.parcel()
        self.client.send(parcel)
        self.problem(self.pay(parcel, self.payment()), 409, "payment-not-expected")
        self.assertEqual(self.decide(parcel, decision="await-payment")[0], 200)
        self.problem(self.certificate(parcel), 404, "certificate-not-ready")
        reply = self.pay(parcel, self.payment(amountCents=1))
        self.assertEqual(self.problem(reply, 422, "amount-wrong"), "amountCents:not-the-total")
        status, state, _ = self.pay(parcel, self.payment(outcome="refused"))
        self.assertEqual((status, state["status"]), (200, "awaiting-payment"))
        payment = self.payment()
        for _ in range(2):
            status, state, _ = self.pay(parcel, payment)
            self.assertEqual((status, state["status"]), (200, "accepted"))
        payment["terminalId"] = "T1"
        self.problem(self.pay(parcel, payment), 409, "payment-conflict")

        status, sealed, headers = self.certificate(parcel)
        self.assertEqual((status, headers["Content-Type"]), (200, "application/octet-stream"))
        self.assertRegex(headers["Content-Digest"], "^sha-256=:.{43}=:$")
        pdf = parcel.open_answer(sealed)
        self.assertTrue(pdf.startswith(b"%PDF-1.4") and pdf.endswith(b"%%EOF\n"))
        self.assertIn("MARTIN ROLANDE".encode("latin-1"), pdf)
        self.assertIn("valable jusqu'au 20/12/2026".encode("latin-1"), pdf)
        table = int(pdf.split(b"startxref\n")[1].split(b"\n")[0])
        self.assertEqual(pdf[table:table + 4], b"xref")

    def complete(self, parcel, completion):
        return self.client.call("POST", f"/v1/requests/{parcel.id}/completions",
                                completion.announcement,
                                {"Idempotency-Key": f'"{completion.id}"'})

    def test_completion(self):
        request = good_request()
        test = request["documents"].pop()
        parcel = self.parcel(request)
        _, first, _ = self.client.send(parcel)
        added = {"procedure": "change-of-holder", "procedureVersion": 1, "documents": [test]}
        completion = self.parcel(added, completes=parcel.id, files=[(0, "image/jpeg", b"scan" * 9)])
        status, state, _ = self.complete(parcel, completion)
        self.assertEqual((status, state["receipt"], len(state["missingParts"])), (200, None, 2))
        for part in completion.parts:
            self.assertEqual(self.client.put_part(completion, part)[0], 204)
        for _ in range(2):
            status, state, _ = self.complete(parcel, completion)
            self.assertEqual((status, state["status"]), (200, "under-review"))
            answer = completion.check_receipt(state["receipt"], request_id=parcel.id)
            self.assertEqual((answer["reference"], answer["asked"]), (first["reference"], []))
        held = self.registered()[0]
        self.assertEqual(held["request"], good_request())
        self.assertEqual(len(held["documents"]), 1)
        again = self.parcel(added, completes=parcel.id)
        self.problem(self.complete(parcel, again), 409, "completion-not-expected")
        # The request's own receipt is what it was.
        self.assertEqual(self.client.submit(parcel)[1], first)

    def test_completion_is_signed(self):
        request = good_request()
        request["documents"].pop()
        parcel = self.parcel(request)
        self.client.send(parcel)
        completion = self.parcel(good_request(), completes=parcel.id)
        completion.announcement["parts"].append({"sha256": "0" * 64, "size": 49})
        self.problem(self.complete(parcel, completion), 422, "signature-invalid")
        self.problem(self.complete(self.parcel(), completion), 404, "request-unknown")

    def test_decisions(self):
        parcel = self.parcel()
        self.assertEqual(self.decide(parcel, decision="accept")[0], 404)
        self.client.announce(parcel)
        self.assertEqual(self.decide(parcel, decision="accept")[0], 409)
        _, receipt, _ = self.client.send(parcel)
        asked = [{"code": "document-unreadable", "field": None, "document": "proof-of-address"}]
        for decision, status in ((dict(decision="ask", asked=asked), "to-complete"),
                                 (dict(status="awaiting-payment"), "awaiting-payment"),
                                 (dict(decision="reject"), "rejected"),
                                 (dict(decision="accept"), "accepted")):
            self.assertEqual(self.decide(parcel, **decision)[1]["status"], status)
            _, state, _ = self.client.call("GET", f"/v1/requests/{parcel.id}")
            self.assertEqual((state["status"], state["receipt"]), (status, receipt))
        for decision in (dict(decision="dance"), dict(status="draft"), {},
                         dict(decision="ask", asked=[{"code": "x"}])):
            self.assertEqual(self.decide(parcel, **decision)[0], 422)

    def test_forgets_all_on_demand(self):
        parcel = self.parcel()
        self.client.send(parcel)
        self.sandbox.faults({"route": "getStatus", "kind": "status-500"})
        self.assertEqual(self.sandbox.control("DELETE", "state")[0], 204)
        self.assertEqual(self.registered(), [])
        self.assertEqual(self.client.call("GET", "/v1/status")[0], 200)
        self.problem(self.client.call("GET", f"/v1/requests/{parcel.id}"), 404, "request-unknown")
        self.assertEqual(self.client.send(parcel)[0], 200)

    def test_own_routes_are_on_both_ports(self):
        self.assertEqual(self.client.call("GET", "/sandbox/v1/requests")[:2], (200, []))
        self.assertEqual(self.client.call("GET", "/sandbox/v1/nothing")[0], 404)
        self.assertEqual(self.sandbox.control("GET", "nothing")[0], 404)


if __name__ == "__main__":
    main()
