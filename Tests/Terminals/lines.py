"""The table of lines: terminals, what runs in them, and how each is started."""

import os
import shutil
import signal
import subprocess
import time

from desktop import Desktop
from session import COLUMNS, ROWS

FOREGROUND, BACKGROUND = "#e0e0e0", "#203040"
FONT = "DejaVu Sans Mono"


def first_line(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return (result.stdout or result.stderr).strip().split("\n")[0]


def package_version(name):
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True
    )
    return version.stdout.split("+")[0].split("-")[0].split(":")[-1]


class Graphical:
    """A terminal in a window, with the keyboard and mouse of X."""

    has_picture = True
    border = 0
    paste_key = "shift+Insert"
    pointer_dots = 0  # of the mouse pointer in a picture
    confirms = False  # rxvt-unicode asks before it pastes several lines

    def __init__(self, name, package, window_class, command, wrap=None, note="", needs=()):
        self.name, self.package, self.note = name, package, note
        self.window_class, self.command = window_class, command
        self.wrap = wrap or (lambda session, inner: inner)
        self.needs = [command[0], *needs]
        self.version = package_version(package)

    def available(self):
        return all(
            shutil.which(name) for name in ["Xvfb", "xdotool", "import", "xclip", *self.needs]
        )

    def start(self, session, inner):
        self.desktop = Desktop()
        environment = {
            **self.desktop.environment,
            "HOME": session.folder,
            "XDG_CONFIG_HOME": f"{session.folder}/empty",
            "XDG_RUNTIME_DIR": session.folder,
        }
        for name in ("TERM", "COLORTERM", "TMUX", "STY", "XAUTHORITY"):
            environment.pop(name, None)
        self.environment = environment
        self.process = subprocess.Popen(
            [*self.command, *self.wrap(session, inner)],
            env=environment,
            cwd=session.folder,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=open(f"{session.folder}/terminal.out", "w"),
            stderr=subprocess.STDOUT,
        )
        self.desktop.find_window(self.window_class)

    def answer(self, session, data):
        pass  # the terminal answers itself

    def press(self, session, key):
        self.desktop.press(key)

    def paste(self, session, text):
        self.desktop.select(text)
        self.desktop.press(self.paste_key)
        if self.confirms and "\n" in text:
            time.sleep(0.5)
            self.desktop.press("y")

    def selection(self, name):
        return self.desktop.selection(name)

    def cell(self):
        """Width and height of a cell, and where the first one is."""
        width, height = self.desktop.geometry()
        cell_width, cell_height = width // COLUMNS, height // ROWS
        return (
            cell_width,
            cell_height,
            (width - cell_width * COLUMNS) // 2,
            (height - cell_height * ROWS) // 2,
        )

    def click(self, session, row, column, button=1):
        width, height, left, top = self.cell()
        self.desktop.click(
            left + width * column + width // 2, top + height * row + height // 2, button
        )

    def resize(self, session, rows, columns):
        if not hasattr(self, "full"):
            self.full = self.desktop.geometry()
            self.cells = self.cell()
        if (rows, columns) == (ROWS, COLUMNS):
            self.desktop.resize_window(*self.full)
            return
        width, height, left, top = self.cells
        self.desktop.resize_window(width * columns + 2 * left, height * rows + 2 * top)

    def picture(self):
        return self.desktop.picture()

    def stop(self, session):
        if not hasattr(self, "process"):
            return
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(5)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.desktop.stop()


XTERM = [
    "xterm",
    "-b",
    "0",
    "-bg",
    BACKGROUND,
    "-fg",
    FOREGROUND,
    "-geometry",
    f"{COLUMNS}x{ROWS}",
    "-fa",
    FONT,
    "-fs",
    "9",
    "+sb",
]
# The default list of what no program may do, without SetSelection.
FORBIDDEN = "1,2,3,4,5,6,7,8,9,11,13,14,18,19,20,21,GetSelection,SetWinLines,SetXprop"
ALLOWED = ["-xrm", f"*disallowedWindowOps: {FORBIDDEN}"]
URXVT = [
    "urxvt",
    "-b",
    "0",
    "+sb",
    "-bg",
    BACKGROUND,
    "-fg",
    FOREGROUND,
    "-geometry",
    f"{COLUMNS}x{ROWS}",
    "-fn",
    f"xft:{FONT}:size=9",
]
PTERM = [
    "pterm",
    "-bg",
    BACKGROUND,
    "-fg",
    FOREGROUND,
    "-geometry",
    f"{COLUMNS}x{ROWS}",
    "+sb",
    "-fn",
    f"client:{FONT} 9",
    "-xrm",
    "pterm.BorderWidth:0",
]
KITTY = [
    "kitty",
    "--config",
    "NONE",
    "-o",
    f"initial_window_width={COLUMNS}c",
    "-o",
    f"initial_window_height={ROWS}c",
    "-o",
    "remember_window_size=no",
    "-o",
    f"background={BACKGROUND}",
    "-o",
    f"foreground={FOREGROUND}",
    "-o",
    "window_padding_width=0",
    "-o",
    "placement_strategy=top-left",
    "-o",
    "cursor_blink_interval=0",
    "-o",
    f"font_family={FONT}",
    "-o",
    "font_size=9",
    "-o",
    "update_check_interval=0",
]
ALACRITTY = [
    "alacritty",
    "-o",
    f"window.dimensions.columns={COLUMNS}",
    "-o",
    f"window.dimensions.lines={ROWS}",
    "-o",
    f"colors.primary.background='{BACKGROUND}'",
    "-o",
    f"colors.primary.foreground='{FOREGROUND}'",
    "-o",
    f"font.normal.family={FONT}",
    "-o",
    "font.size=9",
    "-o",
    "window.padding.x=0",
    "-o",
    "window.padding.y=0",
]


def in_screen(name, more=""):
    def wrap(session, inner):
        with open(f"{session.folder}/screenrc", "w") as file:
            file.write(f"term {name}\nstartup_message off\ndefutf8 on\n{more}\n")
        return [
            "env",
            f"SCREENDIR={session.folder}/screens",
            "screen",
            "-U",
            "-c",
            f"{session.folder}/screenrc",
            *inner,
        ]

    return wrap


def in_tmux(name, times=1):
    def wrap(session, inner):
        command = inner
        for number in range(times):
            path = f"{session.folder}/tmux{number}"
            with open(f"{path}.conf", "w") as file:
                file.write(
                    f"set -g status off\nset -g default-terminal {name}\nset -g set-clipboard on\n"
                )
            command = [
                "env",
                "-u",
                "TMUX",
                "tmux",
                "-u",
                "-S",
                path,
                "-f",
                f"{path}.conf",
                "new-session",
                *command,
            ]
        session.tmux = [f"{session.folder}/tmux{number}" for number in range(times)]
        return command

    return wrap
