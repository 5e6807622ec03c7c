"""The product's WSGI application where one yes of ``ONE_OF`` is sent away: the database could not be had just then."""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from passerelle.config.wsgi import application as whole

ONE_OF = 5
_turn = count(1)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"].endswith("/accept") and next(_turn) % ONE_OF == 0:
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return []
    return whole(environ, start_response)
