"""Who has not answered, and what may be written to them when."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoAssertNumQueries

from passerelle.accounts.models import User
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors.to_interpreters import message_to_interpreter
from passerelle.bookings.selectors.waiting import asking_message, waiting
from passerelle.bookings.services import moving
from passerelle.bookings.services.answers import accept_offer, decline_offer
from passerelle.bookings.services.asking import ask_interpreters, cancel_shift
from passerelle.bookings.services.asks import PeopleNeed
from passerelle.bookings.services.visits import set_duty_phone
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.words import Language, Mode
from passerelle.interpreters.models import Interpreter
from tests.factories.partners import FRIDAY, NEXT_FRIDAY, a_day, a_request, confirm, local, put_on, signed_in
from tests.factories.people import NOW, a_group_of, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

LATER = NOW + timedelta(hours=3)
BY = local(FRIDAY, 12) - timedelta(days=2)


def a_place(team: Actor, day: date = FRIDAY, language: Language = Language.DARI) -> Shift:
    agency = an_agency()
    starts_at = local(day, 14)
    wish: dict[str, Any] = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)}
    session = put_on(
        a_request(a_group_of(agency), a_partner_of(agency), needs=[PeopleNeed(language, 6)], **wish), a_day(team, day), team
    )
    return Shift.objects.get(session=session)


def ask(shift: Shift, *people: Interpreter, team: Actor, now: datetime = NOW, by: datetime | None = None) -> list[Offer]:
    return ask_interpreters(shift_id=shift.id, interpreter_ids=[p.id for p in people], answer_by=by, now=now, actor=team)


def by_phone(name: str, reads: str = "") -> Interpreter:
    return an_interpreter(replace(a_profile(name), reads=reads, phone="+33 6 99 00 12 34"), signs_in=False)


def test_each_person_with_all_they_were_asked_for(db: None) -> None:
    team = someone_of_the_team()
    shirin, parwana = by_phone("Shirin", "prs"), an_interpreter(a_profile("Parwana"))
    first, second = a_place(team), a_place(team, NEXT_FRIDAY)
    ask(second, shirin, team=team, now=NOW)
    (asked,) = [o for o in ask(first, shirin, parwana, team=team, now=LATER, by=BY) if o.interpreter_id == shirin.id]
    found = waiting(team, LATER)
    assert [(p.interpreter.name, p.since, p.has_account, p.reads, p.phone) for p in found.results] == [
        ("Shirin", NOW, False, "prs", "+33 6 99 00 12 34"),
        ("Parwana", LATER, True, "en", ""),
    ]
    place = found.results[0].places[0]
    assert (place.id, place.answer_by, place.overdue, place.area) == (asked.id, BY, False, "Calais centre")
    assert [p.starts_at for p in found.results[0].places] == [local(FRIDAY, 14), local(NEXT_FRIDAY, 14)]
    assert [action.value for action in place.allowed_actions] == ["accept", "decline", "stand_down"]


def test_who_answered_waits_no_longer_and_a_day_that_is_over_neither(db: None) -> None:
    team, shirin, parwana = someone_of_the_team(), by_phone("Shirin"), by_phone("Parwana")
    shift = a_place(team)
    said_no, _other = ask(shift, shirin, parwana, team=team)
    decline_offer(offer_id=said_no.id, now=LATER, actor=team)
    assert {p.interpreter.id for p in waiting(team, LATER).results} == {shirin.id, parwana.id} - {said_no.interpreter_id}
    assert waiting(team, local(FRIDAY, 14)).results == []


def test_a_deadline_that_is_over_is_marked(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone("Shirin")
    ask(a_place(team), shirin, team=team, by=BY)
    assert [p.overdue for p in waiting(team, BY).results[0].places] == [True]


def test_the_queries_do_not_grow_with_who_waits(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    team, people = someone_of_the_team(), [by_phone(f"Person {n}") for n in range(3)]
    one, other = a_place(team), a_place(team, NEXT_FRIDAY)
    ask(one, people[0], team=team)
    with django_assert_num_queries(4):
        waiting(team, LATER)
    ask(one, *people[1:], team=team)
    ask(other, *people, team=team)
    with django_assert_num_queries(4):
        assert len(waiting(team, LATER).results) == 3


def test_one_message_asks_for_all_of_it_in_the_language_they_read(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone("Shirin", "fr")
    for place in (a_place(team), a_place(team, NEXT_FRIDAY)):
        ask(place, shirin, team=team, by=BY)
    own = asking_message(shirin.id, "", team, LATER)
    assert (own.language, own.languages[0]) == ("fr", "fr")
    assert own.text.splitlines() == [
        "Bonjour Shirin,",
        "Pouvez-vous venir ?",
        "vendredi 4 décembre, 14:00–15:00, dari, Calais centre",
        "vendredi 11 décembre, 14:00–15:00, dari, Calais centre",
        "Merci de répondre avant le mercredi 2 décembre, 12:00.",
        "Un oui ou un non suffit, sans donner de raison.",
    ]
    assert asking_message(shirin.id, "en", team, LATER).text.splitlines()[0] == "Hello Shirin,"
    with pytest.raises(Missing):
        asking_message(uuid4(), "", team, LATER)


def move(shift: Shift, hour: int, *, team: Actor, now: datetime) -> None:
    session = Session.objects.select_related("group__site").get(pk=shift.session_id)
    starts_at = session.starts_at.astimezone(ZoneInfo(session.group.site.time_zone)).replace(hour=hour)
    times: dict[str, Any] = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)}
    moving.move_session(session_id=session.id, version=session.version, **times, now=now, actor=team)


def copied(person: Interpreter, team: Actor, now: datetime) -> list[str]:
    """What the list has to copy for them."""
    return asking_message(person.id, "en", team, now).text.splitlines()


def test_who_was_asked_before_it_moved_reads_what_changed(db: None) -> None:
    team, shirin, amal = someone_of_the_team(), by_phone("Shirin"), by_phone("Amal")
    shift = a_place(team)
    ask(shift, shirin, amal, team=team)
    accept_offer(offer_id=Offer.objects.get(interpreter=amal).id, now=NOW, actor=team)
    move(shift, 16, team=team, now=LATER)
    rows = {person.interpreter.name: person.places[0] for person in waiting(team, LATER).results}
    assert {name: (row.new_time, row.new_way) for name, row in rows.items()} == dict.fromkeys(rows, (True, False))
    line, reason = "Friday 4 December, 16:00–17:00, Dari, Calais centre", "A yes or a no is enough, no reason is needed."
    moved = "This session was moved from Friday 4 December, 14:00–15:00 to Friday 4 December, 16:00–17:00."
    assert copied(shirin, team, LATER) == ["Hello Shirin,", line, moved, "Can you come?", reason]
    again = copied(amal, team, LATER)
    assert again == told(rows["Amal"].id, MessageKind.CHANGED, team)
    assert again[2:4] == [moved, "Your answer was for the time before. Can you come at the new time?"]
    move(shift, 17, team=team, now=LATER + timedelta(hours=1))
    assert copied(shirin, team, LATER)[1:3] == [text.replace("16:00–17:00", "17:00–18:00") for text in (line, moved)]


def test_held_another_way_says_so_and_leaves_the_other_questions(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone("Shirin")
    first, second = a_place(team), a_place(team, NEXT_FRIDAY)
    for place in (first, second):
        ask(place, shirin, team=team)
    remote: dict[str, Any] = {"version": first.session.version, "mode": Mode.REMOTE, "now": LATER, "actor": team}
    moving.change_mode(session_id=first.session_id, **remote)
    (person,) = waiting(team, LATER).results
    assert [(place.new_time, place.new_way) for place in person.places] == [(False, True), (False, False)]
    assert copied(shirin, team, LATER)[1:-1] == [
        "Can you come?",
        "Friday 4 December, 14:00–15:00, Dari, By video or telephone",
        "It is now held by video or telephone.",
        "Friday 11 December, 14:00–15:00, Dari, Calais centre",
    ]


def test_what_is_asked_again_stands_beside_a_first_question(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    team, shirin = someone_of_the_team(), by_phone("Shirin")
    first, second, third = a_place(team), a_place(team, NEXT_FRIDAY), a_place(team, NEXT_FRIDAY + timedelta(weeks=1))
    (asked, _other) = [ask(place, shirin, team=team)[0] for place in (first, second)]
    accept_offer(offer_id=asked.id, now=NOW, actor=team)
    move(first, 16, team=team, now=LATER)
    with django_assert_num_queries(3):
        text = copied(shirin, team, LATER)
    assert text[1:-2] == [
        "Friday 4 December, 16:00–17:00, Dari, Calais centre",
        "This session was moved from Friday 4 December, 14:00–15:00 to Friday 4 December, 16:00–17:00.",
        "Your answer was for the time before. Can you come at the new time?",
        "Can you come?",
        "Friday 11 December, 14:00–15:00, Dari, Calais centre",
    ]
    ask(third, shirin, team=team, now=LATER)
    with django_assert_num_queries(3):
        assert len(copied(shirin, team, LATER)) == len(text) + 1


def test_an_account_says_what_somebody_reads(db: None) -> None:
    team, parwana = someone_of_the_team(), an_interpreter(replace(a_profile("Parwana"), reads="fr"))
    assert parwana.user is not None
    User.objects.filter(pk=parwana.user.id).update(locale="prs")
    ask(a_place(team), parwana, team=team)
    assert waiting(team, LATER).results[0].reads == "prs"


def told(offer_id: UUID, kind: MessageKind, team: Actor) -> list[str] | Code:
    try:
        return message_to_interpreter(offer_id, kind, "en", team).text.splitlines()
    except Refusal as refused:
        return refused.code


def test_only_what_is_so_can_be_copied(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone("Shirin")
    shift = a_place(team)
    line = "Friday 4 December, 14:00–15:00, Dari, Calais centre"
    (offer,) = ask(shift, shirin, team=team)
    question = ["Hello Shirin,", "Can you come?", line, "A yes or a no is enough, no reason is needed."]
    refused = Code.WRONG_STATE
    assert [told(offer.id, kind, team) for kind in MessageKind] == [question, refused, refused, refused]
    accept_offer(offer_id=offer.id, now=LATER, actor=team)
    assert [told(offer.id, kind, team) for kind in MessageKind] == [refused, refused, refused, refused]
    visit = shift.session.visit
    assert visit is not None
    set_duty_phone(visit_id=visit.id, phone="+33 1 99 00 12 34", now=NOW, actor=team)
    confirm(visit, team)
    confirmed = [
        "Hello Shirin,",
        "You are confirmed. Thank you!",
        line,
        "We begin at 13:45 with the brief.",
        "Where: The lighthouse, 14 rue des Voiliers, 62100 Calais",
        "The team’s phone on the day: +33 1 99 00 12 34",
    ]
    assert [told(offer.id, kind, team) for kind in MessageKind] == [refused, refused, confirmed, refused]
    cancel_shift(shift_id=shift.id, now=LATER, actor=team)
    assert Offer.objects.get(pk=offer.id).state == OfferState.STOOD_DOWN
    over = ["Hello Shirin,", line, "You are not needed this time. Thank you for being ready to come."]
    assert [told(offer.id, kind, team) for kind in MessageKind] == [refused, refused, refused, over]


def test_for_nobody_but_the_team(db: None) -> None:
    team, parwana = someone_of_the_team(), an_interpreter(a_profile("Parwana"))
    (offer,) = ask(a_place(team), parwana, team=team)
    partner = a_partner_of(an_agency())
    for actor in (partner, Actor(user_id=None)):
        with pytest.raises(Forbidden):
            waiting(actor, LATER)
        with pytest.raises(Forbidden):
            message_to_interpreter(offer.id, MessageKind.ASKING, "en", actor)
    for path in ("waiting", f"waiting/{parwana.id}/message", f"offers/{offer.id}/message", "inbox"):
        assert signed_in(partner).get(f"/api/v1/{path}").status_code == 403


def test_over_the_api(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone("Shirin", "ps")
    shift = a_place(team)
    (offer,) = ask(shift, shirin, team=team)
    client, path = signed_in(team), f"/api/v1/offers/{offer.id}/message"
    own = client.get(path).json()
    assert (own["language"], own["languages"][0], len(own["languages"])) == ("ps", "ps", 8)
    assert client.get(path, {"language": "tlh"}).status_code == 400
    assert client.get(path, {"kind": "shouting"}).status_code == 400
    assert client.get(path, {"kind": "confirming"}).status_code == 409
    assert client.get(f"/api/v1/offers/{uuid4()}/message").status_code == 404
