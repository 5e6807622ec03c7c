"""What an interpreter says of themselves, and the team reads as *not available* alone, is in no file."""

from datetime import timedelta

import pytest

from passerelle.availability.services import set_free_day, set_usual_day
from passerelle.bookings.models import Session
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.domain.load import Limits
from passerelle.domain.roles import Actor
from passerelle.domain.words import (
    ImportKind,
    Theme,
)
from passerelle.domain.words import Place as WorkPlace
from passerelle.imports.kinds import interpreters_written
from passerelle.imports.vocabulary.words import LANGUAGES_WRITTEN
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.wishes import Wishes, change_wishes
from tests.factories.partners import FRIDAY
from tests.factories.people import (
    NOW,
    acting,
    someone_of_the_team,
)
from tests.imports.exported import World, a_friday, file_of


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def of_their_own(world: World, team: Actor) -> None:
    """All that an interpreter says of themselves that the team reads as *not available* alone."""
    omid, themselves = world.omid, acting(world.omid)
    wishes = Wishes(places=[WorkPlace.FRANCE], not_themes=[Theme.GRIEF], limits=Limits(7, 1, 3, 17))
    change_wishes(interpreter_id=omid.id, version=omid.version, wishes=wishes, now=NOW, actor=themselves)
    set_free_day(interpreter_id=omid.id, day=FRIDAY + timedelta(weeks=1), free=True, now=NOW, actor=themselves)
    set_usual_day(interpreter_id=omid.id, weekday=2, free=False, now=NOW, actor=themselves)
    group = Session.objects.get(pk=world.session).group
    rule_out_pairing(group_id=group.id, now=NOW, actor=acting(world.shirin))
    rule_out_pairing(interpreter_id=omid.id, agency_id=group.agency_id, now=NOW, actor=team)


def files(team: Actor) -> list[str]:
    return [file_of(kind, team, language) for kind in ImportKind for language in LANGUAGES_WRITTEN]


def test_what_is_an_interpreters_own_changes_no_file(team: Actor) -> None:
    world = a_friday(team)
    Interpreter.objects.filter(pk=world.omid.pk).update(places=[WorkPlace.FRANCE])
    before = files(team)
    world.omid.refresh_from_db()
    of_their_own(world, team)
    assert files(team) == before


def test_a_file_that_told_of_a_theme_not_taken_would_be_found(team: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard above fails where an export leaks."""
    told = interpreters_written._exported
    monkeypatch.setattr(
        interpreters_written,
        "_exported",
        lambda person, *rest: told(person, *rest) | {"account": ", ".join(person.not_themes)},
    )
    world = a_friday(team)
    before = files(team)
    of_their_own(world, team)
    assert files(team) != before
