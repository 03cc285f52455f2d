# SPDX-License-Identifier: Apache-2.0
"""The files of the project, as the checks see them: build trees and fetched modules left out."""
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEFT_OUT = {".git", ".state", "node_modules", "__pycache__"}


def files(*suffixes, under=""):
    """Paths relative to the root, sorted, whose names end in one of the suffixes ("" = all)."""
    found = []
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = [f for f in folders if f not in LEFT_OUT and
                      not (pathlib.Path(folder) == ROOT and f.startswith("build"))]
        for name in names:
            if not suffixes or name.endswith(tuple(suffixes)):
                found.append((pathlib.Path(folder) / name).relative_to(ROOT))
    return sorted(found)


def report(what, faults):
    """Prints the faults and gives the exit status."""
    for fault in faults:
        print(fault)
    print(f"{what}: {'%d to mend' % len(faults) if faults else 'fine'}")
    return 1 if faults else 0
