"""``python -m bench.world SHIFTS``: migrate the database of this process and fill it; prints what is in it as JSON.

A process of its own, since a process of Django knows one database.
"""

import json
import sys
import time
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import django
from django.core.management import call_command
from django.db import connection

from passerelle.domain.words import Language

if TYPE_CHECKING:
    from bench.world.cast import Cast
    from bench.world.present import Present


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(build(int(sys.argv[1])), default=str))  # noqa: T201


def build(shifts: int) -> dict[str, Any]:
    """The ids that measures ask with, the session cookies of who asks, and ``seconds`` it took."""
    # Models can be imported once Django is set up.
    from bench.world.cast import LANGUAGES, clear, take_on  # noqa: PLC0415
    from bench.world.history import days_of, write  # noqa: PLC0415
    from bench.world.present import bring_about  # noqa: PLC0415

    begun, now = time.monotonic(), datetime.now(UTC)
    days = days_of(shifts, until=now.date())
    cast = take_on(now=datetime.combine(days[0], datetime.min.time(), UTC))
    connection.ensure_connection()
    write(connection.connection, cast, days)
    clear(cast, now=now)
    present = bring_about(cast, now=now)
    connection.connection.execute("VACUUM ANALYZE")  # as the database does by itself, some time later
    speakers = cast.speakers[LANGUAGES[0]]
    return {
        "words": words(cast, present, days),
        "cursors": cursors(days),
        "cookies": {
            "team": _cookie(cast.coordinator),
            "partner": _cookie(cast.partners[0].user),
            "interpreters": [_cookie(one.user) for one in speakers],
        },
        "speakers": [one.interpreter for one in speakers],
        "present": asdict(present),
        "seconds": round(time.monotonic() - begun, 1),
    }


def words(cast: "Cast", present: "Present", days: list[date]) -> dict[str, str]:
    """What paths are made of: ids, and days that every past has."""
    first = present.planned.shifts[Language.DARI][0]
    today = days[-1] + timedelta(days=1)
    found: dict[str, Any] = {
        "planned": present.planned.visit,
        "ready": present.ready.visit,
        "session": present.planned.sessions[0],
        "place": first,
        "coordinator": cast.coordinator,
        "partner": cast.partners[0].user,
        "group": cast.groups[0],
        "speaker": cast.speakers[Language.DARI][0].interpreter,
        "speaking": cast.speakers[Language.DARI][0].user,
        "requested": today + timedelta(days=200),
        "today": today,
        "recent": today - timedelta(days=14),
        "old": days[len(days) // 3],
        "oldest": days[len(days) // 8],
    }
    return {name: str(value) for name, value in found.items()}


def cursors(days: list[date]) -> dict[str, str]:
    """For each list of the past the marker of the page in its middle."""
    from passerelle.bookings.models import Offer, Session, Visit  # noqa: PLC0415
    from passerelle.common.pages import marker  # noqa: PLC0415
    from passerelle.journal.models import Change  # noqa: PLC0415

    day, none = days[len(days) // 2], UUID(int=0)
    noon = datetime.combine(day, datetime.min.time(), UTC)
    return {
        "visits": marker(Visit, ("day", "id"), [day, none]),
        "sessions": marker(Session, ("starts_at", "id"), [noon, none]),
        "offers": marker(Offer, ("shift__session__starts_at", "id"), [noon, none]),
        "journal": marker(Change, ("at", "number"), [noon, 0]),
    }


def _cookie(user_id: UUID) -> str:
    """A session in which the user is signed in."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from passerelle.accounts.models import User  # noqa: PLC0415

    user, session = User.objects.get(pk=user_id), SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user_id), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    assert session.session_key is not None  # noqa: S101
    return str(session.session_key)


if __name__ == "__main__":
    main()
