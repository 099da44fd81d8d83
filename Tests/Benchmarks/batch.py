#!/usr/bin/env python3
"""Runs a change over many calendars against the sandbox with the limits of the service.

    Tests/Benchmarks/batch.py --binary .build/release/caledit [--kill]

It makes up five sub-accounts of a hundred calendars, each limited to 100 requests in 10 seconds, and
prints for 50 and for 500 calendars: seconds, requests, refusals for the rate, the share of the allowed
rate that was used, and the memory behind the first calendar and at the end. With --kill a run is killed in the middle (kill -9) and gone on
with; each calendar must have been put once.
"""
import argparse, json, os, re, signal, subprocess, sys, tempfile, time


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", default=".build/release/caledit")
    parser.add_argument("--accounts", type=int, default=5)
    parser.add_argument("--window", default="sliding", choices=["sliding", "fixed"])
    parser.add_argument("--kill", action="store_true")
    return parser.parse_args()


class Place:
    """A sandbox with sub-accounts, and a home with a profile for each."""

    def __init__(self, binary, accounts, calendars, window):
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.mkdtemp(prefix="caledit-batch-")
        self.log = os.path.join(self.folder, "requests.log")
        self.server = subprocess.Popen(
            [self.binary, "sandbox", "--port", "0", "--accounts", str(accounts), "--calendars",
             str(calendars), "--token-per-account", "--rate-limit", "100", "--rate-window", window,
             "--request-log", self.log],
            stdout=subprocess.PIPE, text=True)
        address = re.search(r"http://\S+?(?=;)", self.server.stdout.readline())[0]
        self.server.stdout.readline()
        config = f"base-url = {address}\n"
        for number in range(accounts):
            line = self.server.stdout.readline()
            while line.startswith(" "):  # the calendars of the one before, where they are few
                line = self.server.stdout.readline()
            location, token = line.split("  ")[:2]
            path = os.path.join(self.folder, f"token{number}")
            with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
                file.write(token)
            config += (f"[profile p{number}]\nlocation = {location}\nbase-url = {address}\n"
                       f"token-file = {path}\n")
        folder = os.path.join(self.folder, "config", "caledit")
        os.makedirs(folder)
        with open(os.open(os.path.join(folder, "config"), os.O_WRONLY | os.O_CREAT, 0o600), "w") as f:
            f.write(config)
        self.environment = dict(
            os.environ, HOME=self.folder, XDG_CONFIG_HOME=os.path.join(self.folder, "config"),
            XDG_STATE_HOME=os.path.join(self.folder, "state"))

    def start(self, *arguments):
        return subprocess.Popen(
            [self.binary, *arguments], env=self.environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)

    def requests(self):
        with open(self.log) as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def end(self):
        self.server.kill()
        subprocess.run(["rm", "-rf", self.folder])


def memory(process):
    """What a process has in memory now, in MB; 0 where it has ended."""
    try:
        with open(f"/proc/{process.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024
    except (OSError, TypeError):
        return 0


CHANGE = ["set", "--all-profiles", "--filter", "not name contains zzz", "slotDuration=55 min", "--yes"]


def run(place):
    start = time.monotonic()
    process = place.start(*CHANGE)
    sizes = []
    # A line for each calendar that has ended.
    while process.stderr.readline():
        sizes.append(memory(process))
    process.wait()
    sizes = [size for size in sizes if size] or [0]
    return time.monotonic() - start, process.returncode, sizes


def measure(options, calendars):
    place = Place(options.binary, options.accounts, calendars, options.window)
    try:
        seconds, status, sizes = run(place)
        requests = place.requests()
        refused = sum(1 for one in requests if one["isRefused"])
        shares = []
        for location in {one["location"] for one in requests if one.get("location")}:
            times = sorted(one["seconds"] for one in requests if one.get("location") == location)
            # The rate while the run goes on, of the 10 requests a second that are allowed.
            span = times[-1] - times[0]
            shares.append((len(times) - 1) / span / 10 if span > 2 else 0)
        puts = {}
        for one in requests:
            if one["method"] == "PUT":
                puts[one["calendar"]] = puts.get(one["calendar"], 0) + 1
        print(f"{options.accounts * calendars:5} calendars  {seconds:6.1f} s  status {status}  "
              f"{len(requests)} requests, {refused} refused  "
              f"rate used {min(shares) * 100:.0f} to {max(shares) * 100:.0f} %  {sizes[0]:.1f} MB behind the first, {sizes[-1]:.1f} MB at the end  "
              f"each put once: {set(puts.values()) == {1} and len(puts) == options.accounts * calendars}")
    finally:
        place.end()


def kill(options):
    place = Place(options.binary, options.accounts, 100, options.window)
    try:
        process = place.start(*CHANGE)
        while sum(1 for one in place.requests() if one["method"] == "PUT") < 200:
            time.sleep(0.2)
        process.send_signal(signal.SIGKILL)
        process.wait()
        start = time.monotonic()
        process = place.start("set", "--resume", "--all-profiles", "--yes")
        process.communicate()
        puts = {}
        for one in place.requests():
            if one["method"] == "PUT":
                puts[one["calendar"]] = puts.get(one["calendar"], 0) + 1
        refused = sum(1 for one in place.requests() if one["isRefused"])
        print(f"killed behind 200 updates, gone on with: {time.monotonic() - start:.1f} s, status "
              f"{process.returncode}, {len(puts)} calendars, put more than once: "
              f"{sum(1 for count in puts.values() if count > 1)}, {refused} refused")
    finally:
        place.end()


options = parse()
if options.kill:
    kill(options)
else:
    for calendars in (10, 100):
        measure(options, calendars)
