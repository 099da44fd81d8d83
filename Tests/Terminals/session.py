"""One start of a line (a terminal, with what runs in it): what it is told, and what comes of it."""

import base64
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
import urllib.request

import vterm

HERE = os.path.dirname(os.path.abspath(__file__))
CALENDAR = "ocQHyuzHvysMo5N5VsXc"
LOCATION = "ve9EPM428h8vShlRW1KT"
ROWS, COLUMNS = 30, 100

# Each function key has a command of its own, so that each can be told by what it does.
CONFIGURATION = """[keys]
help = F1
search = F2, Ctrl-F
openCalendars = F3
palette = F4, Ctrl-P
history = F5
preview = F6
recentPlaces = F7
undoList = F8
showBody = F9
nextSection = F10, Ctrl-PgDn, Alt-.
previousSection = F11, Ctrl-PgUp, Alt-,
fieldMenu = F12, Ctrl-O
"""

# Names whose width terminals disagree on; the first and the last are for comparison.
NAMES = {
    CALENDAR: "Plain ASCII name",
    "tPVw8HGXkwehF2aKgcHq": "日本語の予約 한국어",
    "2obAw9OQ55KwxwnCRsia": "हिन्दी परामर्श",
    "AVxybxj7cdojLnYiQ7nq": "Emoji 😀 ok",
    "nF9xHa6VuWj3BqEd8RiO": "Joined 👨‍👩‍👧 🇩🇪 ✂️ ok",
    "Iz5H2Z68DFohO0Tz2Qtr": "Marks e\u0301 n\u0303 o\u0308\u0332 ok",
    "r3NCM5OxmR6RBYXzMKkL": "عربي שלום ok",
}


class Sandbox:
    """A service on this machine, with the calendars of the demo under names of their own."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, "sandbox", "--demo", "--port", "0"],
            stdout=subprocess.PIPE,
            text=True,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder},
        )
        found = re.search(r"http://[0-9.:]+", self.process.stdout.readline())
        self.url = found.group(0)
        for identifier, name in NAMES.items():
            self.call(identifier, {"name": name})

    def call(self, identifier, body=None):
        request = urllib.request.Request(
            f"{self.url}/calendars/{identifier}",
            method="PUT" if body else "GET",
            data=json.dumps(body).encode() if body else None,
            headers={
                "Authorization": "Bearer x",
                "Version": "2021-04-15",
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["calendar"]

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Session:
    def __init__(self, line, program, environment=None):
        self.folder = tempfile.mkdtemp(prefix="caledit-terminals.")
        self.line, self.program = line, program
        self.sandbox = Sandbox(program, self.folder)
        self.screen = vterm.Screen(ROWS, COLUMNS)
        self.inputs, self.outputs = [], []
        self.cursor_shown = True
        self.reply = None
        self.size = None
        self.ended = False
        self.terminal_name = None
        self.last_output = time.time()
        os.mkfifo(f"{self.folder}/control")
        open(f"{self.folder}/log", "w").close()
        os.makedirs(f"{self.folder}/config/caledit")
        with open(f"{self.folder}/config/caledit/config", "w") as file:
            file.write(CONFIGURATION)
        with open(f"{self.folder}/inputrc", "w") as file:
            file.write("set enable-bracketed-paste off\n")
        # Through ssh and screen the environment does not come along, so the probe sets it.
        variables = {
            "HOME": self.folder,
            "XDG_CONFIG_HOME": f"{self.folder}/config",
            "XDG_STATE_HOME": f"{self.folder}/state",
            "HIGHLEVEL_TOKEN": "x",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "INPUTRC": f"{self.folder}/inputrc",
            "PS1": "$ ",
            "HISTFILE": "",
            **(environment or {}),
        }
        probe = [
            "env",
            *(f"{name}={value}" for name, value in variables.items()),
            sys.executable,
            f"{HERE}/probe.py",
            self.folder,
            "bash",
            "--norc",
            "--noprofile",
            "-i",
        ]
        with open(f"{self.folder}/start", "w") as file:
            file.write("#!/bin/sh\nexec " + " ".join(map(shlex.quote, probe)) + "\n")
        os.chmod(f"{self.folder}/start", 0o755)
        self.log = open(f"{self.folder}/log", "rb")
        self.rest = b""
        self.control = os.open(f"{self.folder}/control", os.O_RDWR)
        try:
            line.start(self, [f"{self.folder}/start"])
            if not self.wait(lambda: "$" in self.screen.row(0), 20):
                raise RuntimeError(f"{line.name}: no shell came")
            self.quiet(0.5)
            columns = COLUMNS + getattr(line, "spare", 0)
            if self.size[:2] != [ROWS, columns]:
                raise RuntimeError(f"{line.name}: {self.size}, not {ROWS} rows of {columns}")
        except Exception as error:
            self.stop()
            raise RuntimeError(f"{error}; {self.said}") from error
        except BaseException:
            self.stop()
            raise

    # What happens

    def read(self):
        self.rest += self.log.read()
        *lines, self.rest = self.rest.split(b"\n")
        for line in lines:
            _, kind, data = json.loads(line)
            if kind in ("in", "out", "reply"):
                data = base64.b64decode(data)
            if kind == "out":
                self.outputs.append(data)
                self.screen.write(data)
                self.last_output = time.time()
                for match in re.finditer(rb"\x1b\[\?25([hl])", data):
                    self.cursor_shown = match.group(1) == b"h"
                answer = self.screen.answers()
                if answer:
                    self.line.answer(self, answer)
            elif kind == "in":
                self.inputs.append(data)
            elif kind == "size":
                self.size = data
                self.screen.resize(data[0], data[1])
            elif kind == "reply":
                self.reply = data
            elif kind == "term":
                self.terminal_name = data
            elif kind == "end":
                self.ended = True

    def wait(self, condition, seconds=4.0):
        end = time.time() + seconds
        while True:
            self.read()
            if condition():
                return True
            if time.time() > end:
                return False
            time.sleep(0.03)

    def quiet(self, seconds=0.25, most=6.0):
        """Waits until nothing has come for some time."""
        self.read()
        start = time.time()
        self.wait(lambda: time.time() - max(self.last_output, start) > seconds, most)

    def waits_for(self, text, seconds=6.0):
        return self.wait(lambda: any(text in row for row in self.screen.text), seconds)

    @property
    def state(self):
        rows = [re.sub(r"\d\d:\d\d(?=, (in|times) )", "now", row) for row in self.screen.text]
        return rows, self.screen.cursor if self.cursor_shown else None

    def take_input(self):
        self.read()
        data, self.inputs = b"".join(self.inputs), []
        return data

    def take_output(self):
        self.read()
        data, self.outputs = b"".join(self.outputs), []
        return data

    # What is told

    def order(self, **order):
        os.write(self.control, json.dumps(order).encode() + b"\n")

    def put(self, text):
        """Sends to the program, past the terminal."""
        data = text if isinstance(text, bytes) else text.encode()
        self.order(put=base64.b64encode(data).decode())

    def ask(self, text, seconds=0.4):
        """Sends to the terminal, past the program, and gives what it answers."""
        self.reply = None
        self.order(ask=base64.b64encode(text).decode(), wait=seconds)
        self.wait(lambda: self.reply is not None, seconds + 3)
        return self.reply or b""

    def shell(self, command):
        self.put(command + "\n")

    def start_program(self, *arguments, before="", wait_for="Overview"):
        command = [self.program, "--base-url", self.sandbox.url, "--location", LOCATION, *arguments]
        self.shell("clear; echo MARK")
        self.quiet(0.2)
        self.shell(before + " ".join(map(shlex.quote, command)))
        if not self.waits_for(wait_for, 10):
            raise RuntimeError("the program did not start:\n" + "\n".join(self.screen.text))
        self.quiet(0.35)

    def quit_program(self):
        """Leaves the program from anywhere, past the terminal, without saving."""
        for keys in ("\x1b", "\x1b", "\x11", "q"):
            self.put(keys)
            self.quiet(0.25)
            if self.at_prompt:
                break
        return self.at_prompt

    @property
    def at_prompt(self):
        self.read()
        rows = [row for row in self.screen.text if row]
        return bool(rows) and rows[-1] == "$"

    def stop(self):
        # What holds the shell for a terminal that goes (screen, mosh-server) ends with it.
        self.order(end=True)
        self.wait(lambda: self.ended, 2)
        time.sleep(0.2)
        self.line.stop(self)
        self.said = ""
        if os.path.exists(f"{self.folder}/terminal.out"):
            with open(f"{self.folder}/terminal.out") as file:
                self.said = file.read()
        for path in getattr(self, "tmux", []):
            subprocess.run(["tmux", "-S", path, "kill-server"], capture_output=True)
        if hasattr(self, "server"):
            self.server.stop()
        self.sandbox.stop()
        os.close(self.control)
        subprocess.run(["rm", "-rf", self.folder], check=False)
