"""What all processes share for a while, as Django's cache: a table, in which django-allauth counts tries (decision 41)."""

import json
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.utils.crypto import salted_hmac

_SEALED_FOR = "passerelle.shared"
_SET = """
    INSERT INTO accounts_sharedentry (key, value, until)
    VALUES (%s, %s::jsonb, clock_timestamp() + make_interval(secs => %s))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until
"""
_ADD = """
    INSERT INTO accounts_sharedentry AS there (key, value, until)
    VALUES (%s, %s::jsonb, clock_timestamp() + make_interval(secs => %s))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until WHERE there.until <= clock_timestamp()
    RETURNING true
"""
_GET = "SELECT value::text FROM accounts_sharedentry WHERE key = %s AND until > clock_timestamp()"
_DELETE = "DELETE FROM accounts_sharedentry WHERE key = %s"


class SharedCache(BaseCache):
    """``add``, ``get``, ``set`` and ``delete``, a statement each, of what JSON can say; by the database's clock.

    ``add`` is the one that two at once cannot both win. Nothing is put away to make room for something else: whoever
    fills it would make others' tries forgotten. What is over goes at night, a day later.
    """

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: Any, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep ``value`` where nothing is kept; says whether it was."""
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [self._sealed(key, version), json.dumps(value), self._seconds(timeout)])
            return cursor.fetchone() is not None

    def get(self, key: Any, default: Any | None = None, version: int | None = None) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(_GET, [self._sealed(key, version)])
            found = cursor.fetchone()
        return default if found is None else json.loads(found[0])

    def set(self, key: Any, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_SET, [self._sealed(key, version), json.dumps(value), self._seconds(timeout)])

    def delete(self, key: Any, version: int | None = None) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(_DELETE, [self._sealed(key, version)])
            return bool(cursor.rowcount)

    def _sealed(self, key: Any, version: int | None) -> str:
        """Where somebody was stands in the key: without the secret of the settings, nobody reads or guesses it."""
        return salted_hmac(_SEALED_FOR, self.make_key(key, version), algorithm="sha256").hexdigest()

    def _seconds(self, timeout: float | None) -> float:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        if seconds is None:
            raise ValueError("Nothing is kept here for good.")
        return float(seconds)
