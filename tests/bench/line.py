# SPDX-License-Identifier: Apache-2.0
"""P19: 3,000 kiosks and 300 desk pages on one real broker, and what a bridge to a second adds."""
import contextlib
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from table import quantile

ENROL = pathlib.Path(__file__).resolve().parents[2] / "services/agent"
MOSQUITTO = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
TICKS = os.sysconf("SC_CLK_TCK")
KIOSKS, DESKS, SITES = 3000, 300, 300
# A day's peak: each kiosk busy, a screen each 15 s, one visit of six calling: three calls a second
# would be 10,800 in an hour. The storm: all of them within ten seconds.
PEAK = {"name": "peak", "seconds": 60, "calls": 180, "statuses": 12_000}
STORM = {"name": "storm", "seconds": 10, "calls": KIOSKS, "statuses": 0}


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Broker:
    """Enrolled and configured as it ships, for these agents."""

    def __init__(self, folder, site, agents, *options, kiosk="k0"):
        self.folder, self.line, self.process = folder, folder / "line", None
        self.port, self.desk_port = free_ports(2)
        (folder / "config").mkdir(parents=True)
        (folder / "config/kiosk.json").write_text(json.dumps({"kioskId": kiosk}))
        (folder / "config/agents.json").write_text(json.dumps(
            {"site": {"id": site}, "agents": [{"id": one} for one in agents]}))
        subprocess.run([ENROL / "enrol", self.line, folder / "kiosk", folder / "desk", "--config",
                        folder / "config", "--ports", f"{self.port}:{self.desk_port}", *options],
                       check=True, stdout=subprocess.DEVNULL)
        self.secrets = json.loads((folder / "desk/secrets.json").read_text())

    def start(self):
        def many():
            # Two descriptors a connection at most; a service says LimitNOFILE.
            resource.setrlimit(resource.RLIMIT_NOFILE, (8192, 8192))
        with open(self.folder / "log", "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([MOSQUITTO, "-c", self.line / "mosquitto.conf"],
                                            stdout=log, stderr=log, preexec_fn=many)
        for port in (self.port, self.desk_port):
            for _ in range(200):
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                time.sleep(0.05)

    def seconds(self):
        """Processor time."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak_memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)

    def group(self, desks):
        return {"port": self.desk_port, "desks": desks, "secrets": self.secrets}


def load(bench, folder, broker, setting):
    """Runs the load; yields what it says of each phase, with the processor's share in it."""
    path = folder / "load.json"
    path.write_text(json.dumps({"port": broker.port, "authority": str(broker.line / "keys/ca.pem"),
                                "authorityKey": str(broker.line / "keys/ca.key"), **setting}))
    with subprocess.Popen([bench.bin / "line_load", path], stdout=subprocess.PIPE,
                          text=True) as process:
        began = share = received = None
        for line in process.stdout:
            said = json.loads(line)
            if "connected" in said:
                print(f"    {said['connected']:,} connections in {said['ms'] / 1000:.1f} s")
            elif "begins" in said:
                began = time.monotonic(), broker.seconds()
            elif "ends" in said:
                passed = time.monotonic() - began[0]
                share = (broker.seconds() - began[1]) / passed * 100
                received = said["received"] / passed
            else:
                yield {**said, "share": share, "received": received}
    if process.returncode:
        raise RuntimeError(f"line_load ended with {process.returncode}: "
                           + (broker.folder / "log").read_text()[-500:])


def figures(times):
    return (f"p50 {quantile(times, .5):.1f} / p95 {quantile(times, .95):.1f} / "
            f"p99 {quantile(times, .99):.1f} / max {max(times):.1f} ms")


def broker(bench):
    """Call to desk with 3,000 kiosks and 300 pages, over a day's peak and in a storm."""
    sites = [f"s{number}" for number in range(SITES)]
    desks = [{"agent": f"a{number}", "site": sites[number % SITES]} for number in range(DESKS)]
    with tempfile.TemporaryDirectory(dir=bench.disk) as name:
        folder = pathlib.Path(name)
        one = Broker(folder / "broker", sites[0], [desk["agent"] for desk in desks])
        # What ships serves one site: here each name may act at the site it says it is at.
        for file in ("kiosks.acl", "agents.acl"):
            path = one.line / file
            path.write_text(path.read_text().replace(f"v1/{sites[0]}/", "v1/+/"))
        one.start()
        try:
            for said in load(bench, folder, one, {"kiosks": KIOSKS, "sites": sites, "groups":
                                                  [one.group(desks)], "phases": [PEAK, STORM]}):
                times = said["latencies"][0]
                whole = said["lost"] + said["twice"] + said["unanswered"] + said["refused"] == 0
                bench.table.add(
                    "P19", f"{KIOSKS:,} kiosks, {len(desks)} desks, {said['phase']}: "
                    f"{said['calls']:,} calls, {said['received']:,.0f} messages/s delivered",
                    figures(times), "p99 <= 50 ms", holds=quantile(times, .99) <= 50)
                bench.table.add(
                    "P19", f"{said['phase']}: calls lost / heard twice / unanswered",
                    f"{said['lost']} / {said['twice']} / {said['unanswered']}", "0", holds=whole)
                print(f"     answer to kiosk {figures(said['answers'])}; broker {said['share']:.0f}"
                      f" % of a core, {one.peak_memory():.0f} MB; calls left late by p99 "
                      f"{quantile(said['late'], .99):.1f} ms", flush=True)
            bench.table.add("P19", "the broker's memory at its highest",
                            f"{one.peak_memory():.0f} MB", "")
        finally:
            one.stop()


def bridge(bench):
    """The same calls at a page of the site and at one of the department, over a bridge."""
    with tempfile.TemporaryDirectory(dir=bench.disk) as name:
        folder = pathlib.Path(name)
        department = Broker(folder / "department", "d", ["far"], "--department", kiosk="s")
        site = Broker(folder / "site", "s", ["near", "far"])
        subprocess.run([ENROL / "bridge", site.line, "--to", f"127.0.0.1:{department.port}",
                        "--keys", department.folder / "kiosk/keys", "--there", "far", "--config",
                        site.folder / "config"], check=True, stdout=subprocess.DEVNULL)
        try:
            department.start()
            site.start()
            said, = load(bench, folder, site, {
                "kiosks": 30, "sites": ["s"],
                "groups": [site.group([{"agent": "near", "site": "s"}]),
                           department.group([{"agent": "far", "site": "s"}])],
                "phases": [{"name": "bridged", "seconds": 40, "calls": 400, "statuses": 80}]})
        finally:
            site.stop()
            department.stop()
    near, far = said["latencies"]
    whole = said["lost"] + said["twice"] + said["unanswered"] + said["refused"] == 0
    bench.table.add("P19b", f"{said['calls']} calls, at the site's own desk", figures(near),
                    "p99 <= 50 ms", holds=quantile(near, .99) <= 50)
    bench.table.add("P19b", "at the department's desk, over the bridge", figures(far),
                    "p99 <= 50 ms", holds=quantile(far, .99) <= 50 and whole)
    bench.table.add("P19b", "what the bridge adds, p50 / p99",
                    f"{quantile(far, .5) - quantile(near, .5):.1f} / "
                    f"{quantile(far, .99) - quantile(near, .99):.1f} ms", "")
