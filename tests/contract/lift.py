# SPDX-License-Identifier: Apache-2.0
"""Lifts bodies that are no text over Prism, which reads every body as text and would damage them.

client → Lift.front → Prism → Lift.back → service: the front keeps a binary body and sends a word in
its place, the back puts it in again; the other way round for answers. All else passes unchanged, so
that Prism sees each call, header and JSON body of both sides."""
import http.client
import http.server
import itertools
import threading

BINARY = "application/octet-stream"
MARK = "X-Lifted"
WORD = b"lifted"
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host", "expect"}


class Lift:
    def __init__(self, service_port):
        self.held = {}
        self.numbers = itertools.count()
        self.service_port = service_port
        self.prism_port = None  # told once Prism listens
        self.front = self._serve(lambda: self.prism_port, self._put_down, self._pick_up)
        self.back = self._serve(lambda: self.service_port, self._pick_up, self._put_down)

    def end(self):
        for server in (self.front, self.back):
            server.shutdown()
            server.server_close()

    def _put_down(self, headers, body):
        """A binary body is kept here; a word and a mark go on instead."""
        if headers.get("Content-Type") != BINARY:
            return body
        headers[MARK] = str(next(self.numbers))
        self.held[headers[MARK]] = body
        return WORD

    def _pick_up(self, headers, body):
        mark = headers.pop(MARK, None) or headers.pop(MARK.lower(), None)
        return self.held.pop(mark) if mark else body

    def _serve(self, next_port, outward, homeward):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP}
                body = outward(headers, body)
                if self.command != "GET":
                    headers["Content-Length"] = str(len(body))
                connection = http.client.HTTPConnection("127.0.0.1", next_port(), timeout=60)
                try:
                    connection.request(self.command, self.path, body or None, headers)
                    reply = connection.getresponse()
                    data = reply.read()
                finally:
                    connection.close()
                headers = {k: v for k, v in reply.getheaders() if k.lower() not in HOP}
                data = homeward(headers, data)
                self.send_response_only(reply.status, reply.reason)
                for name, value in headers.items():
                    self.send_header(name, value)
                if reply.status != 204:
                    self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PUT = do

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server
