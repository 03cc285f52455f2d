# SPDX-License-Identifier: Apache-2.0
"""Figures: quantiles, the load of the machine, and the table that ends a run."""
import dataclasses
import os


def quantile(values, share):
    """The value that `share` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


@dataclasses.dataclass
class Row:
    number: str
    quantity: str
    measured: str
    goal: str
    peer: str = ""
    ratio: str = ""
    holds: bool | None = None


class Table:
    def __init__(self):
        self.rows = []
        self.loads = [os.getloadavg()[0]]

    def add(self, *row, **more):
        self.rows.append(Row(*row, **more))
        self.loads.append(os.getloadavg()[0])
        print("   ", *(str(x) for x in row), flush=True)

    def show(self):
        heads = ("", "quantity", "measured", "goal", "Chromium", "ratio (goal)", "")
        lines = [heads] + [
            (r.number, r.quantity, r.measured, r.goal, r.peer, r.ratio,
             {True: "holds", False: "MISSED", None: ""}[r.holds]) for r in self.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
        for index, line in enumerate(lines):
            print("  ".join(text.ljust(width) for text, width in zip(line, widths)).rstrip())
            if index == 0:
                print("  ".join("-" * width for width in widths))
        cores = os.cpu_count()
        print(f"\n{cores} cores, load (1 min) from {min(self.loads):.2f} to {max(self.loads):.2f}; "
              "all processes of a peer are counted; screen 1080x1920, software renderer, Xvfb.")
