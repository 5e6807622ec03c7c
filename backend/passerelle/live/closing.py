"""Why a socket is closed, as the browser reads it."""

from enum import IntEnum


class Close(IntEnum):
    """Close codes. After any of them the client comes back (signed in, where that is what lacks) and fetches anew."""

    NOT_TEXT = 1007
    TOO_BIG = 1009
    START_OVER = 1012
    TRY_LATER = 1013
    MALFORMED = 4400
    SIGNED_OUT = 4401
    TOO_SLOW = 4408
    TOO_MUCH = 4413
    TOO_SOON = 4425
    TOO_MANY = 4429


REASONS = {
    Close.NOT_TEXT: "not UTF-8",
    Close.TOO_BIG: "frame too big",
    Close.START_OVER: "start over",
    Close.TRY_LATER: "try again later",
    Close.MALFORMED: "malformed frame",
    Close.SIGNED_OUT: "signed out",
    Close.TOO_SLOW: "too slow",
    Close.TOO_MUCH: "too much sent",
    Close.TOO_SOON: "too often, wait a little",
    Close.TOO_MANY: "too many sockets",
}
