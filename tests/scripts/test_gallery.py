"""The gallery shows every screen that was taken, in each language, and stays small."""

from pathlib import Path

import pytest
from PIL import Image

from scripts import gallery


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the gallery is written to."""
    monkeypatch.setattr(gallery, "PAGE", tmp_path / "gallery.md")
    monkeypatch.setattr(gallery, "FOLDER", tmp_path / "images" / "gallery")
    return tmp_path


def taken(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        Image.effect_noise((int(name.split("-")[1]), 900), 80).save(folder / f"{name}.png")
    return folder


def at_every_width(screen: str, *languages: str) -> list[str]:
    return [f"{language}-{width}-light-{screen}" for language in languages or ("en",) for width in gallery.SHOWN]


def test_each_screen_is_shown_in_each_language_and_what_is_no_screen_is_not(written: Path) -> None:
    pictures = [*at_every_width("team-board", *gallery.LANGUAGES), *at_every_width("sign-in")]
    gallery.write(taken(written / "taken", *pictures, "en-360-dark-sign-in", "en-400-light-team-day"))
    shown = {path.name for path in gallery.FOLDER.iterdir()}
    assert shown == {"team-board-en.webp", "team-board-fr.webp", "team-board-ar.webp", "sign-in-en.webp"}
    headings = [line for line in gallery.PAGE.read_text().splitlines() if line.startswith("#")]
    assert headings == ["# Every screen", "## At the door", "### Sign in", "## Team", "### Board"]


def test_a_picture_that_is_no_longer_taken_goes(written: Path) -> None:
    gallery.write(taken(written / "taken", *at_every_width("sign-in")))
    gallery.write(taken(written / "again", *at_every_width("claim")))
    assert [path.name for path in gallery.FOLDER.iterdir()] == ["claim-en.webp"]


def test_a_screen_that_was_not_taken_at_every_width_is_named_and_the_gallery_stays(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gallery.write(taken(written / "taken", *at_every_width("sign-in")))
    with pytest.raises(SystemExit):
        gallery.write(taken(written / "again", *at_every_width("claim")[:2]))
    assert "Not taken at every width: claim, en" in "".join(capsys.readouterr())
    assert [path.name for path in gallery.FOLDER.iterdir()] == ["sign-in-en.webp"]


def test_what_is_too_much_is_made_plainer_and_then_refused(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = taken(written / "taken", *at_every_width("sign-in"))
    gallery.write(pictures)
    fine = sum(path.stat().st_size for path in gallery.FOLDER.iterdir())
    monkeypatch.setattr(gallery, "AT_MOST", fine - 1)
    gallery.write(pictures)
    assert sum(path.stat().st_size for path in gallery.FOLDER.iterdir()) < fine
    monkeypatch.setattr(gallery, "AT_MOST", 100)
    with pytest.raises(SystemExit):
        gallery.write(pictures)
