"""What the team reads of a person and on the printed page: whole, so that nobody has to open a form to know it."""

import pytest
from playwright.sync_api import expect

from passerelle.domain.words import Gender, Language, Variety
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.friday import a_friday, a_session, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.words import LOCALES

ZONES = {"en": "(Central European Time)", "ar": "(توقيت وسط أوروبا)"}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_person_is_shown_with_varieties_and_gender(seat: Seats, locale: str) -> None:
    friday = a_friday()
    shirin = someone("Shirin")
    shirin.languages.filter(language=Language.DARI).update(
        language=Language.ARABIC, varieties=[Variety.LEVANTINE, Variety.SUDANESE]
    )
    Interpreter.objects.filter(pk=shirin.pk).update(gender=Gender.WOMAN)
    team = seat(friday.coordinator, "team", f"/team/people/{shirin.pk}", locale=locale)
    facts = team.page.locator("main .card").first
    arabic = f"{team.words('Arabic')} ({team.words('Levantine')}, {team.words('Sudanese')})"
    expect(facts.locator("p").first).to_have_text(arabic)
    expect(facts).to_contain_text(f"{team.words('Woman')} · ")
    team.look(f"team-{locale}-person")
    Interpreter.objects.filter(pk=shirin.pk).update(gender=Gender.UNSAID)
    team.page.reload()
    expect(facts).to_contain_text(team.words("Sudanese"))
    expect(facts).not_to_contain_text(team.words("Woman"))
    expect(facts).not_to_contain_text(team.words("Not said"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_printed_page_names_the_zone_of_the_hour_it_was_made_at(seat: Seats, locale: str) -> None:
    friday = a_friday()
    a_session(friday)
    team = seat(friday.coordinator, "team", f"{friday.board}/sheet", locale=locale)
    expect(team.page.locator(".friday-sheet > p").last).to_contain_text(ZONES[locale])
    team.look(f"team-{locale}-sheet-zone")
