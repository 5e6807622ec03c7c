"""What is taken out and brought back: columns for reading stand in the matching step, left out."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import WIDE
from tests.e2e.windows import NARROW, Opener

SAID = {
    "en": "Left out: this is changed in Passerelle, not by a spreadsheet.",
    "ar": "يُترك: يُغيَّر هذا في Passerelle، لا بجدول بيانات.",
}


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_columns_for_reading_are_shown_as_left_out(open_window: Opener, tmp_path: Path, locale: str, width: int) -> None:
    team = open_window("team", locale, width=width)
    team.go("Import")
    team.look(f"exports-{locale}-{width}")
    with team.page.expect_download() as taken:
        team.page.locator("main li", has=team.page.locator(".in-file")).nth(2).locator("button").first.click()
    taken.value.save_as(tmp_path / "fridays.csv")
    team.page.locator(".kind input[value=fridays]").check()
    team.page.locator("input[type=file]").set_input_files(tmp_path / "fridays.csv")
    team.button("Read the file").click()
    expect(team.page.locator(".column").first).to_be_visible()
    left_out = team.page.locator(".column", has_text=SAID[locale])
    expect(left_out).to_have_count(22)
    expect(left_out.locator("select")).to_have_count(0)
    expect(team.page.locator(".column[data-out]")).to_have_count(22)
    team.look(f"export-columns-{locale}-{width}")
