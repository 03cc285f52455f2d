# SPDX-License-Identifier: Apache-2.0
"""Looks for words in the memory of processes and in files."""
import errno
import os
import pathlib

from rig import Trouble

STEP = 1 << 24


def forms(word):
    """A word as it may lie in memory: UTF-8 (of C++) and UTF-16 (of Qt)."""
    return {"UTF-8": word.encode(), "UTF-16": word.encode("utf-16-le")}


def in_process(pid, words):
    """Words found in all readable memory of a process: [(word, form, mapping)]."""
    needles = [(w, form, data) for w in words for form, data in forms(w).items()]
    overlap = max(len(data) for _, _, data in needles) - 1
    found = set()
    maps = pathlib.Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    read = 0
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            parts = line.split(maxsplit=5)
            name = parts[5] if len(parts) > 5 else "anonymous"
            if "r" not in parts[1] or name in ("[vvar]", "[vsyscall]", "[vvar_vclock]"):
                continue
            start, end = (int(x, 16) for x in parts[0].split("-"))
            tail = b""
            while start < end:
                try:
                    memory.seek(start)
                    chunk = memory.read(min(STEP, end - start))
                except (OSError, ValueError):
                    break
                if not chunk:
                    break
                read += len(chunk)
                window = tail + chunk
                found.update((w, form, name) for w, form, data in needles if data in window)
                tail = window[-overlap:]
                start += len(chunk)
    if read < 1 << 20:
        raise Trouble(f"the memory of {pid} could not be read: the search would prove nothing")
    return sorted(found)


def written(path):
    """What has been written into a file: the rest, hundreds of megabytes kept free for requests,
    reads as zeros and is not read."""
    with open(path, "rb", buffering=0) as stream:
        end = 0
        while True:
            try:
                start = stream.seek(end, os.SEEK_DATA)
            except OSError as error:
                # No more data. Whatever else it is, the search would prove nothing.
                if error.errno == errno.ENXIO:
                    return
                raise
            end = stream.seek(start, os.SEEK_HOLE)
            yield os.pread(stream.fileno(), end - start, start)


def in_files(folder, words, leave_out=()):
    """Words found in the files under a folder: [(word, form, file)]."""
    found = []
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if not path.is_file() or path.suffix in leave_out:
            continue
        data = b"".join(written(path))
        found += [(w, form, str(path)) for w in words for form, needle in forms(w).items()
                  if needle in data]
    return found
