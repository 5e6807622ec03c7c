"""How long after somebody's tap the team's screen is told: two processes as deployed, one change at a time."""

import json
import socket
import statistics
import time

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from bench import databases
from bench.acts import Asked
from bench.results import Figure
from bench.world.built import World, build
from scripts.say import stop
from tests.support.deployed import NAME, ORIGIN, SESSION_COOKIE, sockets, web

TAPS = 200
TOLD_WITHIN = 30.0


def measure() -> list[Figure]:
    """From the first byte of a yes, over HTTP, to the frame that tells the team's socket in another process of it."""
    with databases.server("live") as postgres:
        world = build(postgres, 1000)
        with (
            web(world.url, databases.log("web")) as answering,
            sockets(world.url, databases.log("sockets")) as telling,
            _screen(world, telling) as screen,
        ):
            asked = Asked(world, answering)
            taken = [_tap(asked, screen) for _ in range(TAPS)]
    how = f"{TAPS} times yes over HTTP, one after the other, until the socket of the team is told by its own process"
    p50, p99 = (statistics.quantiles(taken, n=100)[at] * 1000 for at in (49, 98))
    return [
        Figure("bench/live_tap_to_frame_p50_ms", round(p50, 1), "ms", how),
        Figure("bench/live_tap_to_frame_p99_ms", round(p99, 1), "ms", how),
    ]


def _screen(world: World, port: int) -> ClientConnection:
    screen = connect(
        f"ws://{NAME}/ws",
        sock=socket.create_connection(("127.0.0.1", port)),
        origin=Origin(ORIGIN),
        additional_headers={"Cookie": f"{SESSION_COOKIE}={world.cookie('team')}", "X-Forwarded-Proto": "https"},
        compression=None,
    )
    screen.send('{"type":"hello","cursor":null}')
    return screen


def _tap(asked: Asked, screen: ClientConnection) -> float:
    """Seconds from the tap to the frame; the yes is taken back, and that is heard too."""
    since = time.perf_counter()
    _answer, undo = asked.say_yes()
    _heard(screen)
    taken = time.perf_counter() - since
    undo()
    _heard(screen)
    return taken


def _heard(screen: ClientConnection) -> None:
    """Read on until the socket tells of a place."""
    until = time.perf_counter() + TOLD_WITHIN
    while time.perf_counter() < until:
        frame = json.loads(screen.recv(timeout=TOLD_WITHIN))
        if any(change["type"] == "shift" for change in frame.get("changes", [])):
            return
    stop("The team's screen was told of no place.")
