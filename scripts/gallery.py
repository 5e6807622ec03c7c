"""The gallery: every screen, in each complete language, at the three widths, small enough to be kept with the sources."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from scripts.paths import ROOT
from scripts.say import stop

PAGE = ROOT / "docs" / "gallery.md"
FOLDER = ROOT / "docs" / "images" / "gallery"
AT_MOST = 3_900_000
"""Bytes of all pictures together: whoever clones the repository downloads them."""
LANGUAGES = {"en": "English", "fr": "French", "ar": "Arabic"}
DESKS = {"sign-in": "At the door", "claim": "At the door", "interpreter": "Interpreter", "partner": "Partner", "team": "Team"}
SHOWN = {360: 170, 768: 260, 1440: 450}
"""How wide a picture of each width is shown, in pixels."""
HEIGHT, GAP, GROUND = 560, 10, "#d9d5cd"
QUALITIES = (60, 50, 40, 30, 20)
_NAME = re.compile(rf"({'|'.join(LANGUAGES)})-(\d+)-light-(.+)\.png")


def write(pictures: Path) -> None:
    """Make the gallery anew of the pictures in ``pictures``, named ``language-width-scheme-screen.png``."""
    taken: dict[tuple[str, str], dict[int, Path]] = {}
    for path in sorted(pictures.glob("*.png")):
        if (found := _NAME.fullmatch(path.name)) and int(found[2]) in SHOWN:
            taken.setdefault((found[3], found[1]), {})[int(found[2])] = path
    if missing := [f"{screen}, {language}" for (screen, language), widths in taken.items() if widths.keys() != SHOWN.keys()]:
        stop(f"Not taken at every width: {'; '.join(missing)}. The gallery is left as it was.")
    sheets = {f"{screen}-{language}.webp": _side_by_side(widths) for (screen, language), widths in taken.items()}
    drawn = _within_bounds(sheets)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    for name, data in drawn.items():
        (FOLDER / name).write_bytes(data)
    PAGE.write_text("\n".join(_page(screen for screen, _language in taken)) + "\n")


def _side_by_side(widths: dict[int, Path]) -> Image.Image:
    """The top of each page, beside the others."""
    sheet = Image.new("RGB", (sum(SHOWN.values()) + GAP * (len(SHOWN) - 1), HEIGHT), GROUND)
    left = 0
    for width, shown in SHOWN.items():
        with Image.open(widths[width]) as picture:
            small = picture.convert("RGB")
        small = small.resize((shown, round(small.height * shown / small.width)), Image.Resampling.LANCZOS)
        sheet.paste(small.crop((0, 0, shown, min(small.height, HEIGHT))), (left, 0))
        left += shown + GAP
    return sheet


def _within_bounds(sheets: dict[str, Image.Image]) -> dict[str, bytes]:
    """The sheets as WebP, as good as fits."""
    for quality in QUALITIES:
        found = {name: _webp(sheet, quality) for name, sheet in sheets.items()}
        if sum(map(len, found.values())) <= AT_MOST:
            break
    else:
        stop(f"The gallery has more than {AT_MOST} bytes at the lowest quality: show less of each screen.")
    return found


def _webp(sheet: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    sheet.save(out, "WEBP", quality=quality, method=6)
    return out.getvalue()


def _page(screens: Iterable[str]) -> Iterator[str]:
    yield "# Every screen"
    yield ""
    yield "In the demo world, as a phone (360), a tablet (768) and a desk (1440 wide) show it. Written by `make pictures`."
    desk = ""
    for screen in sorted(set(screens), key=lambda name: ([*DESKS].index(_owner(name)), name)):
        if DESKS[_owner(screen)] != desk:
            desk = DESKS[_owner(screen)]
            yield f"\n## {desk}"
        yield f"\n### {screen.removeprefix(f'{_owner(screen)}-').replace('-', ' ').capitalize()}"
        for language, name in LANGUAGES.items():
            yield f"\n![{screen}, {name}](images/gallery/{screen}-{language}.webp)"


def _owner(screen: str) -> str:
    """Whose screen it is, by how its name begins."""
    return next((name for name in DESKS if screen.startswith(name)), "team")
