"""A real Redis server of the test's own, to stop, kill and hold up."""

import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from redis import Redis as Client

from scripts import system
from scripts.ports import free_port, until_open
from tests.support.waiting import PATIENCE


class Redis:
    """One server, always on the same port, that keeps nothing. ``start`` and ``kill`` may be called again and again."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        command = [system.redis(), "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self._folder)]
        command += ["--save", "", "--appendonly", "no"]
        log = self._folder / "redis.log"
        with log.open("ab") as out:
            self._process = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)
        until_open(self.port, self._process, log, within=PATIENCE)

    def kill(self) -> None:
        """As when its machine is gone; whoever was connected is cut off."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def hang(self) -> None:
        """Take connections and answer nothing, until ``go_on``."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def keep(self, key: str) -> None:
        with closing(Client.from_url(self.url)) as client:
            client.set(key, "kept")

    def kept(self) -> list[str]:
        """The keys of it."""
        with closing(Client.from_url(self.url, decode_responses=True)) as client:
            return sorted(str(key) for key in client.scan_iter())

    def flush(self) -> None:
        with closing(Client.from_url(self.url)) as client:
            client.flushall()

    def channels(self) -> list[str]:
        """What somebody is subscribed to."""
        with closing(Client.from_url(self.url, decode_responses=True)) as client:
            return sorted(str(name) for name in client.pubsub_channels())

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)


@contextmanager
def redis_server() -> Iterator[Redis]:
    folder = Path(tempfile.mkdtemp(prefix="pass-redis-"))
    server = Redis(folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder)
