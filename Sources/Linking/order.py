#!/usr/bin/env python3
"""Writes start.order, for the linker: what a start and some keys run, read and write.

It needs valgrind, and a release binary with its symbols:

    CALEDIT_SYMBOLS=1 swift build -c release
    Sources/Linking/order.py .build/release/caledit
"""

import bisect
import datetime
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("run", HERE.parent.parent / "Tests/Benchmarks/run.py")
run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(run)

# What a person does first: to move, to search, to type and paste into a text, to type a number, to
# look at dates.
KEYS = [
    *[run.DOWN] * 8, *[run.UP] * 3, b"\r", *[run.DOWN] * 3,
    *run.seek("slug"), *[bytes([letter]) for letter in run.TEXT], run.ERASE,
    b"\x1b[200~" + run.PASTE[:200] + b"\x1b[201~", *run.seek("slotDuration"), b"4", b"5",
    *run.seek("availabilities"), *[run.DOWN] * 3, *run.seek("openHours"), run.DOWN, b"9",
    b"\x1b", b"\x1b", *run.seek("slug")]

# What most keys of a session are.
OFTEN = [*[bytes([letter]) for letter in run.TEXT], *[run.ERASE] * 5, *[run.DOWN] * 5, *[run.UP] * 5]


def executed(command, profile):
    """The addresses of what a start runs, of what keys run, and of what most keys run."""
    binary = command[0]
    session = run.Session([
        "/usr/bin/env", "valgrind", "--tool=callgrind", "--dump-instr=yes",
        "--compress-strings=no", "--compress-pos=no", f"--callgrind-out-file={profile}", *command])
    session.drain(5, first=120)
    for keys, quiet in (([], 0), (KEYS, 0.4), (OFTEN, 0.05)):
        for key in keys:
            session.send(key)
            session.drain(quiet, first=3)
        subprocess.run(
            ["callgrind_control", "--dump", str(session.pid)], stdout=subprocess.DEVNULL, check=True)
    session.end()
    return [instructions(f"{profile}.{part}", binary) for part in (1, 2, 3)]


def instructions(profile, binary):
    found, is_own = set(), False
    with open(profile) as lines:
        for line in lines:
            if line.startswith("ob="):
                is_own = line.rstrip() == f"ob={binary}"
            elif is_own and line.startswith("0x"):
                found.add(int(line.split(" ", 1)[0], 16))
    return found


def touched(command, trace):
    """The addresses that most keys read and write, and those of all keys and a start; by eight bytes."""
    os.mkfifo(trace)
    session = run.Session([
        "/usr/bin/env", "valgrind", "--tool=lackey", "--trace-mem=yes", f"--log-file={trace}",
        *command])
    # The last set is that of what is read now.
    found = [set()]

    def read():
        with open(trace) as lines:
            for line in lines:
                if line.startswith((" L ", " S ", " M ")):
                    found[-1].add(int(line[3:line.index(",")], 16) & ~7)

    reader = threading.Thread(target=read)
    reader.start()
    session.drain(20, first=300)
    for keys in (KEYS, OFTEN):
        for key in keys:
            session.send(key)
            session.drain(0.6, first=5)
        found.append(set())
    session.end()
    reader.join()
    return found[1], found[0]


def symbols(binary, *sections):
    """The symbols in sections of a binary by their addresses."""
    listed = subprocess.run(
        ["nm", "--defined-only", "--numeric-sort", "--format=sysv", binary],
        capture_output=True, text=True, check=True)
    rows = [[cell.strip() for cell in line.split("|")] for line in listed.stdout.splitlines()]
    return [(int(row[1], 16), row[0]) for row in rows if len(row) == 7 and row[6] in sections]


def names(known, addresses):
    """Which symbols the addresses are in, without those beyond the last."""
    starts, end = [address for address, _ in known], known[-1][0]
    return sorted({
        known[bisect.bisect_right(starts, address) - 1][1]
        for address in addresses if starts[0] <= address <= end})


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        calendar = folder / "calendar.json"
        calendar.write_text(json.dumps(run.calendar(40, 3, datetime.date.today()), indent=2))
        command = [binary, "--file", str(calendar)]
        start, keys, often = executed(command, folder / "profile")
        often_touched, others = touched(command, folder / "trace")
    functions, data = symbols(binary, ".text"), symbols(binary, ".data.rel.ro", ".data", ".bss")
    found = dict.fromkeys([
        # Together, so that a key which comes after a while finds them in few pages.
        *names(functions, often), *names(functions, start), *names(functions, keys),
        *names(data, often_touched), *names(data, others)])
    (HERE / "start.order").write_text("".join(name + "\n" for name in found))
    print(f"{len(found)} symbols")


if __name__ == "__main__":
    main()
