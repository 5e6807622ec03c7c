"""What a session is about and who is there for it is written anew after it was sent, until it was held."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from passerelle.bookings.models import DatedNote, Session
from passerelle.bookings.services import closing, requests
from passerelle.bookings.services.asks import Details, PeopleNeed
from passerelle.bookings.services.details import edit_details
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.words import (
    CancelReason,
    DeclineReason,
    Language,
    Material,
    Quality,
    Room,
    ShiftOutcome,
    Situation,
    Strength,
    Theme,
)
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_requested_session,
    a_scheduled_session,
    after,
    an_ask,
    asked,
    at,
    offer_of,
    people,
    refusal,
    taken,
)
from tests.factories.journal import told
from tests.factories.partners import a_request, worked_together
from tests.factories.people import NOW, a_group_of, a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.support.rows import changed

DARI = PeopleNeed(Language.DARI, 7)
AS_ASKED = Details(needs=[DARI], notes="Paper and paints are there.", contact_name="Ines", contact_phone="+33 3 53 01 00 11")
"""What ``an_ask`` says."""
KIND = "details_changed"


def edit(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``edit_details`` takes: the details as they were asked for, but for what is ``otherwise``."""
    given: dict[str, Any] = {name: otherwise.pop(name) for name in ("actor", "version", "session_id") if name in otherwise}
    usual: dict[str, Any] = {"session_id": friday.session_id, "version": friday.session.version, "actor": friday.partner}
    return {**usual, **given, "details": replace(AS_ASKED, **otherwise), "now": after(60)}


def test_a_note_that_stands_is_not_judged_again_when_the_rest_is_edited(db: None) -> None:
    """A day that was last year's when it was written is long ago after the New Year."""
    friday = a_scheduled_session()
    old = {"notes": "As on 27/11/2020.", "contact_name": "Ines 27/11/2020", "staff_present": ["Ben 27/11/2020"]}
    Session.objects.filter(pk=friday.session_id).update(**old)
    edit_details(**edit(friday, **old, room=[Room.QUIET]))
    assert Session.objects.filter(pk=friday.session_id).values("room", *old).get() == {"room": ["quiet"], **old}
    newer = {"notes": "As on 28/11/2020.", "contact_name": "Ines", "staff_present": ["Ben 28/11/2020"]}
    told_why = [(Code.BIRTH_IN_TEXT, "staff_present.0"), (Code.BIRTH_IN_TEXT, "brief.notes")]
    assert refusal(edit_details, **edit(friday, **newer, version=3)) == told_why


def test_edit_details_writes_all_of_them_and_nothing_else(db: None) -> None:
    friday = a_scheduled_session()
    with changed() as rows:
        edit_details(
            **edit(
                friday,
                needs=[PeopleNeed(Language.DARI, 9)],
                requirements={Quality.WOMAN: Strength.REQUIRED},
                theme=Theme.SLEEP,
                situations=[Situation.SOMEONE_NEW],
                materials=[Material.LEGO],
                room=[Room.QUIET],
                notes="Shoes off.",
                contact_name="Ben",
                contact_phone="+33 3 53 01 00 12",
                staff_present=["  Ben   Hartley "],
            )
        )
    assert rows == {
        friday.session_id: {
            "version": 3,
            "needs": [{"language": "prs", "variety": None, "people": 9}],
            "requirements": [{"what": "woman", "strength": "required"}],
            "theme": "sleep",
            "situations": ["someone_new"],
            "materials": ["lego"],
            "room": ["quiet"],
            "notes": "Shoes off.",
            "contact_name": "Ben",
            "contact_phone": "+33 3 53 01 00 12",
            "staff_present": ["Ben Hartley"],
        }
    }


def confirmed_friday() -> Friday:
    return a_confirmed_session()[0]


@pytest.mark.parametrize("a_friday", [a_requested_session, a_scheduled_session, confirmed_friday])
def test_edit_details_by_its_partner_and_by_the_team_until_it_was_held(db: None, a_friday: Callable[[], Friday]) -> None:
    friday = a_friday()
    for number, actor in enumerate((friday.partner, a_partner_of(friday.session.agency), friday.coordinator)):
        edit_details(**edit(friday, actor=actor, notes=f"Note {number}."))
        assert friday.session.notes == f"Note {number}."


def decline(friday: Friday) -> None:
    reason = DeclineReason.OTHER
    requests.decline_session(session_id=friday.session_id, reason=reason, now=NOW, actor=friday.coordinator)


def withdraw(friday: Friday) -> None:
    requests.withdraw_session(session_id=friday.session_id, now=NOW, actor=friday.partner)


def cancel(friday: Friday) -> None:
    closing.cancel_session(session_id=friday.session_id, reason=CancelReason.OTHER, now=NOW, actor=friday.coordinator)


def hold(friday: Friday) -> None:
    outcomes = {friday.shift.id: ShiftOutcome.WORKED}
    closing.close_session(session_id=friday.session_id, outcomes=outcomes, now=at(13), actor=friday.coordinator)


@pytest.mark.parametrize(
    ("a_friday", "end"),
    [
        (a_requested_session, decline),
        (a_requested_session, withdraw),
        (a_scheduled_session, cancel),
        (confirmed_friday, hold),
        (lambda: a_requested_session(submit=False), lambda _: None),
    ],
)
def test_edit_details_of_what_is_closed_or_a_draft(
    db: None, a_friday: Callable[[], Friday], end: Callable[[Friday], None]
) -> None:
    friday = a_friday()
    end(friday)
    assert refusal(edit_details, **edit(friday)) == [(Code.WRONG_STATE, None)]


def test_edit_details_of_others(db: None) -> None:
    friday = a_scheduled_session()
    for actor in (a_partner_of(an_agency()), acting(taken(friday))):
        assert refusal(edit_details, **edit(friday, actor=actor)) == [(Code.NOT_FOUND, None)]


def test_edit_details_of_an_older_version(db: None) -> None:
    friday = a_scheduled_session()
    seen = friday.session.version
    edit_details(**edit(friday, contact_name="Ben"))
    with changed() as rows, pytest.raises(Stale):
        edit_details(**edit(friday, version=seen, contact_name="Zoë"))
    assert rows == {}


def test_edit_details_that_changes_nothing_is_no_change(committed_db: None) -> None:
    friday = a_scheduled_session()
    with changed() as rows, told() as lines:
        edit_details(**edit(friday))
    assert (rows, lines) == ({}, [])


def test_edit_details_tells_every_problem_at_once(db: None) -> None:
    friday = a_scheduled_session()
    wrong = edit(
        friday,
        needs=[PeopleNeed(Language.PASHTO, 2)],
        requirements={Quality.VARIETY: Strength.WISHED, Quality.NAMED: Strength.WISHED},
        notes="Call 06 12 34 56 78",
        staff_present=["Ben", "06 12 34 56 78"],
    )
    with changed() as rows:
        found = refusal(edit_details, **wrong)
    assert found == [
        (Code.LANGUAGES_PLANNED, "needs"),
        (Code.VARIETY_NOT_SAID, "requirements"),
        (Code.NAMED_MISSING, "named"),
        (Code.PHONE_IN_TEXT, "staff_present.1"),
        (Code.PHONE_IN_TEXT, "brief.notes"),
    ]
    assert rows == {}


TWO_LANGUAGES = [DARI, PeopleNeed(Language.PASHTO, 2)]


def test_edit_details_of_languages_by_the_partner_while_nobody_is_asked_for_them(db: None) -> None:
    friday = a_requested_session()
    edit_details(**edit(friday, needs=TWO_LANGUAGES))
    assert [line["language"] for line in friday.session.needs] == ["prs", "ps"]


def test_edit_details_of_languages_by_the_team_once_they_are_asked_for(db: None) -> None:
    planned = a_scheduled_session()
    assert refusal(edit_details, **edit(planned, needs=TWO_LANGUAGES)) == [(Code.LANGUAGES_PLANNED, "needs")]
    # The team opens the place for it as well.
    edit_details(**edit(planned, needs=TWO_LANGUAGES, actor=planned.coordinator))
    assert [line["language"] for line in planned.session.needs] == ["prs", "ps"]
    # From then on a partner says how many.
    edit_details(**edit(planned, needs=[PeopleNeed(Language.PASHTO, 4), DARI]))
    assert [(line["language"], line["people"]) for line in planned.session.needs] == [("ps", 4), ("prs", 7)]


def test_edit_details_leaves_places_as_they_are(db: None) -> None:
    friday, _ = a_confirmed_session()
    before = friday.shift
    edit_details(**edit(friday, requirements={Quality.WOMAN: Strength.REQUIRED}))
    after_it = friday.shift
    assert (after_it.version, after_it.state, after_it.qualities) == (before.version, "confirmed", before.qualities)


def test_edit_details_does_not_judge_again_who_was_named_long_ago(db: None) -> None:
    agency, team = an_agency(), someone_of_the_team()
    group, partner, known = a_group_of(agency), a_partner_of(agency), an_interpreter()
    worked_together(group, known, partner, team)
    named: dict[str, Any] = {"requirements": {Quality.NAMED: Strength.WISHED}, "named_id": known.id}
    session = a_request(group, partner, **named)
    Interpreter.objects.filter(pk=known.id).update(active=False)
    details = Details(needs=[PeopleNeed(Language.DARI, 6)], **named, contact_name="Ben")
    given: dict[str, Any] = {"session_id": session.id, "now": NOW, "actor": partner}
    edit_details(**given, version=1, details=details)
    assert Session.objects.get(pk=session.id).contact_name == "Ben"
    other = replace(details, needs=[PeopleNeed(Language.DARI, 8)])
    assert refusal(edit_details, **given, version=2, details=other) == [(Code.NAMED_UNKNOWN, "named")]


def test_edit_details_ends_and_begins_the_warnings_that_stand_on_them(db: None) -> None:
    friday = a_scheduled_session(ask=an_ask(contact_name="", contact_phone="", notes=""))

    def noted() -> set[str]:
        return set(DatedNote.objects.filter(about=friday.session_id).values_list("code", flat=True))

    assert noted() == {"no_contact", "empty_brief"}
    edit_details(**edit(friday, notes="", theme=Theme.PLAY))
    assert noted() == set()
    edit_details(**edit(friday, contact_name="", contact_phone="", needs=[PeopleNeed(Language.DARI, 8)]))
    assert noted() == {"no_contact", "second_interpreter"}


def test_edit_details_is_told_to_those_on_whose_cards_it_stands(committed_db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    (waits,) = asked(friday.shift, an_interpreter(), by=friday.coordinator)
    both = frozenset({audiences.TEAM, audiences.agency(friday.session.agency_id)})
    sure = {("offer", offer_of(friday.shift, holder).id)}
    everyone = sure | {("offer", offer_of(friday.shift, reserve).id), ("offer", waits.id)}
    own = {("session", friday.session_id)}
    for otherwise, heard in (
        ({"notes": "Shoes off."}, own),
        ({"notes": "Shoes off.", "staff_present": ["Ben"], "materials": [Material.LEGO]}, own),
        ({"contact_phone": "+33 3 53 01 00 12"}, own | sure),
        ({"room": [Room.QUIET], "contact_name": "Ben"}, own | everyone),
    ):
        with told() as lines:
            edit_details(**edit(friday, **otherwise))
        assert {(entity, pk) for entity, pk, *_ in lines} == heard
        assert {kind for _, _, _, kind, _ in lines} == {KIND}
        assert [seen_by for entity, *_, seen_by in lines if entity == "session"] == [both]
