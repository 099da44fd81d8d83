"""Lines to run a program over: a local terminal, one that is shaped, and ssh through a slow network.

The network is two namespaces with a link between them, and a server of its own: keys, port, settings
and password file stand in a temporary folder and are seen by that server only. It needs root. The link
is a pair of veth with netem where the kernel has that, else two tun devices with a relay between them
that does the same to each packet: the rate, the delay, the loss. TCP is the kernel's in both cases.
"""

import collections
import ctypes
import fcntl
import os
import pathlib
import random
import select
import shutil
import signal
import socket
import struct
import subprocess
import termios
import time

NEW_MOUNTS, NEW_NETWORK = 0x20000, 0x40000000
HERE, THERE, PORT = "10.99.0.1", "10.99.0.2", 2222
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000


class Shape:
    """What a line does to what passes: bits a second, seconds each way, the lost share each way."""

    def __init__(self, rate=100_000, delay=0.150, loss=0.03, seed=1):
        self.rate, self.delay, self.loss, self.seed = rate, delay, loss, seed

    def __str__(self):
        return (f"{self.rate / 1000:g} kbit/s, {2000 * self.delay:g} ms there and back, "
                f"{100 * self.loss:g} % lost each way")


# MARK: terminals


class Local:
    """A program in a pseudo-terminal of this machine."""

    def __init__(self, command, environment, rows, columns):
        self.master, slave = os.openpty()
        self.resize(rows, columns)
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(slave)

    def read(self, seconds):
        """What has come, after waiting for so long at most; None when the program has ended."""
        if not select.select([self.master], [], [], max(0, seconds))[0]:
            return b""
        try:
            return os.read(self.master, 65536) or None
        except OSError:
            return None

    def write(self, data):
        os.write(self.master, data)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def end(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


class Shaped(Local):
    """A local terminal behind a line that delays what passes and limits its rate.

    What would be lost comes late, and all after it: as much as TCP takes to notice, which is a round
    trip and 0.2 seconds. Each packet costs 76 bytes more than what it carries, as with ssh.
    """

    OVERHEAD = 76

    def __init__(self, shape, *arguments):
        self.shape = shape
        self.random = random.Random(shape.seed)
        self.ways = {"down": collections.deque(), "up": collections.deque()}
        self.free, self.last = {"down": 0.0, "up": 0.0}, {"down": 0.0, "up": 0.0}
        self.has_ended = False
        super().__init__(*arguments)

    def enter(self, way, data):
        for at in range(0, len(data), 1400):
            piece = data[at:at + 1400]
            now = time.monotonic()
            begin = max(now, self.free[way])
            self.free[way] = begin + 8 * (len(piece) + self.OVERHEAD) / self.shape.rate
            due = self.free[way] + self.shape.delay
            while self.random.random() < self.shape.loss:
                due += 2 * self.shape.delay + 0.2
            self.last[way] = max(due, self.last[way])
            self.ways[way].append((self.last[way], piece))

    def leave(self, way):
        data, queue = b"", self.ways[way]
        while queue and queue[0][0] <= time.monotonic():
            data += queue.popleft()[1]
        return data

    def read(self, seconds):
        end = time.monotonic() + max(0, seconds)
        while True:
            if keys := self.leave("up"):
                super().write(keys)
            if data := self.leave("down"):
                return data
            now = time.monotonic()
            if self.has_ended and not self.ways["down"]:
                return None
            if now >= end:
                return b""
            dues = [queue[0][0] for queue in self.ways.values() if queue]
            pause = max(0, min([end, *dues]) - now)
            if self.has_ended:
                time.sleep(pause)
            elif (piece := super().read(pause)) is None:
                self.has_ended = True
            else:
                self.enter("down", piece)

    def write(self, data):
        self.enter("up", data)


# MARK: a network


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


def unshare(flags):
    if ctypes.CDLL(None, use_errno=True).unshare(flags) != 0:
        raise OSError(ctypes.get_errno(), "unshare")


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def open_tun(name, address):
    tun = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    ip("address", "add", f"{address}/24", "dev", name)
    ip("link", "set", name, "up")
    return tun


def has_netem():
    """Whether the kernel has netem; asked of a device that carries nothing of ours."""
    asked = subprocess.run(
        ["tc", "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms"], capture_output=True)
    if asked.returncode == 0:
        subprocess.run(["tc", "qdisc", "del", "dev", "lo", "root"], check=True)
    return asked.returncode == 0


def relay(shape, one, other):
    """Carries packets between two tun devices, as netem does; it ends with its parent."""
    chance = random.Random(shape.seed)
    queues = {one: collections.deque(), other: collections.deque()}
    free = {one: 0.0, other: 0.0}
    parent = os.getppid()
    while os.getppid() == parent:
        dues = [queue[0][0] for queue in queues.values() if queue]
        pause = min(max(0, min(dues) - time.monotonic()), 5) if dues else 5
        for source in select.select([one, other], [], [], pause)[0]:
            packet = os.read(source, 4096)
            target = other if source == one else one
            if chance.random() < shape.loss:
                continue
            free[target] = max(time.monotonic(), free[target]) + 8 * len(packet) / shape.rate
            queues[target].append((free[target] + shape.delay, packet))
        for target, queue in queues.items():
            while queue and queue[0][0] <= time.monotonic():
                os.write(target, queue.popleft()[1])


class Network:
    """This process in a namespace of its own, with a server in another, and a line between them."""

    def __init__(self, shape, folder, sshd, compressed=False):
        if os.geteuid() != 0:
            raise PermissionError("namespaces, their devices and a server need root")
        self.folder, self.compressed = pathlib.Path(folder), compressed
        unshare(NEW_NETWORK)
        ip("link", "set", "lo", "up")
        self.children = []
        uses_netem = has_netem()
        self.make_keys()
        ours, theirs = socket.socketpair()
        server = self.fork(lambda: self.serve(theirs, sshd, shape if uses_netem else None))
        theirs.close()
        if uses_netem:
            ours.recv(1)
            ip("link", "add", "line", "type", "veth", "peer", "name", "line", "netns", str(server))
            ip("address", "add", f"{HERE}/24", "dev", "line")
            ip("link", "set", "line", "up")
            self.shape_device(shape)
            ours.send(b"g")
            self.means = "ssh through veth with netem"
        else:
            here = open_tun("line", HERE)
            _, (there,), _, _ = socket.recv_fds(ours, 1, 1)
            self.fork(lambda: relay(shape, here, there))
            os.close(here)
            os.close(there)
            self.means = "ssh through tun devices with a relay, as this kernel has no netem"
        ours.recv(1)  # It is about to listen.
        ours.close()
        self.wait_for_server()

    def fork(self, body):
        child = os.fork()
        if child == 0:
            try:
                body()
            except BaseException as error:
                os.write(2, f"line: {error!r}\n".encode())
            os._exit(1)
        self.children.append(child)
        return child

    @staticmethod
    def shape_device(shape):
        subprocess.run(
            ["tc", "qdisc", "add", "dev", "line", "root", "netem",
             "delay", f"{1000 * shape.delay:g}ms", "loss", f"{100 * shape.loss:g}%",
             "rate", f"{shape.rate}bit"], check=True)

    def make_keys(self):
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", self.folder / name],
                check=True)
        public = (self.folder / "host.pub").read_text()
        (self.folder / "known").write_text(f"[{THERE}]:{PORT} {public}")

    def serve(self, socket_, sshd, netem):
        """Runs the server; its end of the line has netem with this shape, or is a tun device."""
        unshare(NEW_NETWORK | NEW_MOUNTS)
        mount("--make-rprivate", "/")
        ip("link", "set", "lo", "up")
        if netem:
            socket_.send(b"r")
            socket_.recv(1)
            ip("address", "add", f"{THERE}/24", "dev", "line")
            ip("link", "set", "line", "up")
            self.shape_device(netem)
        else:
            tun = open_tun("line", THERE)
            socket.send_fds(socket_, [b"t"], [tun])
            os.close(tun)
        # Seen in this namespace only: the user and the folder that sshd separates itself with.
        people = pathlib.Path("/etc/passwd").read_text()
        (self.folder / "passwd").write_text(
            people + "sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin\n"
            if "\nsshd:" not in people else people)
        mount("--bind", str(self.folder / "passwd"), "/etc/passwd")
        (self.folder / "shadow").write_text("root:*:1::::::\nsshd:*:1::::::\n")
        (self.folder / "shadow").chmod(0o600)
        mount("--bind", str(self.folder / "shadow"), "/etc/shadow")
        mount("-t", "tmpfs", "tmpfs", "/run")
        os.makedirs("/run/sshd", 0o755)
        settings = self.folder / "sshd_config"
        settings.write_text(f"""\
Port {PORT}
ListenAddress {THERE}
HostKey {self.folder}/host
AuthorizedKeysFile {self.folder}/user.pub
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
PidFile none
PrintMotd no
PrintLastLog no
UseDNS no
""")
        socket_.send(b"l")
        with open(self.folder / "sshd.log", "w") as log:
            os.dup2(log.fileno(), 2)
        os.execv(sshd, [sshd, "-D", "-e", "-f", str(settings)])

    def wait_for_server(self):
        for _ in range(20):
            try:
                socket.create_connection((THERE, PORT), timeout=5).close()
                return
            except OSError:
                time.sleep(0.5)
        raise RuntimeError("sshd does not answer: " + (self.folder / "sshd.log").read_text())

    def ssh(self, command):
        return ["ssh", "-F", "none", "-p", str(PORT), "-i", str(self.folder / "user"), "-tt", "-e",
                "none", "-o", f"UserKnownHostsFile={self.folder}/known", "-o", "BatchMode=yes",
                "-o", "LogLevel=ERROR", *(["-C"] if self.compressed else []), f"root@{THERE}",
                command]

    @staticmethod
    def carried():
        """Bytes and packets that this side has put on the line and taken from it, in that order."""
        with open("/proc/net/dev") as file:
            for line in file:
                name, _, numbers = line.partition(":")
                if name.strip() == "line":
                    fields = [int(number) for number in numbers.split()]
                    return fields[8], fields[9], fields[0], fields[1]
        return 0, 0, 0, 0

    def end(self):
        for child in self.children:
            try:
                os.kill(child, signal.SIGTERM)
                os.waitpid(child, 0)
            except (ProcessLookupError, ChildProcessError):
                pass


def find_sshd(path=None):
    """The server, which is not in the path of everybody; its own path has to be whole."""
    found = path or shutil.which("sshd") or shutil.which("/usr/sbin/sshd")
    return str(pathlib.Path(found).resolve()) if found else None
