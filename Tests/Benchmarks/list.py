#!/usr/bin/env python3
"""Measures the list of calendars: a sandbox with many of them, and the release binary on it.

It prints the time from the start to the first list, the CPU time of keys that move in it and that
narrow it, and the memory. See README.md beside this file.
"""

import argparse
import importlib.util
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SPEC = importlib.util.spec_from_file_location("run", HERE / "run.py")
run = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(run)


def wait_for(session, text, seconds=60):
    """Reads until the program has written a text."""
    seen, end = b"", time.monotonic() + seconds
    while text not in seen:
        if not select.select([session.master], [], [], max(0, end - time.monotonic()))[0]:
            raise RuntimeError(f"{text!r} does not come")
        seen += os.read(session.master, 65536)
    return time.monotonic_ns()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--binary", type=pathlib.Path, default=HERE.parent.parent / ".build/release/caledit")
    parser.add_argument("--calendars", type=int, default=2000)
    arguments = parser.parse_args()
    binary = str(arguments.binary.resolve())
    sandbox = subprocess.Popen(
        [binary, "sandbox", "--accounts", "1", "--calendars", str(arguments.calendars)],
        stdout=subprocess.PIPE, text=True)
    try:
        address, location = None, None
        for line in sandbox.stdout:
            address = address or (re.search(r"http://[0-9.:]+", line) or [None])[0]
            found = re.search(r"\b[A-Za-z0-9]{20}\b", line)
            location = location or (found[0] if found else None)
            if address and location:
                break
        os.environ["HIGHLEVEL_TOKEN"] = "pit-00000000-0000-0000-0000-000000000000"
        command = [binary, "--location", location, "--base-url", address]
        for _ in range(2):  # The first list is made by the sandbox, the second comes from its cache.
            session = run.Session(command)
            first = wait_for(session, b"by name")
            listed = wait_for(session, b"active")
            session.drain(1.0, first=2)
            print(f"first paint {(first - session.begin) / 1e6:.0f} ms, "
                  f"list of {arguments.calendars} {(listed - session.begin) / 1e6:.0f} ms, "
                  f"resident {session.memory() / 1e6:.1f} MB")
            if _ == 0:
                session.end()
        # The threads of the calls end a moment later, and their time with them.
        time.sleep(5)
        program = run.Program("list", command, {})
        run.keys_in_a_row(program, session, "move", ([run.DOWN] * 40 + [run.UP] * 40) * 2)
        letters = [bytes([byte]) for byte in b"consult"]
        run.keys_in_a_row(
            program, session, "typed", (letters + [run.ERASE] * len(letters)) * 8)
        condition = [bytes([byte]) for byte in b"look busy on"]
        run.keys_in_a_row(
            program, session, "condition", (condition + [run.ERASE] * len(condition)) * 4)
        for figure in ("move", "typed", "condition"):
            print(f"CPU per key, {figure}: {program.median('CPU, ' + figure) * 1e6:.0f} µs, "
                  f"{program.median('bytes, ' + figure):.0f} bytes")
        print(f"resident at most {session.memory('VmHWM') / 1e6:.1f} MB")
        session.end()
    finally:
        sandbox.kill()


if __name__ == "__main__":
    sys.exit(main())
