"""Whoever is signed in takes with them what is kept about them, from any screen of their desk."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from passerelle.accounts.models import User
from passerelle.demo.world.cast import mail
from tests.e2e.desk import WIDE
from tests.e2e.windows import NARROW, Opener

WHO = {"interpreter": "shirin", "partner": "juliette", "team": "hannah"}
TAKE = {"en": "Download what is kept about me", "ar": "تنزيل ما هو محفوظ عني"}


@pytest.mark.parametrize(
    ("desk", "locale", "width"),
    [
        ("interpreter", "en", NARROW),
        ("interpreter", "ar", NARROW),
        ("partner", "ar", WIDE),
        ("partner", "en", NARROW),
        ("team", "en", WIDE),
        ("team", "ar", NARROW),
    ],
)
def test_what_is_kept_about_me_is_downloaded(open_window: Opener, tmp_path: Path, desk: str, locale: str, width: int) -> None:
    window = open_window(desk, locale, width=width)
    button = window.page.locator(".shell-foot button")
    expect(button).to_have_text(TAKE[locale])
    with window.page.expect_download() as taken:
        button.click()
    taken.value.save_as(tmp_path / "mine.json")
    told = {table["table"]: table["rows"] for table in json.loads((tmp_path / "mine.json").read_text())["tables"]}
    me = User.objects.get(email=mail(WHO[desk]))
    assert [(row["email"], row["name"]) for row in told["accounts.User"]] == [(me.email, me.name)]
    button.scroll_into_view_if_needed()
    window.look(f"my-data-{desk}-{locale}-{width}")
