"""Values that go out to a reader and come back unread: encrypted, so that a position tells nobody how far a log has moved."""

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def seal(value: Any, *, purpose: str) -> str:
    """``value`` (anything JSON has) as text that only ``unseal`` with the same ``purpose`` reads."""
    return _box(purpose).encrypt(json.dumps(value).encode()).decode()


def unseal(text: str, *, purpose: str) -> Any:
    """What was sealed; ``ValueError`` for what is not ours, or was sealed for something else."""
    try:
        return json.loads(_box(purpose).decrypt(text.encode()))
    except InvalidToken:
        raise ValueError("not sealed here") from None


def _box(purpose: str) -> Fernet:
    return _fernet(purpose, settings.SECRET_KEY)


@lru_cache  # a fan-out seals a cursor for every socket
def _fernet(purpose: str, secret: str) -> Fernet:
    key = hashlib.sha256(f"{purpose}\0{secret}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
