"""Pseudo-terminals with libvterm: the reference, and every TERM that only terminfo has."""

import fcntl
import os
import pty
import subprocess
import termios
import threading

import vterm
from session import COLUMNS, ROWS

XTERM = {
    "Up": "\x1bOA",
    "Down": "\x1bOB",
    "Right": "\x1bOC",
    "Left": "\x1bOD",
    "Home": "\x1bOH",
    "End": "\x1bOF",
    "Insert": "\x1b[2~",
    "Delete": "\x1b[3~",
    "Prior": "\x1b[5~",
    "Next": "\x1b[6~",
    "ctrl+Prior": "\x1b[5;5~",
    "ctrl+Next": "\x1b[6;5~",
    "alt+Right": "\x1b[1;3C",
    "alt+Left": "\x1b[1;3D",
    "shift+Tab": "\x1b[Z",
    "F1": "\x1bOP",
    "F2": "\x1bOQ",
    "F3": "\x1bOR",
    "F4": "\x1bOS",
    "F5": "\x1b[15~",
    "F6": "\x1b[17~",
    "F7": "\x1b[18~",
    "F8": "\x1b[19~",
    "F9": "\x1b[20~",
    "F10": "\x1b[21~",
    "F11": "\x1b[23~",
    "F12": "\x1b[24~",
    "BackSpace": "\x7f",
    "Escape": "\x1b",
    "Return": "\r",
    "Tab": "\t",
    "space": " ",
    "period": ".",
    "comma": ",",
    "greater": ">",
    "equal": "=",
}
CAPABILITIES = {
    "Up": "kcuu1",
    "Down": "kcud1",
    "Right": "kcuf1",
    "Left": "kcub1",
    "Home": "khome",
    "End": "kend",
    "Insert": "kich1",
    "Delete": "kdch1",
    "Prior": "kpp",
    "Next": "knp",
    "shift+Tab": "kcbt",
    "BackSpace": "kbs",
    **{f"F{n}": f"kf{n}" for n in range(1, 13)},
}


class Direct:
    """Keys come as the terminfo entry of TERM says, and as xterm's where it is silent."""

    has_picture = False

    def __init__(self, term="xterm-256color", spare=0):
        """`spare` columns are added, where the program leaves so many alone."""
        self.term = self.name = term
        self.spare = spare
        self.version = "terminfo"
        self.capabilities = {}
        self.missing = []

    def available(self):
        return subprocess.run(["infocmp", self.term], capture_output=True).returncode == 0

    def start(self, session, command):
        for key, capability in CAPABILITIES.items():
            value = subprocess.run(["tput", "-T", self.term, capability], capture_output=True)
            if value.returncode == 0 and value.stdout:
                self.capabilities[key] = value.stdout
            else:
                self.missing.append(key)
        child, self.master = pty.fork()
        if child == 0:
            os.environ["TERM"] = self.term
            os.execvp(command[0], command)
        self.child = child
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, vterm.winsize(ROWS, COLUMNS + self.spare))
        threading.Thread(target=self.drain, daemon=True).start()

    def drain(self):
        try:
            while os.read(self.master, 65536):
                pass
        except OSError:
            pass

    def answer(self, session, data):
        os.write(self.master, data)

    def bytes_of(self, key):
        if key in self.capabilities:
            return self.capabilities[key]
        if key in XTERM:
            return XTERM[key].encode()
        if key.startswith("ctrl+"):
            return bytes([ord(key[5:]) & 0x1F])
        if key.startswith("alt+"):
            return b"\x1b" + self.bytes_of(key[4:])
        return key.encode()

    def press(self, session, key):
        os.write(self.master, self.bytes_of(key))

    def paste(self, session, text):
        # A terminal sends line ends as Return.
        data = text.replace("\n", "\r").encode()
        os.write(self.master, b"\x1b[200~" + data + b"\x1b[201~")

    def click(self, session, row, column, button=1):
        number = {1: 0, 4: 64, 5: 65}[button]
        report = f"\x1b[<{number};{column + 1};{row + 1}"
        os.write(self.master, (report + "M" + (report + "m" if button == 1 else "")).encode())

    def resize(self, session, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, vterm.winsize(rows, columns + self.spare))
        os.kill(self.child, 28)

    def stop(self, session):
        try:
            os.kill(self.child, 9)
        except ProcessLookupError:
            pass
        os.close(self.master)
        os.waitpid(self.child, 0)
