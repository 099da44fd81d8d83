#!/usr/bin/env python3
"""Stands between a terminal and a shell: hands every byte on, and keeps a record of it.

    probe.py FOLDER COMMAND...

FOLDER/log has a line of JSON for each thing that happens: "out" (what the program sends to the
terminal), "in" (what the terminal sends), "size", "reply" and "end". FOLDER/control is a pipe that
takes lines of JSON: {"put": TEXT} sends bytes to the program as if they were typed, {"ask": TEXT}
sends bytes to the terminal and keeps what it answers to itself, {"end": true} ends the shell.
"""

import base64
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import tty


def main():
    folder, command = sys.argv[1], sys.argv[2:]
    log = open(f"{folder}/log", "w", buffering=1)
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)

    def note(kind, data):
        text = base64.b64encode(data).decode() if isinstance(data, bytes) else data
        log.write(json.dumps([round(time.time(), 4), kind, text]) + "\n")

    child, master = pty.fork()
    if child == 0:
        os.execvp(command[0], command)

    def copy_size(*_):
        size = fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8)
        fcntl.ioctl(master, termios.TIOCSWINSZ, size)
        note("size", list(struct.unpack("HHHH", size)))

    saved = termios.tcgetattr(0)
    tty.setraw(0)
    copy_size()
    signal.signal(signal.SIGWINCH, lambda *_: os.write(wake_write, b"w"))
    control = os.open(f"{folder}/control", os.O_RDWR | os.O_NONBLOCK)
    commands, quiet_until, reply = b"", 0.0, b""
    note("term", os.environ.get("TERM", ""))
    try:
        while True:
            asks = time.time() < quiet_until
            ready, _, _ = select.select(
                [0, master, control, wake_read], [], [], 0.05 if asks or reply else None
            )
            if wake_read in ready:
                os.read(wake_read, 100)
                copy_size()
            if 0 in ready:
                data = os.read(0, 65536)
                if not data:
                    break
                if asks:
                    reply += data
                else:
                    note("in", data)
                    os.write(master, data)
            if master in ready:
                try:
                    data = os.read(master, 65536)
                except OSError:
                    break
                if not data:
                    break
                # The record is ahead of the terminal: who waits for the screen waits a little more.
                note("out", data)
                os.write(1, data)
            if control in ready:
                commands += os.read(control, 65536)
                *lines, commands = commands.split(b"\n")
                for line in lines:
                    order = json.loads(line)
                    if "put" in order:
                        os.write(master, base64.b64decode(order["put"]))
                    if "end" in order:
                        os.kill(child, signal.SIGKILL)
                    if "ask" in order:
                        quiet_until = time.time() + order.get("wait", 0.3)
                        os.write(1, base64.b64decode(order["ask"]))
            if quiet_until and time.time() >= quiet_until:
                note("reply", reply)
                reply, quiet_until = b"", 0.0
    finally:
        termios.tcsetattr(0, termios.TCSANOW, saved)
        note("end", os.waitpid(child, 0)[1])


main()
