#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What an agent holds cannot send, pay, declare, answer or end: it does not compile.

Usage: no_agent_sends.py COMPILER OPTION...   (those of the session library)"""
import re
import subprocess
import sys

HEAD = '#include "kiosk/session/agent_hands.h"\n'
ALLOWED = ["hands.jump(QString());", "hands.giveTime();", "hands.askToFill();"]
FORBIDDEN = ["hands.send();", "hands.pay();", "hands.next();", "hands.finish();",
             "hands.answer(QString());", "hands.dontKnow();", "hands.m_session.send();"]


def refused(compiler, wishes):
    """The wishes that do not compile, each in a function on a line of its own; and the words."""
    lines = [f"void use{at}(session::AgentHands& hands) {{ {wish} }}"
             for at, wish in enumerate(wishes)]
    run = subprocess.run([*compiler, "-fsyntax-only", "-fmax-errors=0", "-x", "c++", "-"],
                         text=True, check=False, input=HEAD + "\n".join(lines) + "\n",
                         capture_output=True)
    at = {int(line) for line in re.findall(r"^<stdin>:(\d+):\d+: error", run.stderr, re.M)}
    return {wish for line, wish in enumerate(wishes, 2) if line in at}, run


def main(compiler):
    _, run = refused(compiler, ALLOWED)
    faults = [] if run.returncode == 0 else [f"what an agent may do does not compile: {run.stderr}"]
    bad, _ = refused(compiler, FORBIDDEN)
    faults += [f"an agent can write: {wish}" for wish in FORBIDDEN if wish not in bad]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
