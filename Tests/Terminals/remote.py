"""An SSH server on the loopback address, with keys and settings in a folder that goes."""

import os
import socket
import subprocess
import time


def free_port():
    with socket.socket() as socket_:
        socket_.bind(("127.0.0.1", 0))
        return socket_.getsockname()[1]


class Server:
    """Ends with the session; nothing of the machine's own SSH is read or changed."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{folder}/{name}"],
                check=True,
            )
        os.rename(f"{folder}/user.pub", f"{folder}/authorized")
        with open(f"{folder}/sshd_config", "w") as file:
            file.write(
                f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\n"
                f"AuthorizedKeysFile {folder}/authorized\nPidFile none\nUsePAM no\n"
                "StrictModes no\nPermitRootLogin prohibit-password\n"
                "PasswordAuthentication no\nAcceptEnv LANG LC_*\n"
            )
        with open(f"{folder}/ssh_config", "w") as file:
            file.write(
                f"Host *\n  Port {self.port}\n  IdentityFile {folder}/user\n"
                f"  IdentitiesOnly yes\n  UserKnownHostsFile {folder}/known\n"
                "  StrictHostKeyChecking accept-new\n  LogLevel ERROR\n  SendEnv LANG LC_*\n"
            )
        # Its place for locked-up processes is not made where the service never ran.
        os.makedirs("/run/sshd", exist_ok=True)
        self.process = subprocess.Popen(
            ["/usr/sbin/sshd", "-D", "-f", f"{folder}/sshd_config"],
            stdout=subprocess.DEVNULL,
            stderr=open(f"{folder}/sshd.err", "w"),
        )
        for _ in range(50):
            with socket.socket() as socket_:
                if socket_.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.1)

    @property
    def user(self):
        return os.environ.get("USER") or "root"

    def ssh(self, inner):
        return ["ssh", "-F", f"{self.folder}/ssh_config", "-t", f"{self.user}@127.0.0.1", *inner]

    def mosh(self, inner):
        return [
            "mosh",
            f"--ssh=ssh -F {self.folder}/ssh_config",
            f"{self.user}@127.0.0.1",
            "--",
            *inner,
        ]

    def plink(self, inner):
        key = f"{self.folder}/user.ppk"
        subprocess.run(
            ["puttygen", f"{self.folder}/user", "-o", key, "-O", "private"],
            check=True,
            stdin=subprocess.DEVNULL,
        )
        public = subprocess.run(
            ["ssh-keygen", "-l", "-f", f"{self.folder}/host.pub"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()[1]
        return [
            "plink",
            "-ssh",
            "-t",
            "-noagent",
            "-no-antispoof",
            "-P",
            str(self.port),
            "-i",
            key,
            "-hostkey",
            public,
            f"{self.user}@127.0.0.1",
            *inner,
        ]

    def stop(self):
        self.process.terminate()
        self.process.wait()


def through(kind):
    def wrap(session, inner):
        session.server = Server(session.folder)
        return getattr(session.server, kind)(inner)

    return wrap
