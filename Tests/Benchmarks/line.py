#!/usr/bin/env python3
"""Measures the tasks of the README on a slow line: bytes and seconds, beside nano, vim and dialog.

See README.md beside this file for what is measured and how.
"""

import argparse
import collections
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import network
import screen
import tasks

PATIENCE = 90


class Person:
    """Somebody in front of a terminal, who types when the screen shows what they wait for."""

    def __init__(self, terminal, rows, columns, quiet):
        self.terminal, self.quiet = terminal, quiet
        self.screen = screen.Screen(rows, columns)
        self.start_counting()

    def start_counting(self):
        self.down = self.up = self.typing = 0
        self.last = None
        self.record = []
        self.screen.start_counting()

    def look(self, seconds):
        """Watches for so long at most, or until something comes; answers whether it has."""
        data = self.terminal.read(seconds)
        if data is None:
            raise EOFError("the program has ended")
        if data:
            self.last = time.monotonic()
            self.down += len(data)
            self.record.append((self.last, "down", data))
            self.screen.feed(data)
            for answer in self.screen.answers:
                self.press(answer)
            self.screen.answers.clear()
        return bool(data)

    def press(self, key):
        self.up += len(key)
        self.record.append((time.monotonic(), "up", key))
        self.terminal.write(key)

    def type(self, keys, pause):
        """Types at a steady pace, watching meanwhile."""
        for index, key in enumerate(keys):
            if index:
                end = time.monotonic() + pause
                while (left := end - time.monotonic()) > 0:
                    self.look(left)
                self.typing += pause
            self.press(key)

    def wait(self, sees):
        """Watches until the screen shows it."""
        end = time.monotonic() + PATIENCE
        while not sees(self.screen):
            if not self.look(end - time.monotonic()):
                raise TimeoutError(f"{sees.__doc__} does not come:\n{self.screen.text()}")

    def rest(self):
        """Watches until nothing has come for a while, or until it is clear that it never rests."""
        end = time.monotonic() + 5 * self.quiet
        while self.look(self.quiet) and time.monotonic() < end:
            pass

    def watch(self, seconds):
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.look(left)

    def resize(self, rows, columns):
        self.screen.resize(rows, columns)
        self.terminal.resize(rows, columns)


Result = collections.namedtuple(
    "Result", "seconds typing down up wire_down wire_up packets kinds waste record")


def measure(person, task, carried):
    """Does one task, and says what it took."""
    person.start_counting()
    before = carried()
    begin = time.monotonic()
    ended = None
    try:
        for step in task:
            person.last = None
            step.do(person)
            if step.sees:
                person.wait(step.sees)
                ended = time.monotonic()
            elif step.watch:
                ended = time.monotonic()
            else:
                person.rest()
                ended = person.last or ended or time.monotonic()
                # What nobody does is to wait for the end of a silence.
                idle = time.monotonic() - ended
                begin, ended = begin + idle, ended + idle
        if not task[-1].watch:
            person.rest()
    except EOFError:
        if not task[-1].ends:
            raise
        ended = time.monotonic()
    after = carried()
    wire = [new - old for new, old in zip(after, before)]
    return Result(
        ended - begin, person.typing, person.down, person.up, wire[2], wire[0], wire[1] + wire[3],
        person.screen.kinds, person.screen.waste, person.record)


# MARK: where programs run


class Place:
    """Starts programs on a line, after an Enter of the person: what was before is not theirs."""

    READY = "stty -echo; printf 'ready%s' .; read -r nothing; stty echo; "

    def __init__(self, how, shape, net, rows, columns):
        self.how, self.shape, self.net, self.size = how, shape, net, (rows, columns)

    @property
    def carried(self):
        return self.net.carried if self.how == "netns" else lambda: (0, 0, 0, 0)

    @property
    def quiet(self):
        # Longer than what TCP takes to send again what was lost, twice if need be.
        return 0.3 if self.how == "local" else 2.0

    def start(self, program, folder):
        variables = {
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"],
            "HOME": str(folder), "XDG_STATE_HOME": f"{folder}/state",
            "XDG_CONFIG_HOME": f"{folder}/config", **program.environment}
        settings = " ".join(f"{name}='{value}'" for name, value in variables.items())
        line = f"cd '{folder}'; {self.READY}exec env -i {settings} {program.command}"
        if self.how == "netns":
            command, environment = self.net.ssh(line), os.environ
        else:
            command, environment = ["sh", "-c", line], os.environ
        environment = {**environment, "TERM": "xterm-256color"}
        arguments = command, environment, *self.size
        terminal = (network.Shaped(self.shape, *arguments) if self.how == "pty"
                    else network.Local(*arguments))
        person = Person(terminal, *self.size, self.quiet)
        person.wait(tasks.shows("ready."))
        person.screen = screen.Screen(*self.size)
        return person


def run_tasks(program, place, note):
    """All tasks of a program in their order, in one session; one that fails is the last."""
    with tempfile.TemporaryDirectory(prefix="caledit-line-") as folder:
        folder = pathlib.Path(folder)
        program.prepare(folder)
        person = place.start(program, folder)
        try:
            for name, task in program.tasks.items():
                note(name, measure(person, task, place.carried))
        except (TimeoutError, EOFError) as error:
            print(f"{program.name}, {name}: {error}", file=sys.stderr)
        finally:
            person.terminal.end()


# MARK: tables


def middle(results, what):
    return statistics.median(what(result) for result in results) if results else None


def figure(value, digits=0):
    return "–" if value is None else f"{value:,.{digits}f}"


def table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
             for row in rows]
    lines.insert(1, "|" + "|".join(
        "-" * (width + 1) + ("-" if column == 0 else ":")
        for column, width in enumerate(widths)) + "|")
    return "\n".join(lines)


def print_tables(results, programs, ways):
    names = [name for name in tasks.ORDER if any(
        results.get((way, program.name, name)) for way in ways for program in programs)]

    def cells(way, what, digits=0):
        rows = [["", *(program.name for program in programs)]]
        totals = [0.0] * len(programs)
        for name in names:
            if digits and name in tasks.UNTIMED:
                continue
            row = [name]
            for index, program in enumerate(programs):
                value = middle(results.get((way, program.name, name)), what)
                row.append(figure(value, digits))
                if name in tasks.COMPARED:
                    totals[index] = None if value is None or totals[index] is None else (
                        totals[index] + value)
            rows.append(row)
        rows.append([tasks.TOGETHER, *(figure(total, digits) for total in totals)])
        return rows

    for way in ways:
        print(f"\n### Bytes from the program, {way}\n")
        print(table(cells(way, lambda result: result.down)))
        print(f"\n### Bytes to the program, {way}\n")
        print(table(cells(way, lambda result: result.up)))
        if way == "netns":
            print("\n### Bytes on the wire, both ways, with ssh, TCP and what was sent again\n")
            print(table(cells(way, lambda result: result.wire_down + result.wire_up)))
        print(f"\n### Seconds, {way}\n")
        print(table(cells(way, lambda result: result.seconds, 1)))
        print(f"\n### Seconds of waiting (less those of typing), {way}\n")
        print(table(cells(way, lambda result: result.seconds - result.typing, 1)))
    print("\n### What the bytes are, and those that change nothing (in brackets)\n")
    kinds = ["text", "attribute", "move", "erase", "shift", "region", "cursor", "mode"]
    rows = [["", *kinds]]
    for program in programs:
        all_kinds, waste = collections.Counter(), collections.Counter()
        for (way, name, _), found in results.items():
            if way == ways[0] and name == program.name:
                all_kinds += found[0].kinds
                waste += found[0].waste
        whole = sum(all_kinds.values()) or 1
        rows.append([program.name, *(
            f"{100 * all_kinds[kind] / whole:.0f} % ({100 * waste[kind] / whole:.1f})"
            for kind in kinds)])
    print(table(rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).resolve().parent
    parser.add_argument(
        "--binary", type=pathlib.Path, default=here.parent.parent / ".build/release/caledit",
        help="the release binary (default: that of this checkout)")
    parser.add_argument(
        "--how", choices=("netns", "pty", "local"), action="append",
        help="ssh through namespaces (as root), a shaped pty, or a local terminal; may be repeated "
        "(default: local, and netns where that is possible, else pty)")
    parser.add_argument("--rate", type=int, default=100_000, help="bits a second")
    parser.add_argument("--delay", type=float, default=150, help="milliseconds each way")
    parser.add_argument("--loss", type=float, default=3, help="percent each way")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--idle", type=float, default=60, help="seconds of the idle minute")
    parser.add_argument("--size", default="24x80")
    parser.add_argument("--only", help="programs, by their names, with commas between them")
    parser.add_argument("--sshd", help="the server (default: the system's)")
    parser.add_argument("--dialog", help="where dialog is (default: in the path)")
    parser.add_argument("--compressed", action="store_true", help="ssh -C")
    parser.add_argument(
        "--record", type=pathlib.Path, help="write what was sent, with times, to this folder")
    arguments = parser.parse_args()
    binary = arguments.binary.resolve()
    if not os.access(binary, os.X_OK):
        sys.exit(f"{binary} is not there; swift build -c release makes it.")
    rows, columns = map(int, arguments.size.split("x"))
    sshd = network.find_sshd(arguments.sshd)
    ways = arguments.how
    if not ways:
        ways = ["local", "netns" if os.geteuid() == 0 and sshd else "pty"]
    if "netns" in ways and not sshd:
        sys.exit("netns needs an sshd: install openssh-server, or unpack it and say --sshd.")
    programs, missing = tasks.programs(
        binary, rows, columns, arguments.idle, arguments.dialog)
    if arguments.only:
        chosen = arguments.only.split(",")
        programs = [program for program in programs if program.name in chosen]
    shape = network.Shape(arguments.rate, arguments.delay / 1000, arguments.loss / 100)
    results = {}
    with tempfile.TemporaryDirectory(prefix="caledit-line-server-") as folder:
        net = None
        if "netns" in ways:
            try:
                net = network.Network(shape, folder, sshd, arguments.compressed)
            except PermissionError as error:
                sys.exit(f"{error}; --how pty does not.")
            print(f"netns: {net.means}; {shape}")
        if "pty" in ways:
            print(f"pty: a relay that delays and limits the rate; {shape} as a delay")
        try:
            for _ in range(arguments.rounds):
                for way in ways:
                    place = Place(way, shape, net, rows, columns)
                    for program in programs:
                        def note(name, result, key=(way, program.name)):
                            results.setdefault((*key, name), []).append(result)
                            print(f"{'/'.join(key)}: {name}: {result.down} bytes, "
                                  f"{result.seconds:.1f} s", file=sys.stderr)
                            if arguments.record:
                                write_record(arguments.record, *key, name, result)
                        run_tasks(program, place, note)
        finally:
            if net:
                net.end()
    print_tables(results, programs, ways)
    for sentence in missing:
        print(f"\nNot measured: {sentence}")


def write_record(folder, way, program, name, result):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{way}-{program}-{name}.jsonl".replace(" ", "-").replace("/", "-")
    begin = result.record[0][0] if result.record else 0
    with open(path, "w") as file:
        for when, way, data in result.record:
            print(json.dumps([round(when - begin, 4), way, data.decode("latin-1")]), file=file)


if __name__ == "__main__":
    main()
