"""foot, which needs Wayland: Weston in a window of the X server, that hands keys and mouse on."""

import subprocess
import time

from lines import BACKGROUND, FONT, FOREGROUND, Graphical
from session import COLUMNS, ROWS


class Foot(Graphical):
    pointer_dots = 400
    paste_key = "ctrl+shift+v"
    cell_size = (7, 15)

    def __init__(self):
        super().__init__(
            "foot",
            "foot",
            "weston",
            ["foot"],
            needs=["weston", "wl-copy"],
            note="in Weston 10, itself in a window of X",
        )
        width, height = self.cell_size
        self.size = width * COLUMNS, height * ROWS
        self.command = [
            "sh",
            "-c",
            f"""
          weston --backend=x11-backend.so --shell=kiosk-shell.so --use-pixman --socket=wl \\
            --width={self.size[0]} --height={self.size[1]} --no-config --idle-time=0 &
          for i in 1 2 3 4 5 6 7 8 9 10; do [ -S "$XDG_RUNTIME_DIR/wl" ] && break; sleep 0.3; done
          WAYLAND_DISPLAY=wl exec foot --config=/dev/null -o pad=0x0 -o dpi-aware=no \\
            -f '{FONT}:pixelsize=12' -o colors.background={BACKGROUND[1:]} \\
            -o colors.foreground={FOREGROUND[1:]} "$@" """,
            "foot",
        ]

    def wayland(self, *command, data=None):
        return subprocess.run(
            ["timeout", "3", *command],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**self.environment, "WAYLAND_DISPLAY": "wl"},
        ).stdout

    def paste(self, session, text):
        process = subprocess.Popen(
            ["wl-copy", "--foreground"],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**self.environment, "WAYLAND_DISPLAY": "wl"},
        )
        process.stdin.write(text.encode())
        process.stdin.close()
        self.desktop.helpers.append(process)
        time.sleep(0.6)
        self.desktop.press(self.paste_key)

    def selection(self, name):
        return self.wayland("wl-paste", "-n").decode()
