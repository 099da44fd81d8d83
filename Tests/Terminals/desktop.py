"""An X server without a screen, its keyboard, mouse, clipboard and pictures."""

import os
import subprocess
import time

WIDTH, HEIGHT = 1100, 760


class Desktop:
    def __init__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                f"{WIDTH}x{HEIGHT}x24",
                "-nolisten",
                "tcp",
            ],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as file:
            number = file.readline().strip()
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": f":{number}",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LP_NUM_THREADS": "1",
        }
        self.helpers = []
        for _ in range(50):
            if self.run("xdotool", "getdisplaygeometry"):
                break
            time.sleep(0.1)
        self.window = None

    def run(self, *command, data=None):
        return subprocess.run(
            command,
            env=self.environment,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=20,
            check=False,
        ).stdout

    def find_window(self, name):
        """Waits for the first window of a class and gives it the keyboard: there is no manager."""
        for _ in range(100):
            found = self.run("xdotool", "search", "--onlyvisible", "--class", name).split()
            if found:
                self.window = found[-1].decode()
                self.run("xdotool", "windowmove", self.window, "0", "0")
                self.run("xdotool", "windowfocus", "--sync", self.window)
                self.run("xdotool", "mousemove", str(WIDTH - 5), str(HEIGHT - 5))
                return
            time.sleep(0.1)
        raise RuntimeError(f"no window of {name}")

    def geometry(self):
        text = self.run("xdotool", "getwindowgeometry", "--shell", self.window).decode()
        values = dict(line.split("=") for line in text.split())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def press(self, key):
        self.run("xdotool", "key", key)

    def click(self, x, y, button=1):
        # Some terminals take the place of a click from the last movement that they have seen.
        self.run(
            "xdotool",
            "mousemove",
            str(x),
            str(y),
            "sleep",
            "0.5",
            "click",
            str(button),
            "sleep",
            "0.5",
            "mousemove",
            str(WIDTH - 5),
            str(HEIGHT - 5),
        )

    def resize_window(self, width, height):
        self.run("xdotool", "windowsize", self.window, str(width), str(height))

    def select(self, text):
        for selection in ("primary", "clipboard"):
            process = subprocess.Popen(
                ["xclip", "-selection", selection, "-quiet"],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            process.stdin.write(text.encode())
            process.stdin.close()
            self.helpers.append(process)
        time.sleep(0.3)

    def selection(self, name):
        """What "primary" or "clipboard" holds."""
        return self.run("timeout", "2", "xclip", "-o", "-selection", name).decode()

    def picture(self):
        return Picture(self.run("import", "-window", "root", "-depth", "8", "rgb:-"))

    def save_picture(self, path):
        self.run("import", "-window", "root", path)

    def stop(self):
        for process in [*self.helpers, self.process]:
            process.terminate()
            process.wait()


class Picture:
    def __init__(self, data):
        self.data = data

    def differs(self, other, allowed=0):
        """Whether more than some dots are others."""
        if self.data == other.data:
            return False
        dots = zip(*(iter(self.data),) * 3), zip(*(iter(other.data),) * 3)
        return sum(mine != theirs for mine, theirs in zip(*dots)) > allowed

    def crop(self, x, y, width, height):
        rows = range(y, y + height)
        return b"".join(
            self.data[3 * (row * WIDTH + x) : 3 * (row * WIDTH + x + width)] for row in rows
        )

    def colours(self, width, height):
        """How many dots there are of each colour."""
        count = {}
        data = self.crop(0, 0, width, height)
        for at in range(0, len(data), 3):
            dot = data[at : at + 3]
            count[dot] = count.get(dot, 0) + 1
        return count
