# SPDX-License-Identifier: Apache-2.0
"""What the centre gives with its answer, and answers to what it asked."""
from kiosk_double import good_request
from sandbox_case import SandboxCase, main

HOLDER = good_request()["holder"]
IDENTITY = next(d for d in good_request()["documents"] if d["kind"] == "identity-document")
PROOF = next(d for d in good_request()["documents"] if d["kind"] == "proof-of-address")


def request_of(procedure, plate, documents, **blocks):
    return {"procedure": procedure, "procedureVersion": 1, "requestDate": "2026-11-20",
            "onBehalf": False, "vehicle": {"registrationNumber": plate}, "holder": HOLDER,
            "declarations": {"onHonour": True}, "documents": documents, **blocks}


def sale():
    buyer = {"kind": "person", "birthSurname": "PETIT", "givenNames": "PAUL", "sex": "M",
             "birthDate": "1960-02-29", "birthPlace": "DOLE", "birthCountry": "FR",
             "address": {"street": "RUE HAUTE", "postcode": "39100", "town": "DOLE"}}
    papers = [{"kind": "registration-certificate", "legible": True, "struckThrough": True,
               "transferDateWritten": "2026-11-18", "signatures": 1, "formerHolders": 1},
              {"kind": "transfer-certificate", "legible": True, "signedBySellers": True,
               "signedByBuyers": True, "date": "2026-11-18"},
              {"kind": "administrative-status", "legible": True, "issueDate": "2026-11-10"},
              {"kind": "roadworthiness-test", "legible": True, "date": "2026-08-01",
               "result": "favourable"}]
    request = request_of("sale-declaration", "FV-418-ND", papers, buyer=buyer,
                         transfer={"date": "2026-11-18", "time": "17:30", "kind": "sale"})
    request["vehicle"]["firstRegistrationDate"] = "2019-04-02"
    return request


class Given(SandboxCase):
    def answer(self, request):
        parcel = self.parcel(request)
        status, receipt, _ = self.client.send(parcel)
        self.assertEqual(status, 200)
        return parcel, parcel.check_receipt(receipt)

    def test_a_sale_gives_a_code_that_the_buyer_can_use(self):
        parcel, answer = self.answer(sale())
        self.assertEqual((answer["status"], answer["totalCents"]), ("under-review", 0))
        self.assertRegex(answer["transferCode"], "^[A-Z0-9]{8}$")
        # Fifteen days, the last one included.
        self.assertEqual(answer["transferCodeUntil"], "2026-12-05")
        self.assertNotIn("newRegistrationNumber", answer)
        self.assertEqual(self.client.submit(parcel)[1]["answer"],
                         self.client.submit(parcel)[1]["answer"])
        query = {"registrationNumber": "FV-418-ND", "transferCode": answer["transferCode"]}
        self.assertEqual(self.client.call("POST", "/v1/vehicles/lookup", query)[0], 200)
        query["transferCode"] = "OTHER"
        self.problem(self.client.call("POST", "/v1/vehicles/lookup", query), 404,
                     "transfer-code-unknown")
        bought = good_request()
        bought["vehicle"] = {"registrationNumber": "FV-418-ND", "fiscalPower": 5,
                             "firstRegistrationDate": "2019-04-02"}
        bought["transfer"] = {"date": "2026-11-18", "kind": "sale",
                              "code": answer["transferCode"], "codeDate": "2026-11-20"}
        for document in bought["documents"]:
            for name in ("transferDateWritten", "date"):
                if document.get(name) == "2026-11-10":
                    document[name] = "2026-11-18"
        self.assertEqual(self.answer(bought)[1]["asked"], [])

    def test_a_sale_that_is_sent_back_gives_none(self):
        request = sale()
        request["documents"][2]["issueDate"] = "2026-11-02"
        parcel, answer = self.answer(request)
        self.assertEqual([one["code"] for one in answer["asked"]],
                         ["administrative-status-too-old"])
        self.assertNotIn("transferCode", answer)
        added = {"procedure": "sale-declaration", "procedureVersion": 1,
                 "documents": [sale()["documents"][2]]}
        completion = self.parcel(added, completes=parcel.id)
        url, key = f"/v1/requests/{parcel.id}/completions", f'"{completion.id}"'
        self.client.call("POST", url, completion.announcement, {"Idempotency-Key": key})
        for part in completion.parts:
            self.client.put_part(completion, part)
        _, state, _ = self.client.call("POST", url, completion.announcement,
                                       {"Idempotency-Key": key})
        answer = completion.check_receipt(state["receipt"], request_id=parcel.id)
        self.assertIn("transferCode", answer)

    def test_an_old_plate_gets_a_new_number(self):
        for plate, expected in (("2478 KS 39", 276), ("FV-418-ND", None)):
            _, answer = self.answer(request_of("change-of-address", plate, [PROOF]))
            self.assertEqual((answer["asked"], answer["totalCents"]), ([], expected))
            self.assertEqual("newRegistrationNumber" in answer, expected is not None)
            self.assertEqual(answer.get("platesToBeMade", False), expected is not None)
        moved = request_of("change-of-address", "2478 KS 39", [PROOF])
        number = self.answer(moved)[1]["newRegistrationNumber"]
        self.assertRegex(number, "^H[A-Z]-[1-9]{3}-[A-Z]{2}$")


class Answers(SandboxCase):
    def asked_for_a_proof(self):
        """A request that lacks its proof of address; returns its parcel and reference."""
        request = good_request()
        request["documents"] = [d for d in request["documents"] if d["kind"] != "proof-of-address"]
        parcel = self.parcel(request)
        _, receipt, _ = self.client.send(parcel)
        self.assertEqual(receipt["status"], "to-complete")
        return parcel, receipt["reference"]

    def send_answer(self, reference, documents=(PROOF,), plate="AB-123-CD", surname="durand"):
        request = request_of("answer-the-centre", plate, list(documents),
                             answer={"reference": reference, "asked": "proof-of-address"})
        request["holder"] = {"birthSurname": surname, "usedSurname": "Martin",
                             "givenNames": "Rolande"}
        parcel = self.parcel(request, files=[(0, "image/jpeg", b"scan")] if documents else [])
        _, receipt, _ = self.client.send(parcel)
        answer = parcel.check_receipt(receipt)
        return answer["status"], [f"{a['code']} {a['field'] or a['document']}"
                                  for a in answer["asked"]]

    def status_of(self, parcel):
        return self.client.call("GET", f"/v1/requests/{parcel.id}")[1]["status"]

    def test_goes_to_the_request_of_that_reference(self):
        parcel, reference = self.asked_for_a_proof()
        self.assertEqual(self.send_answer(reference), ("under-review", []))
        self.assertEqual(self.status_of(parcel), "under-review")
        held = next(r for r in self.registered() if r["requestId"] == parcel.id)
        self.assertIn(PROOF, held["request"]["documents"])
        self.assertEqual((held["asked"], len(held["documents"])), ([], 1))

    def test_of_a_reference_that_fits_nothing_is_rejected(self):
        parcel, reference = self.asked_for_a_proof()
        rejected = ("rejected", ["field-invalid answer.reference"])
        self.assertEqual(self.send_answer("ABCD-2345-EFGH"), rejected)
        # Of another vehicle, or of somebody else.
        self.assertEqual(self.send_answer(reference, plate="BX-482-KQ"), rejected)
        self.assertEqual(self.send_answer(reference, surname="PETIT"), rejected)
        self.assertEqual(self.status_of(parcel), "to-complete")
        self.sandbox.control("POST", f"requests/{parcel.id}/decision", {"decision": "reject"})
        self.assertEqual(self.send_answer(reference), rejected)

    def test_without_the_paper_is_sent_back(self):
        parcel, reference = self.asked_for_a_proof()
        self.assertEqual(self.send_answer(reference, documents=()),
                         ("to-complete", ["document-missing proof-of-address"]))
        old = {**PROOF, "issueDate": "2026-05-19"}
        self.assertEqual(self.send_answer(reference, documents=(old,)),
                         ("to-complete", ["proof-of-address-too-old documents[0].issueDate"]))
        self.assertEqual(self.status_of(parcel), "to-complete")


class Quotes(SandboxCase):
    def quote(self, procedure, case=None, **vehicle):
        query = {"procedure": procedure, "department": "25", "taxableEvent": "2026-11-20",
                 "vehicle": {"fiscalPower": 5, "fuelType": "GO", "nationalKind": "VP", **vehicle}}
        if case:
            query["case"] = case
        return self.client.call("POST", "/v1/quotes", query)

    def test_what_is_published(self):
        married = {"coHolderChange": {"kind": "add-spouse", "marriageDate": "2026-11-01"}}
        for total, procedure, case, vehicle in (
                (0, "sale-declaration", None, {}),
                (276, "change-of-address", None, {"addressStickers": 3}),
                (1376, "co-holder", married, {}),
                (836476, "new-vehicle", None, {"co2": 133, "mass": 1950})):
            status, body, _ = self.quote(procedure, case, **vehicle)
            self.assertEqual((status, body["totalCents"]), (200, total), procedure)

    def test_what_is_not(self):
        reply = self.quote("withdrawal", {"withdrawal": {"kind": "return"}})
        self.assertEqual(self.problem(reply, 422, "on-quote"), "procedure:on-quote")
        self.problem(self.quote("change-of-colour"), 422, "on-quote")
        self.problem(self.quote("Change of colour"), 422, "body-invalid")


if __name__ == "__main__":
    main()
