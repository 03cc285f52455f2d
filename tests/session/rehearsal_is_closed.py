#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A rehearsal has no way out: none can be given to it, and none is in its program.

Usage: rehearsal_is_closed.py PROGRAM REAL COMPILER OPTION...
PROGRAM: kiosk-rehearsal. REAL: kiosk, in which the same search must find everything. The options
are those of the session library."""
import re
import subprocess
import sys

HEAD = """#include "kiosk/session/outbox_store.h"
#include "kiosk/session/rehearsal.h"
#include "kiosk/session/visit.h"
"""
GIVEN = ("const session::Configuration& configuration, session::Rehearsal& world, "
         "session::Surroundings& real, session::OutboxStore& outbox, agent::LinePort& line, "
         "const session::Moment& now")
ALLOWED = ['session::Rehearsal("");', "session::Visit(configuration, 4, world, now);",
           "session::Visit(configuration, 4, real);"]
FORBIDDEN = ['session::Rehearsal("", outbox);', 'session::Rehearsal("", line);',
             "session::Rehearsal(real);", "world.m_store = outbox;", "world.m_line = line;",
             "world.surroundings(now);", "auto copy = world;", "world = world;",
             "session::Visit(configuration, 4, world, outbox);",
             "session::Visit(configuration, 4, world, real);",
             "session::Visit(configuration, 4, real, world);",
             "static const std::string none; session::Visit(configuration, 4, real, &none);",
             "struct Other : session::Rehearsal {};"]
# Everything of ours that reaches the disk of the kiosk, the printer or a line.
WAYS_OUT = re.compile(
    r"\b(session::(OutboxStore|NationalRegister|FolderTray|JournalBook|PanelDoor)::\w"
    r"|outbox::Outbox::\w|national::(Client|HttpClient)::\w|agent::(Line|MqttClient)::\w)")
LIBRARIES = ("libcurl", "libmosquitto", "libsqlite3", "libssl")
CALLS = ("socket", "connect", "sendto", "bind")


def refused(compiler, wishes):
    """The wishes that do not compile, each in a function on a line of its own; and the words."""
    lines = [f"void use{at}({GIVEN}) {{ {wish} }}" for at, wish in enumerate(wishes)]
    run = subprocess.run([*compiler, "-fsyntax-only", "-fmax-errors=0", "-x", "c++", "-"],
                         text=True, check=False, input=HEAD + "\n".join(lines) + "\n",
                         capture_output=True)
    first = HEAD.count("\n") + 1
    at = {int(line) for line in re.findall(r"^<stdin>:(\d+):\d+: error", run.stderr, re.M)}
    return {wish for line, wish in enumerate(wishes, first) if line in at}, run


def ways_out(program):
    """What of the above the program holds, calls or loads by itself."""
    names = subprocess.run(["nm", "-C", program], check=True, text=True,
                           capture_output=True).stdout
    found = {match.group(0)[:-1].rstrip(":") for match in WAYS_OUT.finditer(names)}
    found |= {call for call in CALLS if re.search(rf" U {call}(@|$)", names, re.M)}
    loaded = subprocess.run(["readelf", "-d", program], check=True, text=True,
                            capture_output=True).stdout
    return found | {library for library in LIBRARIES if f"[{library}." in loaded}


def main(program, real, compiler):
    _, run = refused(compiler, ALLOWED)
    faults = [] if run.returncode == 0 else [f"what is allowed does not compile: {run.stderr}"]
    bad, _ = refused(compiler, FORBIDDEN)
    faults += [f"this compiles: {wish}" for wish in FORBIDDEN if wish not in bad]
    faults += [f"{program} has {way}" for way in sorted(ways_out(program))]
    # A search that finds nothing in the real program would find nothing anywhere.
    there = ways_out(real)
    wanted = {"session::OutboxStore", "session::NationalRegister", "session::FolderTray",
              "agent::Line", "national::HttpClient", "libcurl", "libmosquitto", "libsqlite3"}
    faults += [f"the search does not even find {way} in {real}" for way in wanted - there]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
