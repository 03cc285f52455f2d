# SPDX-License-Identifier: Apache-2.0
"""Starts the real programs on a private X server, bus and state, and ends all that it started.

Environment: KIOSK_BIN (folder of the programs), KIOSK_PICTURES (where pictures of failures go).
"""
import contextlib
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("KIOSK_BIN", ROOT / "build/bin"))
PICTURES = pathlib.Path(os.environ.get("KIOSK_PICTURES", ROOT / "build/screens"))
DELIVERED = 1  # outbox::DeliveryState
PATIENCE = float(os.environ.get("KIOSK_PATIENCE", "30"))


class Trouble(Exception):
    """What the rig was asked for did not happen."""


def until(condition, what, seconds=PATIENCE, pause=0.02):
    """Waits until condition() gives something true, and gives that."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Trouble(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(pause)


class Program:
    """A child process whose lines are kept."""

    def __init__(self, command, environment=None, **options):
        self.command = [str(word) for word in command]
        self.lines = []
        self._news = queue.Queue()
        # Should this test be killed itself, its children end too.
        self.process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *self.command],
                                        env=environment, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        errors="replace", start_new_session=True, **options)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            self._news.put(line)

    @property
    def pid(self):
        return self.process.pid

    def alive(self):
        return self.process.poll() is None

    def line(self, pattern, seconds=PATIENCE):
        """The match of the first line, past or to come, that fits the pattern."""
        def look():
            for line in list(self.lines):
                if match := re.search(pattern, line):
                    return match
            if not self.alive() and not self._reader.is_alive():
                raise Trouble(f"{self.command[0]} ended with {self.process.returncode}: "
                              + " / ".join(self.lines[-5:]))
            return None
        return until(look, f"'{pattern}' from {self.command[0]}", seconds)

    def ended(self, seconds=PATIENCE):
        """The exit status, once it has ended by itself."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Trouble(f"{self.command[0]} still runs after {seconds} s") from None
        self._reader.join(5)
        return status

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.alive():
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()
        # What it started in its turn (the launcher of the accessibility bus starts a bus).
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._reader.join(5)
        if not self._reader.is_alive():
            self.process.stdout.close()


class Rig:
    """One kiosk's world. Use as a context; pictures of the screen are taken when it ends badly."""

    def __init__(self, name, size="1080x1920", today="2026-11-20", config=ROOT / "config",
                 screen=True):
        self.name, self.size, self.today, self.config = name, size, today, pathlib.Path(config)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-rig-"))
        self.state = self.folder / "kiosk"
        self.programs = []
        self.sandbox = self.courier = self.kiosk = self.tree = None
        self.control = self.service = None
        self.line = "127.0.0.1:9"  # no broker, until there is a desk
        self.environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(self.folder / "tmp")}
        for name_ in ("home", "run", "tmp", "kiosk", "sandbox"):
            (self.folder / name_).mkdir(mode=0o700)
        self._screen = screen
        self.at_end = []  # called when everything has ended, before the folder goes

    def __enter__(self):
        try:
            if self._screen:
                self._start_screen()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind, *_):
        if kind is not None and self._screen:
            self.picture(f"failed-{self.name}")
            for program in self.programs:
                print(f"--- {pathlib.Path(program.command[0]).name} {program.pid}:",
                      *program.lines[-15:], sep="\n    ")
        self.stop()

    def start(self, command, **options):
        program = Program(command, self.environment | options.pop("environment", {}), **options)
        self.programs.append(program)
        return program

    def stop(self):
        for program in reversed(self.programs):
            program.stop()
        for action in self.at_end:
            action()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start_screen(self):
        from tree import Tree  # only here: what needs no screen needs no D-Bus
        width, height = self.size.split("x")
        read, write = os.pipe()
        self.start(["Xvfb", "-displayfd", write, "-screen", "0", f"{width}x{height}x24",
                    "-nolisten", "tcp", "-noreset"], pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as stream:
            self.environment["DISPLAY"] = f":{stream.readline().strip()}"
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile",
                          "--print-address=1"])
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.line(r"^unix:.*").group()
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        self.tree = Tree(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def enrol(self):
        run = subprocess.run([ROOT / "services/sandbox/enrol", self.folder / "sandbox", self.state,
                              BIN], env=self.environment, capture_output=True, text=True)
        if run.returncode:
            raise Trouble(f"enrol: {run.stdout}{run.stderr}")

    def start_sandbox(self, port=0):
        """Starts it, on the port it had before when it comes back."""
        port = port or (int(self.service.rsplit(":", 1)[1]) if self.service else 0)
        self.sandbox = self.start([BIN / "sandbox", "--port", port, "--state",
                                   self.folder / "sandbox", "--today", self.today])
        port = self.sandbox.line(r"^listening on 127\.0\.0\.1:(\d+)$").group(1)
        self.control = self.sandbox.line(r"^control on (http://127\.0\.0\.1:\d+)$").group(1)
        self.service = f"https://127.0.0.1:{port}"

    def start_courier(self, *options):
        self.courier = self.start([BIN / "courier", "--config", self.config, "--state", self.state,
                                   "--service", self.service, *options])
        return self.courier

    def kiosk_command(self, *options):
        return [BIN / "kiosk", "--config", self.config, "--state", self.state, "--service",
                self.service or "https://127.0.0.1:9", "--line", self.line,
                "--today", self.today, "--windowed",
                self.size, *options]

    def start_kiosk(self, *options, environment=None):
        self.kiosk = self.start(self.kiosk_command(*options), environment=environment or {})
        if self.tree:
            self.tree.watch(self.kiosk)
        return self.kiosk

    def start_all(self):
        self.enrol()
        self.start_sandbox()
        self.start_courier()
        self.start_kiosk()

    def call(self, method, path, body=None):
        """A control call of the sandbox; gives the decoded answer."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.control + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            raise Trouble(f"{method} {path}: {error.code} {error.read()[:300]}") from None
        return json.loads(text) if text else None

    def registered(self):
        """All requests that the national service has registered, opened."""
        return self.call("GET", "/sandbox/v1/requests")

    def undelivered(self):
        """How many requests of the outbox have no receipt."""
        with contextlib.closing(sqlite3.connect(f"file:{self.state}/outbox.db?mode=ro",
                                                uri=True)) as database:
            return database.execute("SELECT count(*) FROM parcel WHERE state <> ?",
                                    (DELIVERED,)).fetchone()[0]

    def given(self, request):
        """What the service gave for a request, as it keeps it: the code of a sale, a number."""
        names = {"transferCode": "transfer-code", "newRegistrationNumber": "new-plate"}
        with contextlib.closing(sqlite3.connect(f"file:{self.folder}/sandbox/sandbox.db?mode=ro",
                                                uri=True)) as database:
            row = database.execute(f"SELECT {','.join(names)} FROM given WHERE requestId = ?",
                                   (request,)).fetchone()
        return {kind: value for kind, value in zip(names.values(), row or ()) if value}

    def papers(self):
        return sorted((self.state / "print").glob("*.pdf"), key=lambda p: p.stat().st_mtime_ns)

    def paper_text(self, paper):
        return subprocess.run(["pdftotext", "-layout", paper, "-"], check=True,
                              capture_output=True, text=True).stdout

    def picture(self, name):
        """Writes what the screen shows into the folder of pictures."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", PICTURES / f"{name}.png"],
                       env=self.environment, check=False, stderr=subprocess.DEVNULL)
