# SPDX-License-Identifier: Apache-2.0
"""As much of MQTT 5 as a test needs, written apart from libmosquitto: over TLS with a certificate,
or over WebSocket with a name and a secret, as a desk page comes."""
import base64
import os
import socket
import ssl
import struct
import time

CONNECT, CONNACK, PUBLISH, PUBACK, SUBSCRIBE, SUBACK, DISCONNECT = 1, 2, 3, 4, 8, 9, 14


class Refused(Exception):
    """The broker said no; the reason code is its argument (None: it hung up)."""


def text(value):
    raw = value if isinstance(value, bytes) else value.encode()
    return struct.pack(">H", len(raw)) + raw


def number(value):
    out = b""
    while True:
        value, low = value >> 7, value & 127
        out += bytes([low | (128 if value else 0)])
        if not value:
            return out


class Raw:
    """The bytes of a TCP or TLS connection."""

    def __init__(self, port, tls=None):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_hostname="127.0.0.1")
        self.rest = b""

    def send(self, raw):
        self.socket.sendall(raw)

    def more(self, until):
        self.socket.settimeout(max(until - time.monotonic(), 0.001))
        got = self.socket.recv(65536)
        if not got:
            raise Refused(None)
        return got

    def take(self, count, until):
        while len(self.rest) < count:
            self.rest += self.more(until)
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def close(self):
        self.socket.close()


class WebSocket(Raw):
    """The same in frames of RFC 6455."""

    def __init__(self, port):
        super().__init__(port)
        key = base64.b64encode(os.urandom(16)).decode()
        super().send(f"GET /mqtt HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                     f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += super().more(time.monotonic() + 10)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise Refused(head.split(b"\r\n")[0])
        self.frames = head.split(b"\r\n\r\n", 1)[1]

    def send(self, raw):
        length = len(raw)
        size = bytes([128 | length]) if length < 126 else struct.pack(
            ">BH", 128 | 126, length) if length < 65536 else struct.pack(">BQ", 128 | 127, length)
        super().send(b"\x82" + size + bytes(4) + raw)  # a mask of zeroes masks nothing

    def more(self, until):
        def need(count):
            while len(self.frames) < count:
                self.frames += Raw.more(self, until)
        need(2)
        length, start = self.frames[1] & 127, 2
        if length == 126:
            need(4)
            length, start = struct.unpack(">H", self.frames[2:4])[0], 4
        elif length == 127:
            need(10)
            length, start = struct.unpack(">Q", self.frames[2:10])[0], 10
        need(start + length)
        kind = self.frames[0] & 15
        body, self.frames = self.frames[start:start + length], self.frames[start + length:]
        if kind == 8:
            raise Refused(None)
        return body if kind in (0, 1, 2) else self.more(until)


class Client:
    def __init__(self, wire, client_id, name=None, secret=None, clean=True, keepalive=60):
        self.wire, self.packet, self.inbox = wire, 0, []
        flags = (2 if clean else 0) | (128 if name is not None else 0) | (64 if secret else 0)
        body = text("MQTT") + bytes([5, flags]) + struct.pack(">H", keepalive) + number(0)
        body += text(client_id)
        if name is not None:
            body += text(name)
        if secret:
            body += text(secret)
        self._send(CONNECT << 4, body)
        kind, body = self._packet(time.monotonic() + 10)
        if kind >> 4 != CONNACK or body[1]:
            raise Refused(body[1] if kind >> 4 == CONNACK else None)

    def _send(self, kind, body):
        self.wire.send(bytes([kind]) + number(len(body)) + body)

    def _packet(self, until):
        kind = self.wire.take(1, until)[0]
        length = shift = 0
        while True:
            byte = self.wire.take(1, until)[0]
            length |= (byte & 127) << shift
            shift += 7
            if not byte & 128:
                return kind, self.wire.take(length, until)

    def _next(self, until):
        kind, body = self._packet(until)
        if kind >> 4 == DISCONNECT:
            raise Refused(body[0] if body else 0)
        if kind >> 4 == PUBLISH:
            length = struct.unpack(">H", body[:2])[0]
            topic, place = body[2:2 + length].decode(), 2 + length
            if kind & 6:
                self._send(PUBACK << 4, body[place:place + 2])
                place += 2
            properties = body[place]  # of ours never over 127 bytes
            payload = body[place + 1 + properties:]
            self.inbox.append((topic, payload, bool(kind & 1)))
            return None
        return kind >> 4, body

    def _answer(self, wanted):
        until = time.monotonic() + 10
        while True:
            got = self._next(until)
            if got and got[0] == wanted and struct.unpack(">H", got[1][:2])[0] == self.packet:
                return got[1]

    def subscribe(self, topic):
        self.packet += 1
        self._send(SUBSCRIBE << 4 | 2, struct.pack(">H", self.packet) + number(0) + text(topic) +
                   bytes([1]))
        return self._answer(SUBACK)[-1]

    def publish(self, topic, payload, retain=False, expiry=None):
        """The reason code of the broker: 0 and 16 are yes, 135 is not authorised."""
        self.packet += 1
        raw = payload if isinstance(payload, bytes) else payload.encode()
        properties = b"" if expiry is None else b"\x02" + struct.pack(">I", expiry)
        self._send(PUBLISH << 4 | 2 | (1 if retain else 0), text(topic) +
                   struct.pack(">H", self.packet) + number(len(properties)) + properties + raw)
        body = self._answer(PUBACK)
        return body[2] if len(body) > 2 else 0

    def wait_for(self, matches, seconds=10):
        """The first message that matches(topic, payload, retained), which is taken out."""
        until = time.monotonic() + seconds
        while True:
            for one in self.inbox:
                if matches(*one):
                    self.inbox.remove(one)
                    return one
            if time.monotonic() >= until:
                return None
            try:
                self._next(until)
            except (TimeoutError, ssl.SSLWantReadError):
                return None

    def close(self):
        self.wire.close()


def certified(authority, certificate=None, key=None):
    tls = ssl.create_default_context(cafile=authority)
    if certificate:
        tls.load_cert_chain(certificate, key)
    return tls
