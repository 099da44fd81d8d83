#!/usr/bin/env python3
"""Writes start.order: the functions that a start and some keys run, for the linker.

It needs valgrind, and a release binary with its symbols:

    CALEDIT_SYMBOLS=1 swift build -c release
    Sources/Linking/order.py .build/release/caledit
"""

import datetime
import importlib.util
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("run", HERE.parent / "Tests/Benchmarks/run.py")
run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(run)

# What a person does first: to move, to search, to type into a text and a number, to look at dates.
KEYS = [
    *[run.DOWN] * 8, *[run.UP] * 3, b"\r", *[run.DOWN] * 3,
    *run.seek("slug"), b"a", b"b", run.ERASE, *run.seek("slotDuration"), b"4", b"5",
    *run.seek("availabilities"), *[run.DOWN] * 3, *run.seek("openHours"), run.DOWN, b"9",
    b"\x1b", b"\x1b"]


def executed(binary, folder):
    """The names of the functions that run, as callgrind has them."""
    calendar, profile = folder / "calendar.json", folder / "profile"
    calendar.write_text(json.dumps(run.calendar(40, 3, datetime.date.today()), indent=2))
    session = run.Session([
        "/usr/bin/env", "valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}",
        binary, "--file", str(calendar)])
    session.drain(3, first=120)
    for key in KEYS:
        session.send(key)
        session.drain(0.4, first=3)
    os.kill(session.pid, signal.SIGTERM)
    os.waitpid(session.pid, 0)
    names = set()
    for line in profile.read_text().splitlines():
        found = re.match(r"^c?fn=\(\d+\) (.*)", line)
        if found:
            names.add(re.sub(r"'\d+$", "", found[1].strip()))
    return names


def symbols(binary, *options):
    return subprocess.run(
        ["nm", *options, binary], capture_output=True, text=True, check=True).stdout.splitlines()


def main():
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        names = executed(binary, pathlib.Path(folder))
    found = set()
    # Callgrind names what is C++ as a person would.
    for raw, readable in zip(symbols(binary), symbols(binary, "-C")):
        parts = raw.split()
        if len(parts) == 3 and parts[1] in "tTwWV":
            if parts[2] in names or readable.split(" ", 2)[2] in names:
                found.add(parts[2])
    (HERE / "start.order").write_text("".join(name + "\n" for name in sorted(found)))
    print(f"{len(found)} functions")


if __name__ == "__main__":
    main()
