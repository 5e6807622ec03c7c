"""Where things are."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
RUN = Path(os.environ.get("PASSERELLE_RUN", ROOT / ".run")).resolve()
"""What runs leave behind: data, logs, stamps. Never in git; a test chooses its own."""
BIN = Path(sys.executable).parent
"""The virtual environment's commands, node and npm among them."""


def environment(**more: str) -> dict[str, str]:
    """This process's environment with the virtual environment's commands first, and ``more``."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", **more}
