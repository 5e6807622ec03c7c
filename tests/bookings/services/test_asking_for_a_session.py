"""What a partner can ask for, and every refusal of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.models import Session
from passerelle.bookings.services.asks import Ask, PeopleNeed
from passerelle.bookings.services.requests import decline_session, edit_draft, request_session, submit_session, withdraw_session
from passerelle.domain.refusals import Code, Missing, Refusal
from passerelle.domain.roles import Actor
from passerelle.domain.words import (
    DeclineReason,
    Language,
    Material,
    Mode,
    Quality,
    Room,
    Situation,
    Strength,
    Theme,
    Variety,
)
from tests.factories.partners import NEXT_FRIDAY, a_request, a_wish, worked_together
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, an_interpreter, someone_of_the_team

PHONE = "+33 3 53 01 00 11"


def problems(ask: Ask, *, by: Actor, group_id: object, submit: bool = True) -> list[tuple[Code, str | None]]:
    """What asking is refused for; nothing of it is kept."""
    with pytest.raises(Refusal) as refused:
        request_session(group_id=group_id, ask=ask, submit=submit, now=NOW, actor=by)  # type: ignore[arg-type]
    return [(found.code, found.field) for found in refused.value.problems]


def test_everything_asked_for_is_kept(db: None) -> None:
    agency, team = an_agency(), someone_of_the_team()
    group, partner, shirin = a_group_of(agency), a_partner_of(agency), an_interpreter()
    worked_together(group, shirin, partner, team)
    made = a_request(
        group,
        partner,
        day=NEXT_FRIDAY,
        mode=Mode.REMOTE,
        needs=[PeopleNeed(Language.DARI, 4), PeopleNeed(Language.ARABIC, 2, Variety.SUDANESE)],
        requirements={Quality.WOMAN: Strength.REQUIRED, Quality.NAMED: Strength.WISHED},
        named_id=shirin.id,
        theme=Theme.SLEEP,
        situations=[Situation.FIRST_MEETING, Situation.CHILDREN_PRESENT],
        materials=[Material.PAINTS],
        room=[Room.QUIET],
        notes="Two people join late.",
        contact_name="Juliette",
        contact_phone=PHONE,
        staff_present=[" Ben  Hartley ", "Sofia"],
    )
    assert {field: getattr(made, field) for field in (
        "state", "mode", "needs", "requirements", "named_id", "theme", "situations", "materials", "room", "notes",
        "contact_name", "contact_phone", "staff_present", "requested_by_id", "requested_at",
    )} == {
        "state": "requested",
        "mode": "remote",
        "needs": [
            {"language": "prs", "variety": None, "people": 4},
            {"language": "ar", "variety": "ar-SD", "people": 2},
        ],
        "requirements": [{"what": "named", "strength": "wished"}, {"what": "woman", "strength": "required"}],
        "named_id": shirin.id,
        "theme": "sleep",
        "situations": ["first_meeting", "children_present"],
        "materials": ["paints"],
        "room": ["quiet"],
        "notes": "Two people join late.",
        "contact_name": "Juliette",
        "contact_phone": PHONE,
        "staff_present": ["Ben Hartley", "Sofia"],
        "requested_by_id": partner.user_id,
        "requested_at": NOW,
    }  # fmt: skip


def test_every_problem_is_told_at_once_beside_its_field(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    ask = a_wish(
        starts_at=NOW - timedelta(hours=2),
        ends_at=NOW - timedelta(hours=3),
        needs=[PeopleNeed(Language.DARI, 4, Variety.SUDANESE)],
        requirements={Quality.NAMED: Strength.REQUIRED},
        notes=f"Call {PHONE}",
        staff_present=["Ben", f"Sofia {PHONE}", " "],
    )
    assert problems(ask, by=partner, group_id=group.id) == [
        (Code.ENDS_BEFORE_IT_STARTS, "ends_at"),
        (Code.IN_THE_PAST, "starts_at"),
        (Code.VARIETY_OF_ANOTHER, "needs.0.variety"),
        (Code.NAMED_MISSING, "named"),
        (Code.PHONE_IN_TEXT, "staff_present.1"),
        (Code.EMPTY, "staff_present.2"),
        (Code.PHONE_IN_TEXT, "brief.notes"),
    ]
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("otherwise", "against"),
    [
        ({"starts_at": NOW + timedelta(days=366, minutes=1), "ends_at": NOW + timedelta(days=366, hours=1)}, "day_too_far"),
        ({"ends_at": a_wish().starts_at + timedelta(hours=12, minutes=1)}, "session_too_long"),
        ({"contact_phone": "ask Ines"}, "phone_wrong"),
        ({"contact_phone": "06 12"}, "phone_wrong"),
    ],
)
def test_what_was_mistyped_is_told_when_it_is_sent(db: None, otherwise: dict[str, Any], against: str) -> None:
    """A draft is kept with every key that is typed."""
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    ask = a_wish(**otherwise)
    assert [code for code, _at in problems(ask, by=partner, group_id=group.id)] == [against]
    draft = request_session(group_id=group.id, ask=ask, submit=False, now=NOW, actor=partner)
    with pytest.raises(Refusal) as refused:
        submit_session(session_id=draft.id, now=NOW, actor=partner)
    assert [found.code for found in refused.value.problems] == [against]


def test_nothing_is_asked_for_a_group_that_does_not_meet(db: None) -> None:
    """It came to rest while a form was open: what was written is kept, and not sent."""
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    draft = request_session(group_id=group.id, ask=a_wish(), submit=False, now=NOW, actor=partner)
    group.active = False
    group.save()
    acts: list[Callable[[], object]] = [
        lambda: request_session(group_id=group.id, ask=a_wish(), now=NOW, actor=partner),
        lambda: submit_session(session_id=draft.id, now=NOW, actor=partner),
        lambda: edit_draft(session_id=draft.id, version=1, ask=a_wish(), submit=True, now=NOW, actor=partner),
    ]
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert [(found.code, found.field) for found in refused.value.problems] == [(Code.GROUP_AT_REST, "group")]
    assert Session.objects.get().state == "draft"


def test_a_variety_is_required_only_where_one_is_said(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    required = {Quality.VARIETY: Strength.REQUIRED}
    ask = a_wish(requirements=required, needs=[PeopleNeed(Language.ARABIC, 3)])
    assert problems(ask, by=partner, group_id=group.id) == [(Code.VARIETY_NOT_SAID, "requirements")]
    a_request(group, partner, requirements=required, needs=[PeopleNeed(Language.ARABIC, 3, Variety.LEVANTINE)])


def test_only_who_worked_with_the_agency_can_be_named(db: None) -> None:
    """Somebody else's interpreter is as unknown as nobody."""
    team, agency, other = someone_of_the_team(), an_agency(), an_agency()
    partner, stranger = a_partner_of(agency), a_partner_of(other)
    group, shirin = a_group_of(agency), an_interpreter()
    worked_together(a_group_of(other), shirin, stranger, team)
    for who in (shirin.id, uuid4()):
        ask = a_wish(requirements={Quality.NAMED: Strength.WISHED}, named_id=who)
        assert problems(ask, by=partner, group_id=group.id) == [(Code.NAMED_UNKNOWN, "named")]
    ask = a_wish(named_id=shirin.id)
    assert problems(ask, by=partner, group_id=group.id) == [(Code.NAMED_MISSING, "named")]


def test_someone_named_works_in_a_language_that_is_needed(db: None) -> None:
    team, agency, shirin = someone_of_the_team(), an_agency(), an_interpreter()
    group, partner = a_group_of(agency), a_partner_of(agency)
    worked_together(group, shirin, partner, team)
    named: dict[str, Any] = {"requirements": {Quality.NAMED: Strength.WISHED}, "named_id": shirin.id}
    other = a_wish(NEXT_FRIDAY, needs=[PeopleNeed(Language.PASHTO, 3)], **named)
    assert problems(other, by=partner, group_id=group.id) == [(Code.NAMED_OTHER_LANGUAGE, "named")]
    a_request(group, partner, day=NEXT_FRIDAY, needs=[PeopleNeed(Language.PASHTO, 3), PeopleNeed(Language.DARI, 3)], **named)


def test_a_group_of_another_agency_is_missing(db: None) -> None:
    group, stranger = a_group_of(an_agency()), a_partner_of(an_agency())
    for group_id in (group.id, uuid4()):
        with pytest.raises(Missing) as missing:
            request_session(group_id=group_id, ask=a_wish(), now=NOW, actor=stranger)
        assert [(found.code, found.field) for found in missing.value.problems] == [(Code.NOT_FOUND, "group")]


def test_a_reason_holds_no_telephone_number(db: None) -> None:
    agency, team = an_agency(), someone_of_the_team()
    group, partner = a_group_of(agency), a_partner_of(agency)
    session = a_request(group, partner)
    acts: list[Callable[[], object]] = [
        lambda: withdraw_session(session_id=session.id, note=f"Ring {PHONE}", now=NOW, actor=partner),
        lambda: decline_session(session_id=session.id, reason=DeclineReason.OTHER, note=f"Ring {PHONE}", now=NOW, actor=team),
    ]
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert [(found.code, found.field) for found in refused.value.problems] == [(Code.PHONE_IN_TEXT, "note")]
    assert Session.objects.get().state == "requested"
