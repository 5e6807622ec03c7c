"""How scripts speak: plainly, and to the point where something is wrong."""

import sys
from typing import NoReturn


def say(text: str = "") -> None:
    print(text, flush=True)


def stop(text: str) -> NoReturn:
    """End the script with a sentence about what is wrong and what to do."""
    print(text, file=sys.stderr, flush=True)
    raise SystemExit(1)
