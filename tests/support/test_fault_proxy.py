"""The proxy does what it says, to what was sent and to who is connected."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.support.fault_proxy import Cut, FaultProxy, Target, proxy_to
from tests.support.waiting import PATIENCE, until


@contextmanager
def echo(wire: socket.socket) -> Iterator[None]:
    """Answers each connection with what it says, until it says nothing more."""

    def serve() -> None:
        while True:
            try:
                one, _ = wire.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=[one], daemon=True).start()

    def answer(one: socket.socket) -> None:
        with one:
            try:
                while part := one.recv(65_536):
                    one.sendall(part)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield
    finally:
        wire.shutdown(socket.SHUT_RDWR)
        wire.close()


@pytest.fixture(params=["port", "file"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Target]:
    if request.param == "port":
        wire = socket.create_server(("127.0.0.1", 0))
        where: Target = ("127.0.0.1", wire.getsockname()[1])
    else:
        wire, where = socket.socket(socket.AF_UNIX), tmp_path / "wire"
        wire.bind(str(where))
        wire.listen()
    with echo(wire):
        yield where


@pytest.fixture
def proxy(target: Target) -> Iterator[FaultProxy]:
    with proxy_to(target) as found:
        yield found


def client(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=PATIENCE)


def received(wire: socket.socket, count: int) -> bytes:
    """``count`` bytes, or what came before the connection ended."""
    found = b""
    while len(found) < count:
        try:
            part = wire.recv(count - len(found))
        except ConnectionError:
            break
        if not part:
            break
        found += part
    return found


def test_everything_is_passed_on(proxy: FaultProxy) -> None:
    with client(proxy) as wire:
        sent = bytes(range(256)) * 1_000
        threading.Thread(target=wire.sendall, args=[sent], daemon=True).start()
        assert received(wire, len(sent)) == sent


def test_what_is_held_up_comes_when_it_is_over(proxy: FaultProxy) -> None:
    with client(proxy) as wire, client(proxy) as other:
        proxy.stall()
        wire.sendall(b"held")
        other.sendall(b"too")
        wire.setblocking(False)
        with pytest.raises(BlockingIOError):
            wire.recv(1)
        wire.settimeout(PATIENCE)
        assert until(lambda: proxy.held() == 2)
        proxy.pass_on()
        assert (received(wire, 4), received(other, 3)) == (b"held", b"too")


def test_it_is_cut_after_so_many_bytes_and_can_be_come_back_to(proxy: FaultProxy) -> None:
    with client(proxy) as wire:
        wire.sendall(b"before")
        assert received(wire, 6) == b"before"
        proxy.cut_after(3)
        wire.sendall(b"frame")
        assert received(wire, 5) == b"fra"
    assert proxy.cuts() == [Cut(b"frame", 3)]
    with client(proxy) as again:
        again.sendall(b"whole")
        assert received(again, 5) == b"whole"


def test_an_answer_can_be_cut_though_what_was_asked_went_through(proxy: FaultProxy) -> None:
    with client(proxy) as wire:
        proxy.cut_answers()
        wire.sendall(b"asked")
        assert received(wire, 5) == b""
    assert proxy.cuts() == [Cut(b"asked", 0)]
    proxy.pass_on()
    with client(proxy) as again:
        again.sendall(b"asked")
        assert received(again, 5) == b"asked"


def test_who_is_there_is_cut_off_and_who_comes_is_refused(proxy: FaultProxy) -> None:
    with client(proxy) as wire:
        wire.sendall(b"before")
        assert received(wire, 6) == b"before"
        proxy.refuse()
        assert received(wire, 1) == b""
    with client(proxy) as refused:
        assert received(refused, 1) == b""
    assert until(lambda: proxy.connections() == 0)
    proxy.pass_on()
    with client(proxy) as again:
        again.sendall(b"after")
        assert received(again, 5) == b"after"


def test_half_closed_still_carries_what_the_client_says(proxy: FaultProxy) -> None:
    with client(proxy) as wire:
        wire.sendall(b"before")
        assert received(wire, 6) == b"before"
        proxy.half_close()
        assert received(wire, 1) == b""
        wire.sendall(b"after all")  # nothing answers, and nothing breaks
        assert proxy.connections() == 1


def test_each_part_is_late(proxy: FaultProxy) -> None:
    with client(proxy) as wire:
        proxy.delay(0.01)
        wire.sendall(b"late")
        assert received(wire, 4) == b"late"


def test_a_target_that_is_gone_is_a_connection_that_ends(tmp_path: Path) -> None:
    with proxy_to(tmp_path / "nothing") as proxy, client(proxy) as wire:
        assert received(wire, 1) == b""


def test_a_reader_that_holds_little_is_soon_felt_by_who_writes() -> None:
    """What lies between is bounded: a writer waits, where the system would take megabytes."""
    wire = socket.create_server(("127.0.0.1", 0))
    with wire, proxy_to(("127.0.0.1", wire.getsockname()[1]), holds_little=True) as proxy, client(proxy) as reader:
        one, _ = wire.accept()
        with one:
            proxy.stall()
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            one.settimeout(0.2)
            sent = sent_until_full(one)
            assert sent < 1_000_000
            proxy.pass_on()
            assert received(reader, sent) == b"x" * sent


def sent_until_full(wire: socket.socket) -> int:
    """How many bytes are taken before nothing more is."""
    sent = 0
    with suppress(TimeoutError):
        while sent < 1_000_000:
            sent += wire.send(b"x" * 4096)
    return sent
