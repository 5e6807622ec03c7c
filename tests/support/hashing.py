"""Passwords hashed quickly, and counted: how often a server hashed is the work that an answer took."""

from typing import ClassVar

from django.contrib.auth.hashers import MD5PasswordHasher


class Counted(MD5PasswordHasher):
    """For ``settings.PASSWORD_HASHERS``."""

    done: ClassVar[int] = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).done += 1
        return super().encode(password, salt)


COUNTED = [f"{__name__}.Counted"]
