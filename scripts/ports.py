"""Ports of this machine."""

import socket
import subprocess
import time
from pathlib import Path

from scripts.say import stop


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until_open(port: int, process: "subprocess.Popen[bytes]", log: Path, *, within: float) -> None:
    """Return once ``process`` takes connections on ``port``; end with what its ``log`` says when it does not."""
    begun = time.monotonic()
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if process.poll() is not None or time.monotonic() - begun > within:
                stop(f"It did not start:\n{log.read_text()[-3000:]}")
            time.sleep(0.05)
