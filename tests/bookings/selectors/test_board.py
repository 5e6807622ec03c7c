"""The board, the preview and the sheet: what they say, and that nothing about them grows with the rows."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.models import Session, Visit
from passerelle.bookings.selectors.board import board, confirmation
from passerelle.bookings.selectors.days import day_modes
from passerelle.bookings.selectors.edits import meaning
from passerelle.bookings.selectors.sheet import sheet
from passerelle.bookings.selectors.visits import visit_views
from passerelle.bookings.services.answers import decline_offer
from passerelle.bookings.services.asking import record_override
from passerelle.bookings.shapes.session import Brief
from passerelle.domain.refusals import Forbidden
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import GroupKind, Language, Material, Pay, Place, Room, Situation, Theme
from passerelle.interpreters.models import Interpreter
from tests.factories.days import a_day, a_session_on, asked, confirmed, held, place_of, standing_by
from tests.factories.people import NOW, a_partner_of, a_profile, acting, an_agency, an_interpreter, someone_of_the_team


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def a_full_day(team: Actor, sessions: int) -> Visit:
    """Each session with a holder who needs a decision, one on standby, and a place of its own partner and site."""
    visit = a_day(by=team)
    for place in range(sessions):
        session = a_session_on(visit, by=team, hour=9 + 2 * place, kind=GroupKind.FAMILIES)
        held(place_of(session), an_interpreter(a_profile(f"Holder{place}"), cleared=False), by=team)
        standing_by(place_of(session), an_interpreter(a_profile(f"Reserve{place}")), by=team)
    return visit


READS: dict[str, Callable[[Visit, Actor], object]] = {
    "board": lambda visit, actor: board(visit.id, actor, NOW),
    "confirmation": lambda visit, actor: confirmation(visit.id, actor, NOW),
    "modes": lambda visit, actor: day_modes(visit.id, actor),
    "sheet": lambda visit, actor: sheet(visit.id, actor, NOW),
}


@pytest.mark.parametrize("name", READS)
def test_queries_do_not_grow_with_the_sessions(team: Actor, name: str) -> None:
    counts = []
    for sessions in (1, 3):
        visit = a_full_day(team, sessions)
        with CaptureQueriesContext(connection) as queries:
            READS[name](visit, team)
        counts.append(len(queries))
        Visit.objects.filter(pk=visit.id).update(state="cancelled")
    assert counts[0] == counts[1]


def test_the_list_of_days_asks_no_more_for_more_days(team: Actor) -> None:
    counts = []
    for day in (date(2027, 1, 8), date(2027, 1, 15), date(2027, 1, 22)):
        a_session_on(a_day(by=team, day=day), by=team)
        rows = list(Visit.objects.select_related("deputy__user").order_by("day"))
        with CaptureQueriesContext(connection) as queries:
            visit_views(rows, team)
        counts.append(len(queries))
    assert counts[0] == counts[2]


@pytest.mark.parametrize("name", READS)
def test_what_is_the_teams_is_for_the_team(team: Actor, name: str) -> None:
    visit = a_full_day(team, 1)
    with pytest.raises(Forbidden):
        READS[name](visit, a_partner_of(an_agency()))


def test_the_board_says_who_changed_what_last(committed_db: None) -> None:
    team = someone_of_the_team()
    visit = a_day(by=team)
    shift = place_of(a_session_on(visit, by=team))
    one = an_interpreter(a_profile("Nadia"))
    (offer,) = asked(shift, one, by=team)
    said = {(line.type, line.id): (line.kind, line.by_name) for line in board(visit.id, team, NOW).changes}
    assert said["shift", shift.id] == ("asked", team.name)
    decline_offer(offer_id=offer.id, now=NOW, actor=acting(one))
    said = {(line.type, line.id): (line.kind, line.by_name) for line in board(visit.id, team, NOW).changes}
    assert said["shift", shift.id] == ("declined", None)


def test_the_preview_names_each_person_by_id(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    offer = held(place_of(session), an_interpreter(a_profile("Nadia")), by=team)
    (waiting,) = asked(place_of(session), an_interpreter(a_profile("Omid")), by=team)
    (line,) = confirmation(visit.id, team, NOW).sessions
    assert [(told.id, told.kind, told.what) for told in line.told] == [
        (session.agency_id, "partner", "confirmed"),
        (offer.interpreter_id, "interpreter", "confirmed"),
        (waiting.interpreter_id, "interpreter", "not_needed"),
    ]


def test_day_modes_say_who_could_not_keep_a_place(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    one = an_interpreter(a_profile("Nadia"))
    Interpreter.objects.filter(pk=one.id).update(places=[Place.FRANCE])
    held(place_of(session), one, by=team)
    (line,) = day_modes(visit.id, team).sessions
    said = {
        option.mode.value: ([p.name for p in option.keeps], [p.interpreter.name for p in option.let_go])
        for option in line.options
    }
    assert said == {"in_person": (["Nadia"], []), "remote": ([], ["Nadia"]), "partner_led": (["Nadia"], [])}


def test_an_edits_meaning_is_told_before_it_is_done(team: Actor) -> None:
    shift = place_of(a_session_on(a_day(by=team), by=team))
    held(shift, an_interpreter(a_profile("Nadia")), by=team)
    standing_by(shift, an_interpreter(a_profile("Omid", Language.DARI, Language.FARSI)), by=team)
    asked(shift, an_interpreter(a_profile("Zohra")), by=team)
    found = meaning(shift.id, language=Language.FARSI, variety=None, pay=Pay.PAID, qualities={}, actor=team)
    assert found.holder is not None
    assert (found.holder.name, found.meaning) == ("Nadia", "let_go")
    assert [reason.code for reason in found.reasons] == ["language"]
    assert [person.name for person in found.let_go] == ["Zohra"]


def test_the_sheet_says_checks_decisions_and_numbers(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, kind=GroupKind.FAMILIES)
    one = an_interpreter(a_profile("Nadia"), cleared=False)
    Interpreter.objects.filter(pk=one.id).update(phone="+33 6 39 98 12 34")
    held(place_of(session), one, by=team)
    (line,) = sheet(visit.id, team, NOW).sessions[0].people
    assert (line.phone, line.check.valid, line.check.until, line.training.valid) == ("+33 6 39 98 12 34", False, None, False)
    assert len(line.hard_rules) == 2
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    record_override(shift_id=place_of(session).id, interpreter_id=one.id, reason="Paper seen", now=NOW, actor=lead)
    confirmed(visit, by=team)
    (line,) = sheet(visit.id, team, NOW).sessions[0].people
    assert line.override is not None
    assert (line.state, line.hard_rules, line.override.reason, line.override.by_name) == (
        "confirmed", [], "Paper seen", lead.name,
    )  # fmt: skip


def test_the_sheet_says_what_the_partner_wrote_of_the_session(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    words = {"situations": ["children_present"], "materials": ["lego"], "room": ["quiet"], "notes": "Two toddlers come along."}
    Session.objects.filter(pk=session.id).update(**words, staff_present=["Ben Hartley"])
    (line,) = sheet(visit.id, team, NOW).sessions
    assert (line.brief, line.staff_present) == (
        Brief(Theme.SLEEP, [Situation.CHILDREN_PRESENT], [Material.LEGO], [Room.QUIET], "Two toddlers come along."),
        ["Ben Hartley"],
    )
