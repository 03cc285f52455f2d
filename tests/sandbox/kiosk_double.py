# SPDX-License-Identifier: Apache-2.0
"""A kiosk written from the contract alone: seals, signs and speaks HTTP, for tests of the sandbox.

Only the standard library, libsodium through ctypes and the openssl command."""
import base64
import ctypes
import ctypes.util
import hashlib
import http.client
import json
import os
import secrets
import signal
import ssl
import subprocess
import time

SODIUM = ctypes.CDLL("libsodium.so.23")
SODIUM.sodium_init()
CHUNK = 262096


def seal(opened, public_key):
    sealed = ctypes.create_string_buffer(len(opened) + 48)
    assert SODIUM.crypto_box_seal(sealed, opened, ctypes.c_ulonglong(len(opened)), public_key) == 0
    return sealed.raw


def open_sealed(sealed, public_key, secret_key):
    opened = ctypes.create_string_buffer(max(len(sealed) - 48, 1))
    size = ctypes.c_ulonglong(len(sealed))
    if SODIUM.crypto_box_seal_open(opened, sealed, size, public_key, secret_key) != 0:
        return None
    return opened.raw[: len(sealed) - 48]


def box_keys():
    public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
    SODIUM.crypto_box_keypair(public, secret)
    return public.raw, secret.raw


def signing_keys():
    public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
    SODIUM.crypto_sign_keypair(public, secret)
    return public.raw, secret.raw


def sign(text, secret):
    signature = ctypes.create_string_buffer(64)
    data = text.encode()
    SODIUM.crypto_sign_detached(signature, None, data, ctypes.c_ulonglong(len(data)), secret)
    return base64.b64encode(signature.raw).decode()


def is_signed(text, signature, public):
    data = text.encode()
    raw = base64.b64decode(signature)
    size = ctypes.c_ulonglong(len(data))
    return SODIUM.crypto_sign_verify_detached(raw, data, size, public) == 0


def uuid7():
    value = (int(time.time() * 1000) << 80) | secrets.randbits(80)
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


class Sandbox:
    """One sandbox program on a state folder. `stop()` ends it; the state stays."""

    def __init__(self, program, state, *options, plain=True, today="2026-11-20"):
        self.program, self.state = program, state
        mode = ["--plain"] if plain else []
        self.command = [program, "--state", state, "--today", today, *mode, *options]
        self.plain = plain
        self.process = None
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        assert line.startswith("listening on 127.0.0.1:"), (line, self.process.stderr.read())
        self.port = int(line.rsplit(":", 1)[1])
        line = self.process.stdout.readline()
        assert line.startswith("control on http://127.0.0.1:"), line
        self.control_port = int(line.rsplit(":", 1)[1])

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        status = self.process.wait(timeout=30)
        errors = self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
        return status, errors

    def control(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.control_port, timeout=30)
        data = None if body is None else json.dumps(body)
        kind = {"Content-Type": "application/json"}
        connection.request(method, "/sandbox/v1/" + path, data, kind)
        reply = connection.getresponse()
        text = reply.read()
        connection.close()
        return reply.status, json.loads(text) if text else None

    def faults(self, *faults):
        status, _ = self.control("PUT", "faults", list(faults))
        assert status == 200, status


class Kiosk:
    """Keys of one kiosk, enrolled at one sandbox state."""

    def __init__(self, state, kiosk_id="test-kiosk"):
        self.kiosk_id = kiosk_id
        self.public, self.secret = signing_keys()
        with open(os.path.join(state, "keys", "national.json"), encoding="utf-8") as file:
            national = json.load(file)
        self.key_id = national["keyId"]
        self.sealing_key = base64.b64decode(national["sealingKey"])
        self.receipt_key = base64.b64decode(national["receiptKey"])
        os.makedirs(os.path.join(state, "keys", "kiosks"), exist_ok=True)
        path = os.path.join(state, "keys", "kiosks", kiosk_id + ".json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"publicKey": base64.b64encode(self.public).decode()}, file)


class Parcel:
    """A sealed parcel with its announcement, or a completion when `completes` is its request id."""

    def __init__(self, kiosk, request, files=(), completes=None, procedure=None, paper_key=None):
        self.kiosk = kiosk
        self.id = uuid7()
        self.answer_public, self.answer_secret = box_keys()
        self.parts = []
        entries = []
        for document, media_type, data in files:
            parts = [self._seal(data[i : i + CHUNK]) for i in range(0, len(data), CHUNK)]
            entries.append({"document": document, "mediaType": media_type, "sha256": sha256(data),
                            "size": len(data), "parts": parts})
        file_parts, self.parts = self.parts, []
        self.content = {"request": request, "files": entries,
                        "answerKey": base64.b64encode(self.answer_public).decode()}
        if paper_key:
            self.content["paperKeyDigest"] = sha256(paper_key.encode())
        text = json.dumps(self.content, ensure_ascii=False).encode()
        for i in range(0, len(text), CHUNK):
            self._seal(text[i : i + CHUNK])
        self.parts += file_parts
        self.completes = completes
        self.announcement = {
            "kioskId": kiosk.kiosk_id, "keyId": kiosk.key_id,
            "parts": [{"sha256": sha256(part), "size": len(part)} for part in self.parts]}
        procedure = procedure or request["procedure"]
        head = [self.id]
        if completes:
            self.announcement["completionId"] = self.id
            head = [completes, self.id]
        else:
            self.announcement.update(requestId=self.id, procedure=procedure, procedureVersion=1)
        kind = "completion" if completes else "parcel"
        lines = [f"cote-a-cote/{kind}/1", *head, procedure, "1", kiosk.kiosk_id, kiosk.key_id]
        lines += [f"{part['sha256']} {part['size']}" for part in self.announcement["parts"]]
        self.announcement["signature"] = sign("".join(line + "\n" for line in lines), kiosk.secret)

    def _seal(self, chunk):
        self.parts.append(seal(chunk, self.kiosk.sealing_key))
        return sha256(self.parts[-1])

    def check_receipt(self, receipt, request_id=None):
        assert receipt["digests"] == [part["sha256"] for part in self.announcement["parts"]]
        lines = ["cote-a-cote/receipt/1", request_id or self.id, receipt["reference"],
                 receipt["status"], receipt["receivedAt"], *receipt["digests"],
                 receipt["answer"] or ""]
        text = "".join(line + "\n" for line in lines)
        assert is_signed(text, receipt["signature"], self.kiosk.receipt_key), "receipt signature"
        return json.loads(self.open_answer(base64.b64decode(receipt["answer"])))

    def open_answer(self, sealed):
        return open_sealed(sealed, self.answer_public, self.answer_secret)


class Client:
    """HTTP to a sandbox (or to a proxy in front of it), one connection a call."""

    def __init__(self, port, tls=None):
        self.port, self.tls = port, tls

    def connect(self, timeout=30):
        if self.tls:
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=timeout,
                                               context=self.tls)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def call(self, method, path, body=None, headers=None, timeout=30):
        connection = self.connect(timeout)
        try:
            headers = dict(headers or {})
            if isinstance(body, (dict, list)):
                body = json.dumps(body).encode()
                headers.setdefault("Content-Type", "application/json")
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            data = reply.read()
        finally:
            connection.close()
        kind = reply.headers.get("Content-Type", "")
        return reply.status, json.loads(data) if "json" in kind else data, reply.headers

    def announce(self, parcel):
        return self.call("POST", "/v1/requests", parcel.announcement,
                         {"Idempotency-Key": f'"{parcel.id}"'})

    def put_part(self, parcel, part, **changes):
        digest = base64.b64encode(hashlib.sha256(part).digest()).decode()
        headers = {"Content-Type": "application/octet-stream",
                   "Content-Digest": f"sha-256=:{digest}:"}
        headers.update(changes)
        request_id = parcel.completes or parcel.id
        return self.call("PUT", f"/v1/requests/{request_id}/parts/{sha256(part)}", part, headers)

    def submit(self, parcel):
        return self.call("POST", f"/v1/requests/{parcel.id}/submission", None,
                         {"Idempotency-Key": f'"{parcel.id}"', "Content-Length": "0"})

    def send(self, parcel):
        status, state, _ = self.announce(parcel)
        assert status in (200, 201), (status, state)
        for part in parcel.parts:
            status, reply, _ = self.put_part(parcel, part)
            assert status == 204, (status, reply)
        return self.submit(parcel)


def client_tls(authority, certificate=None, key=None):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(authority)
    if certificate:
        context.load_cert_chain(certificate, key)
    return context


def make_client_certificate(folder, authority, authority_key, name="test-kiosk"):
    """A client certificate of this authority; returns (certificate, key)."""
    os.makedirs(folder, exist_ok=True)
    base = os.path.join(folder, name)
    key, request, certificate, extensions = (base + end for end in (".key", ".csr", ".pem", ".ext"))
    with open(extensions, "w", encoding="utf-8") as file:
        file.write("basicConstraints=critical,CA:FALSE\nextendedKeyUsage=clientAuth\n")
    run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
        "-out", key)
    run("openssl", "req", "-new", "-key", key, "-subj", "/CN=" + name, "-out", request)
    run("openssl", "x509", "-req", "-in", request, "-CA", authority, "-CAkey", authority_key,
        "-days", "10", "-extfile", extensions, "-out", certificate)
    return certificate, key


def make_authority(folder):
    """An authority that nobody trusts; returns (certificate, key)."""
    os.makedirs(folder, exist_ok=True)
    key, certificate = os.path.join(folder, "ca.key"), os.path.join(folder, "ca.pem")
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-subj", "/CN=Foreign authority", "-days", "10", "-keyout", key, "-out", certificate)
    return certificate, key


def good_request():
    """The worked example of the interfaces: everything is there and right."""
    return {
        "procedure": "change-of-holder", "procedureVersion": 1, "requestDate": "2026-11-20",
        "onBehalf": False,
        "vehicle": {"registrationNumber": "AB-123-CD", "vin": "VF1AAAAA123456789",
                    "certificateFormNumber": "2013BZ80335", "certificateDate": "2013-06-04",
                    "firstRegistrationDate": "2012-03-01", "nationalKind": "VP", "fuelType": "GO",
                    "fiscalPower": 5},
        "transfer": {"date": "2026-11-10", "time": "14:30", "kind": "sale", "code": "AB12C",
                     "codeDate": "2026-11-10"},
        "holder": {"kind": "person", "birthSurname": "DURAND", "usedSurname": "MARTIN",
                   "givenNames": "ROLANDE", "sex": "F", "birthDate": "1952-04-03",
                   "birthPlace": "BELFORT", "birthCountry": "FR", "licenceOfCategory": True,
                   "address": {"number": "12", "street": "RUE DES LILAS", "postcode": "25200",
                               "town": "MONTBELIARD", "department": "25"}, "hostedBy": None},
        "coHolders": [],
        "declarations": {"insured": True, "licence": True, "onHonour": True},
        "documents": [
            {"kind": "registration-certificate", "legible": True, "struckThrough": True,
             "transferDateWritten": "2026-11-10", "signatures": 1, "formerHolders": 1},
            {"kind": "transfer-certificate", "legible": True, "signedBySellers": True,
             "signedByBuyers": True, "date": "2026-11-10"},
            {"kind": "proof-of-address", "legible": True, "issueDate": "2026-09-15",
             "surname": "MARTIN", "givenNames": "ROLANDE", "postcode": "25200"},
            {"kind": "identity-document", "legible": True, "type": "identity-card",
             "expiryDate": "2029-01-01", "birthSurname": "DURAND", "givenNames": "ROLANDE",
             "birthDate": "1952-04-03"},
            {"kind": "roadworthiness-test", "legible": True, "date": "2026-08-01",
             "result": "favourable"}]}
