"""Values that go out to a reader and come back unread: encrypted, so that a position tells nobody how far a log has moved."""

import base64
import binascii
import hashlib
import json
import os
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from django.conf import settings

NONCE, TAG = 12, 16
"""Bytes. Chosen by chance, many millions of times under one key: AES-GCM-SIV (RFC 8452) bears that one comes twice."""


def seal(value: Any, *, purpose: str) -> str:
    """``value`` (anything JSON has) as text that only ``unseal`` with the same ``purpose`` reads."""
    nonce = os.urandom(NONCE)
    sealed = nonce + _box(purpose).encrypt(nonce, json.dumps(value).encode(), None)
    return _as_text(sealed)


def unseal(text: str, *, purpose: str) -> Any:
    """What was sealed; ``ValueError`` for what is not ours, or was sealed for something else."""
    try:
        sealed = base64.b64decode(f"{text}{'=' * (-len(text) % 4)}", altchars=b"-_", validate=True)
        if len(sealed) < NONCE + TAG or _as_text(sealed) != text:  # of four last characters one is ours
            raise ValueError("not sealed here")
        return json.loads(_box(purpose).decrypt(sealed[:NONCE], sealed[NONCE:], None))
    except (InvalidTag, binascii.Error):
        raise ValueError("not sealed here") from None


def _as_text(sealed: bytes) -> str:
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def _box(purpose: str) -> AESGCMSIV:
    return _aead(purpose, settings.SECRET_KEY)


@lru_cache  # a fan-out seals a cursor for every socket
def _aead(purpose: str, secret: str) -> AESGCMSIV:
    return AESGCMSIV(hashlib.sha256(f"{purpose}\0{secret}".encode()).digest())
