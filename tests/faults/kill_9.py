#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the sending path and the courier at random moments, over and over, against a real service.

kill_9.py BIN_DIR SOURCE_DIR: afterwards nothing that was acknowledged is lost, nothing arrived
twice, nothing is corrupt. KIOSK_KILLS in the environment goes deeper than the 2,000 of a normal
run; KIOSK_SEED repeats one.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import urllib.request

KILLS = int(os.environ.get("KIOSK_KILLS", "2000"))
SEED = int(os.environ.get("KIOSK_SEED", "20261120"))
FILE_SIZES = [0, 0, 2_000, 300_000]


class Side:
    """One program that is started again and again, and killed somewhere on its way."""

    def __init__(self, command, chance):
        self.command, self.chance = command, chance
        self.kills, self.runs, self.usual = 0, 0, 0.0
        self.process, self.started, self.end = None, 0.0, 0.0

    def start(self, *arguments):
        self.process = subprocess.Popen([*self.command, *arguments], stdout=subprocess.PIPE)
        self.started = time.monotonic()
        # One in twenty is left alone: to learn how long a run takes here and now.
        undisturbed = self.runs % 20 == 0
        wait = 60 if undisturbed else self.chance.uniform(0, 1.1 * self.usual)
        self.end = self.started + wait
        self.runs += 1

    def finish(self):
        """Kills at its moment; answers what it had printed. Learns how long a whole run takes."""
        try:
            self.process.wait(max(0.0, self.end - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
        text = self.process.communicate()[0].decode()
        if self.process.returncode == -9:
            self.kills += 1
        else:
            self.usual = max(time.monotonic() - self.started, 0.9 * self.usual)
            if self.process.returncode not in (0, 1):
                sys.exit(f"kill_9: {self.command[0]} ended with {self.process.returncode}")
        return text


def acknowledged(text):
    return [line.split(" ")[0] for line in text.splitlines(keepends=True) if line.endswith("\n")]


def drain(courier):
    """Undisturbed, until the outbox is empty: waits are seconds, for nothing was refused."""
    deadline = time.monotonic() + 60
    while subprocess.run(courier, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        if time.monotonic() > deadline:
            sys.exit("kill_9: the outbox does not empty")
        time.sleep(0.2)


def check(acked, registered):
    ids = [one["requestId"] for one in registered]
    lost = [one for one in acked if one not in set(ids)]
    transfers = [one["request"]["vehicle"]["registrationNumber"] for one in registered]
    references = [one["reference"] for one in registered]
    twice = sum(len(some) - len(set(some)) for some in (ids, transfers, references))
    corrupt = [one for one in registered if one["request"]["holder"]["birthSurname"] != "DURAND"]
    print(f"kill_9: acknowledged={len(acked)} registered={len(ids)} "
          f"lost={len(lost)} twice={twice} corrupt={len(corrupt)}")
    return not lost and not twice and not corrupt and len(acked) > 0


def run(programs, source, folder):
    chance = random.Random(SEED)
    service, state = folder / "service", folder / "state"
    config = folder / "config"
    config.mkdir()
    (config / "kiosk.json").write_text(json.dumps(
        {"kioskId": "kiosk-1", "national": {"url": "https://127.0.0.1:1"}}))
    subprocess.run([source / "services/sandbox/enrol", service, state, programs, "kiosk-1"],
                   check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "KIOSK_CONFIG": str(config)})
    sandbox = subprocess.Popen([programs / "sandbox", "--port", "0", "--state", service],
                               stdout=subprocess.PIPE, text=True)
    try:
        address = "https://" + sandbox.stdout.readline().split()[-1]
        control = sandbox.stdout.readline().split()[-1]
        courier = [programs / "courier", "--config", config, "--state", state,
                   "--service", address, "--once"]
        screen = Side([programs / "record-requests", state], chance)
        carrier = Side(courier, chance)
        acked = []
        began = time.monotonic()
        while screen.kills + carrier.kills < KILLS:
            screen.start("3", str(chance.choice(FILE_SIZES)))
            carrier.start()
            both = sorted((screen, carrier), key=lambda side: side.end)
            printed = {side: side.finish() for side in both}
            acked += acknowledged(printed[screen])
        drain(courier)
        print(f"kill_9: seed={SEED} kills: screen={screen.kills} of {screen.runs}, "
              f"courier={carrier.kills} of {carrier.runs}, in {time.monotonic() - began:.0f} s")
        with urllib.request.urlopen(control + "/sandbox/v1/requests") as answer:
            return check(acked, json.load(answer))
    finally:
        sandbox.terminate()
        sandbox.wait()


def main():
    programs, source = (pathlib.Path(argument) for argument in sys.argv[1:3])
    parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="cote-a-cote-", dir=parent) as folder:
        return 0 if run(programs, source, pathlib.Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
