#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""bench.py BIN [P1 P4 ...]: measures the kiosk, and Chromium beside it, and prints the table."""
import os
import pathlib
import sys

BENCH = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(BENCH), str(BENCH.parent / "end_to_end")]
os.environ["KIOSK_BIN"] = sys.argv[1]

import core  # noqa: E402
import line  # noqa: E402
import screen  # noqa: E402
import whole  # noqa: E402
from table import Table  # noqa: E402

MEASURES = [("P1 P3", screen.launches), ("P4 P5", screen.taps), ("P6", whole.memory),
            ("P7", whole.idleness), ("P9", core.recording), ("P9 P12", whole.sending_and_ending),
            ("P13", whole.disk_writes), ("P18", core.dossier_check),
            ("P19", line.broker), ("P19b", line.bridge)]


class Bench:
    bin = pathlib.Path(sys.argv[1]).resolve()
    config = BENCH.parents[1] / "config"
    disk = BENCH.parents[1] / "build"  # a real disk: a temporary folder may be memory
    rounds = int(os.environ.get("KIOSK_BENCH_ROUNDS", "20"))
    visits = int(os.environ.get("KIOSK_BENCH_VISITS", "10"))
    idle_seconds = int(os.environ.get("KIOSK_BENCH_IDLE", "60"))
    table = Table()


def main():
    wanted = set(sys.argv[2:])
    for numbers, measure in MEASURES:
        if not wanted or wanted & set(numbers.split()):
            print(f"== {numbers}: {measure.__doc__.split(chr(10))[0]}", flush=True)
            measure(Bench)
    print()
    Bench.table.show()
    return 0 if all(row.holds is not False for row in Bench.table.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
