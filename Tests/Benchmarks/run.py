#!/usr/bin/env python3
"""Measures the release binary beside a bare ncurses form in C and nano, in pseudo-terminals.

See README.md beside this file for what each figure means.
"""

import argparse
import datetime
import fcntl
import json
import os
import pathlib
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROWS, COLUMNS = 40, 120
# Seconds between two keys: caches are as cold as with a person's.
GAP = 0.015
UP, DOWN, ERASE = b"\x1bOA", b"\x1bOB", b"\x7f"
TEXT = b"the quick brown fox jumps over "
PASTE = (b"settings of a calendar " * 500)[:10_240]


# MARK: a program in a pseudo-terminal


class Session:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command):
        started, start = os.pipe()
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {
            name: value for name, value in os.environ.items()
            if name not in ("LINES", "COLUMNS", "NO_COLOR", "ESCDELAY")
        }
        # It is killed in the end; the draft that it leaves is nobody's.
        self.state = tempfile.TemporaryDirectory(prefix="caledit-benchmark-state-")
        environment.update(
            TERM="xterm-256color", LC_ALL="C.UTF-8", XDG_STATE_HOME=self.state.name)
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            os.closerange(3, start)
            os.closerange(start + 1, 64)
            os.set_inheritable(start, False)
            os.write(start, struct.pack("q", time.monotonic_ns()))
            try:
                os.execve(command[0], command, environment)
            finally:
                os._exit(127)
        os.close(slave)
        os.close(start)
        self.master = master
        os.set_blocking(master, False)
        self.begin = struct.unpack("q", os.read(started, 8))[0]
        os.close(started)

    def drain(self, quiet, first=1.0):
        """Reads until nothing has come for `quiet` seconds.

        Answers the number of bytes and when the last of them came (None without any). `first` is
        how long to wait for the first byte.
        """
        count, last, patience = 0, None, first
        while select.select([self.master], [], [], patience)[0]:
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                piece = b""
            if not piece:
                raise RuntimeError("the program has ended")
            last = time.monotonic_ns()
            count += len(piece)
            patience = quiet
        return count, last

    def send(self, keys):
        os.write(self.master, keys)

    def type(self, keys, quiet=0.05):
        """Sends keys one at a time and lets the screen come to rest after each."""
        for key in keys:
            self.send(key)
            self.drain(quiet, first=0.2)

    def paste(self, text):
        """Pastes as a terminal does, and answers the seconds until the last byte of the answer."""
        rest = b"\x1b[200~" + text + b"\x1b[201~"
        begin, last = time.monotonic_ns(), None
        while True:
            readable, writable, _ = select.select(
                [self.master], [self.master] if rest else [], [], 0.25)
            if writable:
                rest = rest[os.write(self.master, rest[:1024]):]
            if readable:
                os.read(self.master, 65536)
                last = time.monotonic_ns()
            if not readable and not writable:
                return None if last is None else (last - begin) / 1e9

    # What the kernel knows of all threads of the program.

    def tasks(self, name):
        folder = f"/proc/{self.pid}/task"
        for task in os.listdir(folder):
            with open(f"{folder}/{task}/{name}") as file:
                yield file.read()

    def cpu(self):
        """The processor time used so far, in seconds."""
        try:
            return sum(int(text.split()[0]) for text in self.tasks("schedstat")) / 1e9
        except FileNotFoundError:
            ticks = sum(
                sum(map(int, text.rsplit(")", 1)[1].split()[11:13])) for text in self.tasks("stat"))
            return ticks / os.sysconf("SC_CLK_TCK")

    def switches(self):
        """How often its threads have gone to sleep."""
        return sum(
            int(line.split()[1])
            for text in self.tasks("status") for line in text.splitlines()
            if line.startswith("voluntary_ctxt_switches"))

    def memory(self, name="VmRSS"):
        """In bytes."""
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith(name + ":"):
                    return int(line.split()[1]) * 1024
        return None

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)
        self.state.cleanup()


# MARK: what is run


class Program:
    """A program, the keys that lead to its text field, and what was measured of it."""

    def __init__(self, name, command, fields):
        self.name, self.command = name, command
        # By the name of a figure, the keys that lead to the place it is measured at.
        self.fields = fields
        self.samples = {}

    def note(self, figure, value):
        if value is not None:
            self.samples.setdefault(figure, []).append(value)

    def median(self, figure):
        values = self.samples.get(figure)
        return statistics.median(values) if values else None


def seek(words, *keys):
    """The keys that search a field of caledit and go on from there."""
    return [b"\x06", *(bytes([byte]) for byte in words.encode()), b"\r", *keys]


def calendar(dates, members, today, notes=""):
    """A calendar with made-up ids; two in five of its dates are over.

    A long text for its notes makes its title long, too.
    """
    hour = {"openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0}
    first = today - datetime.timedelta(days=dates * 2 // 5)
    return {"calendar": {
        "id": "calendar0000000000001", "locationId": "location0000000000001",
        "name": "Consultation" if not notes else notes[:10_000], "description": "A calendar for measuring.", "isActive": True,
        "calendarType": "round_robin", "slug": "consultation", "widgetSlug": "consultation",
        "widgetType": "classic", "eventTitle": "{{contact.name}}", "eventColor": "#039be5",
        "eventType": "RoundRobin_OptimizeForAvailability",
        "teamMembers": [
            {"userId": f"user{number:017}", "priority": 0.5, "isPrimary": number == 0}
            for number in range(members)],
        "openHours": [{"daysOfTheWeek": [day], "hours": [hour]} for day in range(1, 6)],
        "availabilities": [
            {"id": f"date{number:017}",
             "date": f"{first + datetime.timedelta(days=number)}T00:00:00.000Z",
             "hours": [hour] if number % 3 else []}
            for number in range(dates)],
        "slotDuration": 30, "slotDurationUnit": "mins", "slotInterval": 30,
        "slotIntervalUnit": "mins", "slotBuffer": 10, "slotBufferUnit": "mins",
        "preBuffer": 5, "preBufferUnit": "mins", "appoinmentPerSlot": 1, "appoinmentPerDay": 8,
        "allowBookingAfter": 2, "allowBookingAfterUnit": "hours", "allowBookingFor": 60,
        "allowBookingForUnit": "days", "enableRecurring": False,
        "lookBusyConfig": {"enabled": False, "LookBusyPercentage": 0},
        "formSubmitType": "ThankYouMessage", "formSubmitThanksMessage": "Thank you!",
        "autoConfirm": True, "allowReschedule": True, "allowCancellation": True, "notes": notes,
        "alertEmail": "team@example.com",
    }}


def programs(binary, folder):
    """What there is to measure on this machine, and what is missing."""
    here = pathlib.Path(__file__).resolve().parent
    found, missing = [], []
    form = folder / "form"
    built = subprocess.run(
        ["cc", "-O2", "-o", form, here / "form.c", "-lncursesw", "-ltinfo"],
        capture_output=True, text=True) if shutil.which("cc") else None
    if built and built.returncode == 0:
        found.append(Program("C form", [str(form)], {"typed": [], "move": []}))
    else:
        missing.append("the C form" + (f": {built.stderr}" if built else ": there is no cc"))
    nano = shutil.which("nano")
    if nano:
        text = folder / "lines.txt"
        text.write_text("".join(f"value {number}\n" for number in range(60)))
        found.append(
            Program("nano", [nano, "--ignorercfiles", str(text)], {"typed": [], "move": []}))
    else:
        missing.append("nano: it is not installed")
    today = datetime.date.today()
    words = ("A sentence of the notes. " * 4000)[:100_000]
    for name, dates, members, notes in (
            ("small", 40, 3, ""), ("large", 5000, 500, ""), ("long texts", 40, 3, words)):
        file = folder / f"{name}.json"
        file.write_text(json.dumps(calendar(dates, members, today, notes), indent=2))
        found.append(Program(f"caledit, {name}", [str(binary), "--file", str(file)], {
            "typed": seek("slug"),
            "typed in Name": seek("name"),
            "typed in a number": seek("slotDuration"),
            "typed in a row": seek("availabilities.id"),
            "move": seek("name"),
            "move between dates": seek("availabilities"),
        }))
    return found, missing


# MARK: measuring


def measure_start(program):
    session = Session(program.command)
    _, last = session.drain(0.08, first=2)
    program.note("start", None if last is None else (last - session.begin) / 1e9)
    program.note("memory", session.memory())
    session.end()


def keys_one_by_one(program, session, figure, keys):
    """Sends each key to a resting program, and notes how long it took and what it sent."""
    for key in keys:
        begin = time.monotonic_ns()
        session.send(key)
        _, last = session.drain(0.006, first=0.1)
        if last is not None:
            program.note("latency, " + figure, (last - begin) / 1e9)


def keys_in_a_row(program, session, figure, keys):
    """Sends keys as fast as they repeat, and notes the CPU time and what is sent for each."""
    begin = session.cpu()
    total, when = 0, time.monotonic()
    for key in keys:
        session.send(key)
        count, _ = session.drain(0.004, first=0.1)
        total += count
        when += GAP
        time.sleep(max(0, when - time.monotonic()))
    program.note("bytes, " + figure, total / len(keys))
    session.drain(0.05, first=0.05)
    program.note("CPU, " + figure, (session.cpu() - begin) / len(keys))


def measure_keys(program):
    for figure, path in program.fields.items():
        session = Session(program.command)
        session.drain(0.15, first=2)
        session.type(path)
        if figure.startswith("typed"):
            # A number is typed anew; a text gets a line more.
            text = b"45" if figure == "typed in a number" else TEXT
            letters = [bytes([byte]) for byte in text]
            erasers = [ERASE] * len(letters)
            for _ in range(len(TEXT) // len(letters)):
                if text is not TEXT:
                    session.type(erasers, quiet=0.006)
                keys_one_by_one(program, session, figure, letters)
                if text is TEXT:
                    session.type(erasers, quiet=0.006)
            # As people type: every sixth character is taken back and typed again.
            mix = []
            for index, letter in enumerate(letters):
                mix += [letter, ERASE, letter] if index % 6 == 5 else [letter]
            mix = erasers + mix if text is not TEXT else mix + erasers
            keys_in_a_row(program, session, figure, mix * (200 // len(mix)))
        else:
            # Within one form, there and back.
            path = ([DOWN] * 7 + [UP] * 7) * 3
            keys_one_by_one(program, session, figure, path)
            keys_in_a_row(program, session, figure, path * 4)
        if figure == "typed":
            # What the last key left for the time when keys rest comes first.
            session.drain(0.3, first=0.3)
            begin = session.cpu()
            program.note("paste", session.paste(PASTE))
            program.note("CPU of the paste", session.cpu() - begin)
            program.note("memory after the keys", session.memory("VmHWM"))
        session.end()


def measure_idling(all_programs, seconds):
    """All at once: a program that sleeps disturbs nobody."""
    sessions = [Session(program.command) for program in all_programs]
    for session in sessions:
        session.drain(0.5, first=2)
        session.send(DOWN)
        session.drain(0.5, first=0.5)
    begin = [session.switches() for session in sessions]
    time.sleep(seconds)
    for program, session, count in zip(all_programs, sessions, begin):
        program.note("wake-ups", session.switches() - count)
        session.end()


# MARK: the table

MILLI, MICRO, MEGA = ("ms", 1e3), ("µs", 1e6), ("MB", 1e-6)
NUMBER = ("", 1)

# Title, figure, unit, and the aim for the small calendar: a number, or a figure of
# the C form with a factor.
FIGURES = [
    ("start to first paint", "start", MILLI, ("start", 2)),
    ("key to last byte, typed", "latency, typed", MILLI, None),
    ("key to last byte, move", "latency, move", MILLI, None),
    ("CPU per typed key", "CPU, typed", MICRO, ("CPU, typed", 2.5)),
    ("CPU per key in Name", "CPU, typed in Name", MICRO, ("CPU, typed", 2.5)),
    ("CPU per key in a number", "CPU, typed in a number", MICRO, ("CPU, typed", 2.5)),
    ("CPU per key in a row of the dates", "CPU, typed in a row", MICRO, ("CPU, typed", 2.5)),
    ("CPU per move", "CPU, move", MICRO, ("CPU, move", 2.5)),
    ("CPU per move between dates", "CPU, move between dates", MICRO, ("CPU, move", 2.5)),
    ("bytes per typed character", "bytes, typed", NUMBER, 30),
    ("bytes per character in Name", "bytes, typed in Name", NUMBER, None),
    ("bytes per character in a number", "bytes, typed in a number", NUMBER, 30),
    ("bytes per character in a row", "bytes, typed in a row", NUMBER, 30),
    ("bytes per move", "bytes, move", NUMBER, 100),
    ("bytes per move between dates", "bytes, move between dates", NUMBER, None),
    ("10 kB paste", "paste", MILLI, 12e-3),
    ("CPU of the paste", "CPU of the paste", MILLI, None),
    ("resident after the start", "memory", MEGA, 12e6),
    ("resident at most, after the keys", "memory after the keys", MEGA, 12e6),
    ("wake-ups in {idle} s of idling", "wake-ups", NUMBER, 0),
]
# These must not grow with the calendar by more than this factor.
GROWTH = 1.2
GROWING = ("latency", "CPU", "bytes", "paste")
LOADING = 40e-3


def shown(value, unit):
    if value is None:
        return "not measured"
    value *= unit[1]
    digits = 0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit[0]}".strip()


def mark(value, limit):
    return "not measured" if value is None or limit is None else "pass" if value <= limit else "MISS"


def table(all_programs, idle):
    by_name = {program.name: program for program in all_programs}
    small, large = by_name["caledit, small"], by_name["caledit, large"]
    yardstick = by_name.get("C form")
    names = [program.name for program in all_programs]
    others = [large, by_name["caledit, long texts"]]
    rows = [["", *names, "aim", "small", "large / small", "long texts / small"]]
    for title, figure, unit, aim in FIGURES:
        row = [title.format(idle=idle)]
        row += [shown(program.median(figure), unit) if figure in measured(program) else "–"
                for program in all_programs]
        limit, told = aim, "–"
        if isinstance(aim, tuple):
            base = yardstick.median(aim[0]) if yardstick else None
            limit = base * aim[1] if base is not None else None
            told = f"{aim[1]} × C form" + (f" = {shown(limit, unit)}" if limit else "")
        elif aim is not None:
            told = shown(aim, unit)
        row += [told, mark(small.median(figure), limit) if aim is not None else "–"]
        for other in others:
            both = small.median(figure), other.median(figure)
            if None in both or both[0] == 0 or not figure.startswith(GROWING):
                row.append("–")
            else:
                growth = both[1] / both[0]
                row.append(f"{growth:.2f} {mark(growth, GROWTH)}")
        rows.append(row)
    starts = small.median("start"), large.median("start")
    loading = None if None in starts else starts[1] - starts[0]
    rows.append(
        ["loading and validating the large file",
         *(shown(loading, MILLI) if name == large.name else "–" for name in names),
         shown(LOADING, MILLI), mark(loading, LOADING), "–", "–"])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
             for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def measured(program):
    """The figures that make sense for a program."""
    own = {"start", "memory", "memory after the keys", "paste", "CPU of the paste", "wake-ups"}
    for field in program.fields:
        own |= {f"{kind}, {field}" for kind in ("latency", "CPU", "bytes")}
    return own


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).resolve().parent
    parser.add_argument(
        "--binary", type=pathlib.Path, default=here.parent.parent / ".build/release/caledit",
        help="the release binary (default: that of this checkout)")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often everything is measured (default: 3)")
    parser.add_argument(
        "--starts", type=int, default=10, help="starts of each program in a round (default: 10)")
    parser.add_argument(
        "--idle", type=int, default=10, help="seconds of idling that are watched (default: 10)")
    arguments = parser.parse_args()
    binary = arguments.binary.resolve()
    if not os.access(binary, os.X_OK):
        sys.exit(f"{binary} is not there; swift build -c release makes it.")
    with tempfile.TemporaryDirectory(prefix="caledit-benchmark-") as folder:
        found, missing = programs(binary, pathlib.Path(folder))
        for _ in range(arguments.rounds):
            for _ in range(arguments.starts):
                for program in found:
                    measure_start(program)
            for program in found:
                try:
                    measure_keys(program)
                except RuntimeError as error:
                    print(f"{program.name}: {error}", file=sys.stderr)
        measure_idling(found, arguments.idle)
        print(table(found, arguments.idle))
        for sentence in missing:
            print(f"\nNot measured: {sentence}")


if __name__ == "__main__":
    main()
