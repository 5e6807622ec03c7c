"""``make pictures``: every screen as it is now, into ``.run/pictures``; the one the README shows, and the gallery."""

import shutil
import subprocess

from PIL import Image

from scripts import frontend, gallery, system
from scripts.paths import BIN, ROOT, RUN, environment
from scripts.say import say, stop

PICTURES = RUN / "pictures"
SHOWN = {"en-1440-light-team-board": ROOT / "docs" / "images" / "board.png"}
"""Which pictures are kept with the sources, and where."""
AT_MOST = 200_000
"""Bytes: whoever clones the repository downloads them all."""


def main() -> None:
    system.prepare()
    frontend.prepare()
    shutil.rmtree(PICTURES, ignore_errors=True)
    say("Looking at every screen")
    command = [str(BIN / "python"), "-m", "pytest", "-q", "tests/e2e/test_screens.py"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=False)
    for name, kept in SHOWN.items():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(PICTURES / f"{name}.png") as taken:
            taken.quantize().save(kept, optimize=True)
        if (size := kept.stat().st_size) > AT_MOST:
            stop(f"{kept} has {size} bytes, more than {AT_MOST}: show less, or choose another picture.")
    gallery.write(PICTURES)
    say(f"{len(list(PICTURES.glob('*.png')))} pictures are in {PICTURES}")
    if done.returncode:
        stop("Some screens break the rules: what and where stands above.")


if __name__ == "__main__":
    main()
