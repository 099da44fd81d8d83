"""The Linux console: a kernel under qemu whose first console is the terminal.

The machine has nothing but busybox. It hands on what comes over a serial line to its console, and
what is typed at its keyboard back; the program runs here, as over any serial line. Keys are pressed
by qemu, and what the console shows is read back from the kernel (/dev/vcsu1).
"""

import base64
import fcntl
import os
import pty
import select
import shutil
import signal
import socket
import struct
import subprocess
import termios
import threading
import time

import vterm
from session import COLUMNS, ROWS

INIT = """#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t devtmpfs dev /dev 2>/dev/null; mount -t proc proc /proc; mount -t sysfs sys /sys
echo 0 >/proc/sys/kernel/printk
exec 3<>/dev/ttyS1 4<>/dev/tty1 5<>/dev/ttyS0
stty raw -echo 115200 clocal <&3
stty rows {rows} cols {columns} raw -echo <&4
stty raw -echo clocal <&5
cat <&3 >&4 &
cat <&4 >&3 &
echo ready >&5
while read command <&5; do eval "$command" >&5 2>&1; echo done >&5; done
"""
KEYS = {
    "Up": "up",
    "Down": "down",
    "Left": "left",
    "Right": "right",
    "Home": "home",
    "End": "end",
    "Prior": "pgup",
    "Next": "pgdn",
    "Insert": "insert",
    "Delete": "delete",
    "Return": "ret",
    "BackSpace": "backspace",
    "Escape": "esc",
    "Tab": "tab",
    "space": "spc",
    "period": "dot",
    "comma": "comma",
    **{f"F{n}": f"f{n}" for n in range(1, 13)},
}


class Console:
    has_picture = False
    # Only the first look at /dev/vcsu1 tells what the font has: later ones give what was sent.
    parts = ["wide", "keys", "resize", "suspend", "exit", "colours"]
    # The kernel's own table of keys has no other code for it.
    lacks = {
        "shift+Tab": "Shift-Tab sends Tab",
        "ctrl+Next": "Ctrl-PgDn sends PgDn",
        "ctrl+Prior": "Ctrl-PgUp sends PgUp",
        "alt+Down": "Alt-Down sends Down",
    }

    def __init__(self, kernel):
        self.kernel = kernel
        self.name = "Linux console"
        self.version = ""

    def available(self):
        return bool(self.kernel and os.path.exists(self.kernel)) and all(
            shutil.which(name) for name in ("qemu-system-x86_64", "busybox", "cpio")
        )

    def start(self, session, command):
        folder = session.folder
        self.pack(folder)
        self.serial, self.orders, self.monitor = (
            self.listen(f"{folder}/{name}.socket") for name in ("line", "orders", "monitor")
        )
        self.process = subprocess.Popen(
            [
                "qemu-system-x86_64",
                "-M",
                "pc",
                "-accel",
                "tcg",
                "-m",
                "256",
                "-kernel",
                self.kernel,
                "-initrd",
                f"{folder}/initrd",
                "-display",
                "none",
                "-nodefaults",
                "-vga",
                "std",
                "-append",
                "quiet vga=0x315 rdinit=/init console=tty1",
                "-serial",
                f"unix:{folder}/orders.socket",
                "-serial",
                f"unix:{folder}/line.socket",
                "-monitor",
                f"unix:{folder}/monitor.socket",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=open(f"{folder}/terminal.out", "w"),
        )
        for name in ("serial", "orders", "monitor"):
            listener = getattr(self, name)
            listener.settimeout(10)
            setattr(self, name, listener.accept()[0])
        self.read_until(b"ready", 60)
        self.version = self.tell("uname -r").decode().strip()
        child, self.master = pty.fork()
        if child == 0:
            os.environ["TERM"] = "linux"
            os.execvp(command[0], command)
        self.child = child
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, vterm.winsize(ROWS, COLUMNS))
        threading.Thread(target=self.carry, daemon=True).start()

    def pack(self, folder):
        root = f"{folder}/root"
        for path in ("bin", "dev", "proc", "sys"):
            os.makedirs(f"{root}/{path}")
        shutil.copy(shutil.which("busybox"), f"{root}/bin/busybox")
        with open(f"{root}/init", "w") as file:
            file.write(INIT.format(rows=ROWS, columns=COLUMNS))
        os.chmod(f"{root}/init", 0o755)
        subprocess.run(
            "find . | cpio -o -H newc --quiet >../initrd", shell=True, cwd=root, check=True
        )

    def listen(self, path):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        listener.listen()
        return listener

    def carry(self):
        """Between the program and the serial line, both ways."""
        while True:
            try:
                ready, _, _ = select.select([self.master, self.serial], [], [])
                if self.master in ready:
                    self.serial.sendall(os.read(self.master, 4096))
                if self.serial in ready:
                    os.write(self.master, self.serial.recv(4096))
            except (OSError, ValueError):
                return

    def read_until(self, word, seconds=10):
        data, end = b"", time.time() + seconds
        self.orders.settimeout(1)
        while word not in data:
            if time.time() > end:
                raise RuntimeError(f"the machine is silent: {data[-200:]}")
            try:
                data += self.orders.recv(65536)
            except TimeoutError:
                continue
        return data

    def tell(self, command):
        self.orders.sendall(command.encode() + b"\n")
        return self.read_until(b"done\n").removesuffix(b"done\n")

    def answer(self, session, data):
        pass

    def press(self, session, key):
        *modifiers, last = key.split("+")
        name = "-".join([*modifiers, KEYS.get(last, last.lower())])
        self.monitor.sendall(f"sendkey {name} 20\n".encode())
        time.sleep(0.05)

    def paste(self, session, text):
        raise NotImplementedError("the console has no paste without gpm")

    def resize(self, session, rows, columns):
        self.tell(f"stty -F /dev/tty1 rows {rows} cols {columns}")
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, vterm.winsize(rows, columns))
        os.kill(self.child, signal.SIGWINCH)

    def shown(self):
        """The rows that the kernel shows."""
        data = base64.b64decode(self.tell("base64 /dev/vcsu1"))
        size = struct.unpack("BB", base64.b64decode(self.tell("head -c 2 /dev/vcsa1 | base64")))
        text = "".join(
            chr(c) if 0 < c < 0x110000 else " " for c in struct.unpack(f"{len(data) // 4}I", data)
        )
        return [text[at : at + size[1]].rstrip() for at in range(0, len(text), size[1])]

    def stop(self, session):
        if hasattr(self, "process"):
            self.process.kill()
            self.process.wait()
        if hasattr(self, "child"):
            try:
                os.kill(self.child, signal.SIGKILL)
            except ProcessLookupError:
                pass
            os.waitpid(self.child, 0)
            os.close(self.master)
