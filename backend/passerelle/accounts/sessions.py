"""Where sessions are kept: Django's own table, and only keys that it could have made are looked for in it."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's. Whatever else a cookie says is nobody's: PostgreSQL takes no NUL, and to ask would be an error."""

    def _validate_session_key(self, key: str | None) -> bool:
        return bool(key) and super()._validate_session_key(key) and key.isascii() and key.isalnum()  # type: ignore[misc,union-attr]
