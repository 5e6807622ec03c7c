"""A spreadsheet a charity has, brought in by the coordinator: matched, looked at, imported, taken out, taken back."""

import csv
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import APIResponse, Route, expect

from passerelle.domain.words import ImportKind
from passerelle.imports.models import Import
from passerelle.imports.vocabulary.fields import suggested
from passerelle.interpreters.models import Interpreter
from tests.e2e.desk import WIDE
from tests.e2e.windows import NARROW, Opener, Window

HEADER = "Interprète;Tél;Langues parlées;Travaille;Statut"
LINES = (
    "Éloïse Garnier;+33 6 39 98 55 01;Arabe, Français;France;Bénévole",
    "Noël Bèche;06 39 98 55 02;Dari;France, À distance;Rémunéré",
    "Zoé Maïa;06 39 98 55 03;Elfique;France;Bénévole",
)
OF_A_CHARITY = "\r\n".join([HEADER, *LINES]).encode("latin-1")
IN_ARABIC = "الاسم,رقم الهاتف,اللغات\nسلمى حداد,٠٦٣٩٩٨٥٥٠٤,عربية\n".encode()


def _choose(window: Window, data: bytes, name: str = "interprètes 2026.csv") -> None:
    window.page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def _read(window: Window, data: bytes, name: str = "interprètes 2026.csv") -> None:
    window.go("Import")
    _choose(window, data, name)
    window.button("Read the file").click()
    expect(window.page.locator(".column").first).to_be_visible()


def _apply(window: Window) -> None:
    window.page.locator("main .card button").first.click()
    expect(window.button("Take this import back")).to_be_visible()


def _names() -> set[str]:
    return {person.name for person in Interpreter.objects.all()}


def test_a_charitys_spreadsheet_comes_in_goes_out_and_is_taken_back(open_window: Opener, tmp_path: Path) -> None:
    team = open_window("team", width=WIDE)
    before = _names()
    _read(team, OF_A_CHARITY)
    # The headings are known but one, which the coordinator matches.
    column = team.page.locator(".column").filter(has_text="Travaille")
    expect(column.locator("select")).to_have_value("")
    column.locator("select").select_option(label="Can work in")
    team.button("Check the rows").click()
    # What is wrong is shown first, beside the cell it is in; nothing is written yet.
    wrong = team.page.locator(".sheet-rows tbody tr")
    expect(wrong).to_have_count(1)
    expect(wrong).to_contain_text("“Elfique” is not known here.")
    expect(wrong.locator("td[data-wrong]")).to_have_text("Wrong: Elfique")
    assert _names() == before
    team.page.get_by_role("button", name="Import 2 people, leave out the one with mistakes").click()
    expect(team.page.locator("main [role=status]").first).to_contain_text("Imported: 2 people.")
    assert _names() - before == {"Éloïse Garnier", "Noël Bèche"}
    team.go("See the interpreters")
    expect(team.page.locator("table.people")).to_contain_text("Noël Bèche")

    team.go("Import")
    with team.page.expect_download() as taken:
        team.page.get_by_role("button", name="CSV Interpreters", exact=True).click()
    taken.value.save_as(tmp_path / "out.csv")
    out = (tmp_path / "out.csv").read_bytes()
    assert len(list(csv.reader(StringIO(out.decode("utf-8-sig"))))) == len(_names()) + 1
    _read(team, out, "out.csv")
    team.button("Check the rows").click()
    expect(team.page.get_by_text("There is nothing to import.")).to_be_visible()
    team.button("Do not import this sheet").click()
    team.button("Throw it away here").click()
    expect(team.heading("Import a spreadsheet")).to_be_visible()

    expect(team.page.locator(".asked")).to_have_count(1)
    team.page.get_by_role("link", name="interprètes 2026.csv").click()
    team.button("Take this import back").click()
    team.button("Yes, take all of it back").click()
    expect(team.page.get_by_text("Everything is as it was before.")).to_be_visible()
    assert _names() == before


def test_a_sheet_thrown_away_leads_back_also_when_the_news_of_it_comes_before_the_answer(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    held: list[tuple[Route, APIResponse]] = []

    def hold(route: Route) -> None:
        if route.request.method == "DELETE":
            # Names under localhost are the browser's own: the answer is asked for by number.
            asked = urlsplit(route.request.url)
            at = asked._replace(netloc=f"127.0.0.1:{asked.port}").geturl()
            held.append((route, route.fetch(url=at, headers={**route.request.all_headers(), "host": asked.netloc})))
        else:
            route.continue_()

    team.page.route("**/api/v1/imports/*", hold)
    _read(team, OF_A_CHARITY)
    team.button("Do not import this sheet").click()
    team.button("Throw it away here").click()
    expect(team.heading("This is not here any more")).to_be_visible()
    [(route, answer)] = held
    route.fulfill(response=answer)
    expect(team.heading("Import a spreadsheet")).to_be_visible()


def test_in_arabic_on_a_phone_by_keys_the_heading_has_the_focus_at_each_step(open_window: Opener) -> None:
    team = open_window("team", "ar", width=NARROW)
    _read(team, IN_ARABIC, "المترجمون.csv")
    check = team.button("Check the rows")
    check.focus()
    team.page.keyboard.press("Enter")
    expect(check).to_have_count(0)
    expect(team.page.locator("h1")).to_be_focused()
    team.page.locator("main .card button").first.focus()
    team.page.keyboard.press("Enter")
    expect(team.button("Take this import back")).to_be_visible()
    expect(team.page.locator("h1")).to_be_focused()
    expect(team.button("Take this import back")).to_be_visible()
    found = Interpreter.objects.get(first_name="سلمى")
    assert "".join(letter for letter in found.phone if letter.isascii() and letter.isdigit()).endswith("639985504")


def test_a_lost_connection_loses_nothing_and_reads_the_file_once(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    team.go("Import")
    _choose(team, OF_A_CHARITY)
    keys: list[str] = []

    def lose(route: Route) -> None:
        """The first time it does not arrive."""
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) > 1:
            route.continue_()
        else:
            route.abort("connectionreset")

    team.page.route("**/api/v1/imports", lambda route: lose(route) if route.request.method == "POST" else route.continue_())
    team.button("Read the file").click()
    expect(team.page.get_by_text("The file is still chosen")).to_be_visible()
    expect(team.page.locator(".drop")).to_contain_text("interprètes 2026.csv")
    team.button("Read the file").click()
    expect(team.page.locator(".column").first).to_be_visible()
    assert len(keys) == 2
    assert len(set(keys)) == 1
    assert Import.objects.count() == 1


def test_a_file_that_is_none_says_what_to_do_and_another_can_be_chosen(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    team.go("Import")
    team.button("Read the file").click()
    expect(team.page.locator(".drop [role=alert]")).to_have_text("Choose a file first.")
    _choose(team, b"%PDF-1.7", "letter.pdf")
    team.button("Read the file").click()
    expect(team.page.locator(".drop [role=alert]")).to_contain_text("Choose an Excel file (.xlsx) or a CSV file.")
    _choose(team, OF_A_CHARITY)
    expect(team.page.locator(".drop [role=alert]")).to_have_count(0)
    team.button("Read the file").click()
    expect(team.page.locator(".column").first).to_be_visible()


def test_what_is_needed_and_not_matched_is_said(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    _read(team, OF_A_CHARITY)
    team.page.locator(".column").filter(has_text="Langues").locator("select").select_option("")
    expect(team.page.locator("main [role=status]")).to_contain_text("Choose the column that has: Languages")
    expect(team.button("Check the rows")).to_be_disabled()
    # A thing is in one column: the column that had it is left out.
    team.page.locator(".column").filter(has_text="Statut").locator("select").select_option("phone")
    expect(team.page.locator(".column").filter(has_text="Tél").locator("select")).to_have_value("")


def test_two_who_match_at_once_compare(open_window: Opener) -> None:
    first, second = open_window("team", width=WIDE), open_window("team", width=WIDE)
    _read(first, OF_A_CHARITY)
    second.page.goto(first.page.url)
    expect(second.page.locator(".column").first).to_be_visible()
    second.page.locator(".column").filter(has_text="Travaille").locator("select").select_option("base_area")
    second.button("Check the rows").click()
    expect(second.page.locator(".sheet-rows")).to_be_visible()
    first.page.locator(".column").filter(has_text="Travaille").locator("select").select_option("places")
    first.button("Check the rows").click()
    choice = first.page.get_by_role("alert").filter(has_text="Somebody changed this")
    expect(choice.locator("tbody tr")).to_have_text("TravailleSets out fromCan work in")
    choice.get_by_role("button", name="Write what I chose").click()
    expect(first.page.locator(".sheet-rows")).to_be_visible()
    fields = {column["header"]: column["field"] for column in Import.objects.get().columns}
    assert fields["Travaille"] == "places"


def test_what_was_used_since_is_named_and_nothing_is_taken_back(open_window: Opener) -> None:
    team = open_window("team", width=WIDE)
    _read(team, OF_A_CHARITY)
    team.button("Check the rows").click()
    _apply(team)
    person = Interpreter.objects.get(first_name="Noël")
    person.base_area = "Calais centre"
    person.changed("base_area")
    team.button("Take this import back").click()
    team.button("Yes, take all of it back").click()
    expect(team.page.locator("main [role=alert]")).to_contain_text("Row 3, Noël Bèche")
    assert Interpreter.objects.filter(first_name="Éloïse").exists()


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_every_column_of_the_example_is_known_when_it_is_read(open_window: Opener, tmp_path: Path, locale: str) -> None:
    team = open_window("team", locale, width=WIDE)
    team.go("Import")
    for kind in ImportKind:
        team.page.locator(f".kind input[value={kind}]").check()
        if team.page.locator("main details[open]").count() == 0:
            team.page.locator("main summary").click()
        with team.page.expect_download() as taken:
            team.button("Download an example with these columns").click()
        taken.value.save_as(tmp_path / "example.csv")
        text = (tmp_path / "example.csv").read_text(encoding="utf-8-sig")
        header = next(csv.reader(StringIO(text), delimiter=";" if locale == "fr" else ","))
        fields = [suggested(kind, name) for name in header]
        assert [name for name, field in zip(header, fields, strict=True) if field is None] == []
        assert len(set(fields)) == len(header)
