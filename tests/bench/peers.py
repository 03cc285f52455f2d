# SPDX-License-Identifier: Apache-2.0
"""The two that are compared: the kiosk, and Chromium in kiosk mode on a copy of a screen of it."""
import contextlib
import pathlib
import re
import subprocess
import sys
import time

BENCH = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(BENCH.parent / "end_to_end"))

from rig import Rig, until  # noqa: E402
from walk import LABEL, Walk  # noqa: E402

PLATE = BENCH / "plate.html"
AWAY = (3, 3)  # a place of the screen where no button is


class Finger:
    """The program `finger` on a screen; times in milliseconds of the monotonic clock."""

    def __init__(self, program, environment):
        self._process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         text=True, env=environment)

    def __call__(self, *words):
        self._process.stdin.write(" ".join(str(int(w) if not isinstance(w, str) else w)
                                           for w in words) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().split()
        return [None if word == "-" else float(word) / 1000 if word.isdigit() else word
                for word in answer]

    def stop(self):
        self._process.stdin.close()
        self._process.wait()

    def feedback(self, box):
        """From press to the first changed pixel of the button, without doing what it does."""
        x, y, width, height = box
        pressed, changed = self("down", x + width / 2, y + height / 2, x, y, width, height, 500)
        self("leave", *AWAY)
        return None if changed is None else changed - pressed

    def first_change(self, box):
        """From release to the first pixel of what follows, in milliseconds."""
        x, y, width, height = box
        self("down", x + width / 2, y + height / 2, x, y, 8, 8, 60)
        released, first, _, _ = self("up", 2000, 120)
        return first - released

    def press(self, box):
        """Presses and lets go: when, in milliseconds of the monotonic clock."""
        x, y, width, height = box
        self("down", x + width / 2, y + height / 2, x, y, 8, 8, 60)
        return self("up", 1, 0)[0]

    def tap(self, box, quiet=120):
        """From release to the last pixel of what follows: (ms, blank frames)."""
        x, y, width, height = box
        self("down", x + width / 2, y + height / 2, x, y, 8, 8, 60)
        released, _, last, blank = self("up", 2000, quiet)
        return (None if last is None else last - released), int(blank * 1000)


class Peer:
    """A program on its own screen. Used as a context."""

    def __init__(self, bench):
        self.bench = bench
        self.stack = contextlib.ExitStack()

    def __enter__(self):
        self.rig = self.stack.enter_context(Rig(self.name))
        self.finger = Finger(self.bench.bin / "finger", self.rig.environment)
        self.stack.callback(self.finger.stop)
        self.prepare()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def launched(self):
        """Launches it; milliseconds to its last pixel."""
        began = time.monotonic() * 1000
        self.start()
        last = self.finger("settle", 10000, 400)[0]
        return last - began

    def launched_and_answered(self, place):
        began = time.monotonic() * 1000
        self.start()
        shown = self.finger("knock", *place, 15000)[0]
        return shown - began

    def stop(self):
        self.program.stop()
        self.rig.programs.remove(self.program)

    def processes(self):
        """Ids of all its processes."""
        found, todo = [], [p.pid for p in self.roots()]
        while todo:
            pid = todo.pop()
            found.append(pid)
            for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
                with contextlib.suppress(OSError):
                    todo += [int(child) for child in task.read_text().split()]
        return found

    def roots(self):
        return [self.program]

    def memory(self):
        """Proportional set size of all its processes, in MB."""
        total = 0
        for pid in self.processes():
            with contextlib.suppress(OSError):
                text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
                total += int(re.search(r"^Pss:\s+(\d+)", text, re.M).group(1))
        return total / 1024

    def effort(self):
        """(seconds of processor, wake-ups) of all its threads so far."""
        seconds, wakes = 0.0, 0
        for pid in self.processes():
            for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
                with contextlib.suppress(OSError):
                    fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
                    seconds += (int(fields[11]) + int(fields[12])) / 100
                    status = (task / "status").read_text()
                    wakes += int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status,
                                           re.M).group(1))
        return seconds, wakes


class Kiosk(Peer):
    name = "kiosk"

    def prepare(self):
        self.rig.enrol()
        self.rig.start_sandbox()
        self.rig.start_courier()

    def start(self, accessible=False):
        """As on site; with the accessibility tree only where a measure has to find its way."""
        environment = {} if accessible else {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0"}
        self.program = self.rig.start_kiosk(environment=environment)
        return self.program

    def walk(self):
        until(lambda: self.rig.tree.find(LABEL["begin"]), "the welcome screen")
        return Walk(self.rig.tree)

    def roots(self):
        return [self.program, self.rig.courier]


class Chromium(Peer):
    name = "chromium"

    def prepare(self):
        self.buttons = {}
        for match in re.finditer(r'<button[^>]* style="left:(\d+)px;top:(\d+)px;width:(\d+)px;'
                                 r'height:(\d+)px"[^>]*>(.*?)</button>', PLATE.read_text("utf-8")):
            self.buttons.setdefault(re.sub(r"<.*?>", "", match.group(5)),
                                    tuple(int(match.group(i)) for i in range(1, 5)))

    def field(self):
        """Where the typed text of the page shows."""
        place = re.search(r'id="typed" style="left:(\d+)px;top:(\d+)px;width:(\d+)px;'
                          r'height:(\d+)px"', PLATE.read_text("utf-8"))
        return tuple(int(n) for n in place.groups())

    def start(self):
        self.program = self.rig.start(
            ["chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--no-default-browser-check",
             "--disable-translate", "--disable-sync", "--disable-background-networking",
             "--window-position=0,0", "--window-size=1080,1920",
             f"--user-data-dir={self.rig.folder}/profile", PLATE.as_uri()])
        return self.program
