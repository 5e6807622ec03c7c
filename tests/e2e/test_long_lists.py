"""Of a long list, the last can be chosen too: by typing a part of its name, with the keyboard alone, and over a lost line."""

import pytest
from playwright.sync_api import Locator, expect

from passerelle.agencies.models import Agency, Group, Site
from tests.e2e.mornings.friday import Friday, a_friday, a_session
from tests.e2e.mornings.seats import Seats
from tests.e2e.windows import NARROW, Window
from tests.e2e.words import LOCALES
from tests.factories.people import a_profile, an_interpreter

MANY = 130


def names(word: str) -> list[str]:
    return [f"{word} {number:03}" for number in range(1, MANY + 1)]


def many_places() -> None:
    made = (
        Site(name=name, area="Calais centre", address="1 rue", country="FR", time_zone="Europe/Paris") for name in names("Hall")
    )
    Site.objects.bulk_create(made)


def many_groups(friday: Friday) -> Agency:
    agency = a_session(friday).agency
    site = Site.objects.first()
    assert site is not None
    Group.objects.bulk_create(Group(agency=agency, site=site, name=name, kind="mixed_adults") for name in names("Circle"))
    return agency


def field(window: Window, label: str) -> Locator:
    """Where one types, once it is known that the list is long."""
    named = window.page.get_by_role("combobox", name=window.words(label), exact=True)
    return named.and_(window.page.locator("input"))


def options(window: Window) -> Locator:
    return window.page.locator(".chooser [role=option]")


def take_with_the_keyboard(window: Window, label: str, typed: str) -> None:
    field(window, label).fill(typed)
    expect(options(window)).to_have_count(1)
    field(window, label).press("ArrowDown")
    expect(field(window, label)).to_have_attribute("aria-activedescendant", str(options(window).get_attribute("id")))
    field(window, label).press("Enter")
    expect(options(window)).to_have_count(0)


@pytest.mark.parametrize(("locale", "width"), [(locale, width) for locale in LOCALES for width in (NARROW, 1440)])
def test_a_group_meets_at_the_last_of_many_places(seat: Seats, locale: str, width: int) -> None:
    friday = a_friday()
    agency = a_session(friday).agency
    many_places()
    team = seat(friday.coordinator, "team", f"/team/partners/{agency.pk}", locale=locale, width=width)
    field(team, "Place").click()
    expect(options(team)).to_have_count(100)
    team.look(f"long-list-{locale}-{width}")
    take_with_the_keyboard(team, "Place", "hall 130")
    expect(field(team, "Place")).to_have_value("Hall 130, \u2068Calais centre\u2069")
    team.field("Name of the group").fill("Sewing circle")
    team.button("Add a group").click()
    expect(team.field("Name of the group")).to_have_value("")
    assert Group.objects.get(name="Sewing circle").site.name == "Hall 130"
    expect(field(team, "Place")).to_have_value("Hall 130, \u2068Calais centre\u2069")


def test_what_is_chosen_stays_whatever_is_typed_and_left(seat: Seats) -> None:
    friday = a_friday()
    agency = a_session(friday).agency
    many_places()
    team = seat(friday.coordinator, "team", f"/team/partners/{agency.pk}")
    take_with_the_keyboard(team, "Place", "hall 130")
    field(team, "Place").fill("nowhere")
    expect(team.page.get_by_text(team.words("Nothing is called so."), exact=True)).to_be_visible()
    field(team, "Place").press("Escape")
    expect(field(team, "Place")).to_have_value("Hall 130, \u2068Calais centre\u2069")
    field(team, "Place").fill("hall 00")
    expect(options(team)).to_have_count(9)
    options(team).filter(has_text="Hall 007").click()
    expect(field(team, "Place")).to_have_value("Hall 007, \u2068Calais centre\u2069")
    expect(field(team, "Place")).to_be_focused()


def test_over_a_lost_line_it_says_so_and_can_be_tried_again(seat: Seats) -> None:
    friday = a_friday()
    agency = a_session(friday).agency
    many_places()
    team = seat(friday.coordinator, "team", f"/team/partners/{agency.pk}")
    expect(field(team, "Place")).to_be_visible()
    team.page.route("**/sites?*search=*", lambda route: route.abort())
    field(team, "Place").fill("hall 130")
    again = team.page.locator(".error, .note, main").get_by_role("button", name=team.words("Try again"))
    expect(again.first).to_be_visible()
    team.page.unroute("**/sites?*search=*")
    again.first.click()
    field(team, "Place").click()
    expect(options(team)).to_have_count(1)
    team.errors.clear()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_session_is_asked_for_the_last_of_many_groups(seat: Seats, locale: str) -> None:
    friday = a_friday()
    agency = many_groups(friday)
    for who, desk in ((friday.coordinator, "team"), (friday.partner, "partner")):
        window = seat(who, desk, f"/{desk}/ask", locale=locale)  # type: ignore[arg-type]
        take_with_the_keyboard(window, "Group", "circle 130")
        expect(field(window, "Group")).to_have_value(f"Circle 130 (\u2068{agency.name}\u2069)")
        window.look(f"long-groups-{desk}-{locale}")


def test_nobody_is_brought_together_with_the_last_of_many_groups(seat: Seats) -> None:
    friday = a_friday()
    agency = many_groups(friday)
    person = an_interpreter(a_profile("Shirin"))
    team = seat(friday.coordinator, "team", f"/team/people/{person.pk}")
    field(team, "Not with").fill("circle 130")
    expect(options(team)).to_have_text([f"All groups of {agency.name}", f"Circle 130 (\u2068{agency.name}\u2069)"])
    field(team, "Not with").press("ArrowUp")
    field(team, "Not with").press("Enter")
    team.button("Do not bring them together").click()
    expect(team.page.get_by_text("Circle 130", exact=True)).to_be_visible()
