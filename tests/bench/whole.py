# SPDX-License-Identifier: Apache-2.0
"""P6, P7, P12, P13, and the screen's part of P9: whole visits."""
import re
import threading
import time


from peers import Chromium, Kiosk
from people import PEOPLE, Visitor
from screen import box_of
from rig import until
from table import quantile
from walk import LABEL


def visit(kiosk):
    """A visitor on the way to Envoyer."""
    visitor = Visitor(kiosk.rig, PEOPLE[0])
    visitor.arrive()
    visitor.go_through()
    return visitor


def memory(bench):
    """P6: proportional set size of kiosk and courier, idle and at its peak, and Chromium's."""
    with Kiosk(bench) as kiosk, Chromium(bench) as chromium:
        kiosk.start()
        chromium.start()
        time.sleep(5)
        idle, theirs = kiosk.memory(), chromium.memory()
        kiosk.stop()
        chromium.stop()
        kiosk.start(accessible=True)
        peaks, done = [], threading.Event()

        def watch():
            while not done.wait(0.05):
                peaks.append(kiosk.memory())
        watcher = threading.Thread(target=watch)
        watcher.start()
        visitor = visit(kiosk)
        visitor.send()
        until(lambda: kiosk.rig.tree.find(LABEL["finish"]), "the end of the visit")
        time.sleep(0.5)
        done.set()
        watcher.join()
    bench.table.add("P6", "PSS kiosk + courier, idle", f"{idle:.0f} MB", "<= 64 MB",
                    peer=f"{theirs:.0f} MB", ratio=f"1/{theirs / idle:.1f} (<= 1/4)",
                    holds=idle <= 64 and theirs / idle >= 4)
    bench.table.add("P6", "PSS kiosk + courier, peak of a visit", f"{max(peaks):.0f} MB",
                    "<= 96 MB", holds=max(peaks) <= 96)


def idleness(bench):
    """P7: on the welcome screen, over a minute, both at the same time."""
    with Kiosk(bench) as kiosk, Chromium(bench) as chromium:
        kiosk.start()
        chromium.start()
        time.sleep(10)
        before = kiosk.effort(), chromium.effort()
        time.sleep(bench.idle_seconds)
        after = kiosk.effort(), chromium.effort()
    shares = [(b[0] - a[0]) / bench.idle_seconds * 100 for a, b in zip(before, after)]
    # A thread that ended in between takes its count with it.
    wakes = [max(0, b[1] - a[1]) / bench.idle_seconds for a, b in zip(before, after)]
    bench.table.add("P7", f"processor while idle ({bench.idle_seconds} s)", f"{shares[0]:.3f} %",
                    "<= 0.05 %", peer=f"{shares[1]:.2f} %", holds=shares[0] <= 0.05)
    bench.table.add("P7", "wake-ups while idle", f"{wakes[0]:.2f} /s", "<= 1 /s",
                    peer=f"{wakes[1]:.1f} /s",
                    ratio=f"1/{wakes[1] / max(wakes[0], 0.01):.0f} (<= 1/20)",
                    holds=wakes[0] <= 1 and wakes[1] >= 20 * wakes[0])


def sending_and_ending(bench):
    """P9 at the screen (no papers yet), P12: from the last button to a welcome that answers."""
    shown, clean, fresh, blanks = [], [], [], 0
    with Kiosk(bench) as kiosk:
        kiosk.start(accessible=True)
        kiosk.walk()
        begin = box_of(kiosk.rig.tree, LABEL["begin"])
        kiosk.finger.tap(begin)
        kiosk.finger("learn", 60, 160, 960, 400)
        kiosk.stop()
        kiosk.start(accessible=True)
        for number in range(bench.visits):
            visit(kiosk)
            send = box_of(kiosk.rig.tree, LABEL["send"])
            shown.append(kiosk.finger.first_change(send))
            finish = box_of(kiosk.rig.tree, LABEL["finish"])
            kiosk.finger("settle", 500, 300)
            if number % 2:
                # The picture comes before the process that answers: both are looked at, in turns.
                released = kiosk.finger.press(finish)
                place = (begin[0] + begin[2] / 2, begin[1] + begin[3] / 2)
                fresh.append(kiosk.finger("knock", *place, 15000)[0] - released)
                kiosk.stop()
                kiosk.start(accessible=True)
            else:
                duration, blank = kiosk.finger.tap(finish, quiet=600)
                clean.append(duration)
                blanks += blank
            kiosk.rig.tree.wait(LABEL["begin"])
    bench.table.add("P9", f"Envoyer to durable and shown, {len(shown)} visits, at the screen",
                    f"p50 {quantile(shown, .5):.0f} / max {max(shown):.0f} ms", "p99 <= 100 ms",
                    holds=max(shown) <= 100)
    bench.table.add("P12", f"end of a visit to clean welcome, {len(clean)} visits",
                    f"p50 {quantile(clean, .5):.0f} / max {max(clean):.0f} ms, {blanks} flashes",
                    "<= 300 ms, no flash", holds=max(clean) <= 300 and blanks == 0)
    bench.table.add("P12", f"... to the first answer of the next process, {len(fresh)} visits",
                    f"p50 {quantile(fresh, .5):.0f} / max {max(fresh):.0f} ms", "<= 300 ms",
                    holds=max(fresh) <= 300)


WRITES = re.compile(r"^(?:\d+ +)?(?:write|pwrite64|writev|pwritev2?|sendfile|copy_file_range)"
                    r"\((\d+)<(/[^>]*)>.*\) += (\d+)", re.M)


def disk_writes(bench):
    """P13: what the kiosk's process writes to files during a visit, by strace."""
    with Kiosk(bench) as kiosk:
        trace = kiosk.rig.folder / "trace"
        command = ["strace", "-f", "-qq", "-y", "-s", "0", "-o", trace, "-e",
                   "trace=write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range",
                   "-e", "signal=none", *kiosk.rig.kiosk_command()]
        tracer = kiosk.rig.start(command)
        child = until(lambda: next((p for p in children(tracer.pid)), None), "the traced kiosk")
        kiosk.rig.tree.watch(Traced(tracer, child))
        visitor = visit(kiosk)
        visitor.send()
        until(lambda: kiosk.rig.tree.find(LABEL["finish"]), "the end of the visit", 60)
        visitor.leave()
        tracer.stop()
        written = {}
        for _, path, size in WRITES.findall(trace.read_text(errors="replace")):
            if not path.startswith(("/dev/", "/proc/", "/memfd:")):
                name = path.replace(str(kiosk.rig.folder), "")
                written[name] = written.get(name, 0) + int(size)
    parcels = {n: s for n, s in written.items() if "/outbox.db" in n}
    papers = {n: s for n, s in written.items() if "/print/" in n}
    other = {n: s for n, s in written.items() if n not in parcels and n not in papers}
    bench.table.add("P13", f"bytes to disk in a visit, beside {sum(parcels.values()):,} of sealed "
                    f"parcels and {sum(papers.values()):,} of paper",
                    f"{sum(other.values())}" + (f" {other}" if other else ""), "0",
                    holds=not other)


class Traced:
    """The kiosk under strace: the tracer's child."""

    def __init__(self, tracer, pid):
        self.pid, self.lines, self.process, self.alive = pid, tracer.lines, tracer.process, \
            tracer.alive


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as stream:
        return [int(word) for word in stream.read().split()]


