"""Answers over HTTP: the card each is answered with, and that whoever said yes may let go of it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.answers import accept_offer
from passerelle.bookings.services.asking import assign_interpreter
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import asked
from tests.factories.partners import a_day, a_request, put_on, signed_in
from tests.factories.people import a_group_of, a_partner_of, a_profile, acting, an_agency, an_interpreter, someone_of_the_team


def asked_today(team: Actor, *people: Interpreter) -> list[Offer]:
    """For one place, a month from now: the API has a clock of its own."""
    moment = datetime.now(UTC)
    day, agency = (moment + timedelta(days=30)).date(), an_agency()
    request = a_request(a_group_of(agency), a_partner_of(agency), day=day, now=moment)
    shift = Shift.objects.get(session=put_on(request, a_day(team, day), team))
    return asked(shift, *people, by=team, now=moment)


def says(client: Client, offer: Offer, act: str) -> tuple[int, dict[str, Any]]:
    answer = client.post(f"/api/v1/offers/{offer.id}/{act}", {}, content_type="application/json")
    return answer.status_code, answer.json()


def test_an_answer_is_answered_with_the_card_as_it_is_read_after(committed_db: None) -> None:
    team, shirin, amal = someone_of_the_team(), an_interpreter(), an_interpreter(a_profile("Amal"))
    hers, other = asked_today(team, shirin, amal)
    said = [(shirin, hers, act) for act in ("decline", "undo", "accept")]
    said += [(amal, other, act) for act in ("stand-by", "undo", "stand-by")]
    said += [(shirin, hers, "withdraw"), (amal, other, "accept")]
    for who, offer, act in said:
        client = signed_in(acting(who))
        answer = says(client, offer, act)
        assert answer == (200, client.get(f"/api/v1/offers/{offer.id}").json()), act
    client = signed_in(team)
    assert says(client, other, "stand-down") == (200, client.get(f"/api/v1/offers/{other.id}").json())


@pytest.mark.parametrize(("beside", "clashes"), [("taken", True), ("worked", False)])
def test_the_card_tells_what_else_they_hold_and_not_what_is_over(committed_db: None, beside: str, clashes: bool) -> None:
    """As the list does, whatever the act has read to judge the answer."""
    team, shirin = someone_of_the_team(), an_interpreter()
    (offer,) = asked_today(team, shirin)
    session = Session.objects.select_related("group").get()
    again = a_request(session.group, a_partner_of(session.agency), day=session.starts_at.date(), now=datetime.now(UTC))
    other = Shift.objects.get(session=put_on(again, Visit.objects.get(), team))
    assign_interpreter(shift_id=other.id, interpreter_id=shirin.id, now=datetime.now(UTC), actor=team)
    Shift.objects.filter(pk=other.id).update(state=beside)
    client = signed_in(acting(shirin))
    answer = says(client, offer, "decline")
    assert answer == (200, client.get(f"/api/v1/offers/{offer.id}").json())
    assert answer[1]["clashes"] is clashes


@pytest.mark.parametrize(("act", "state"), [("withdraw", "withdrawn"), ("undo", "asked")])
def test_a_yes_from_before_the_pairing_was_ruled_out_can_be_taken_back(committed_db: None, act: str, state: str) -> None:
    """The answer is the last she reads of it: from then on there is nothing, as there never was."""
    team, shirin = someone_of_the_team(), an_interpreter()
    (offer,) = asked_today(team, shirin)
    moment, agency_id = datetime.now(UTC), offer.shift.session.agency_id
    accept_offer(offer_id=offer.id, now=moment, actor=acting(shirin))
    rule_out_pairing(interpreter_id=shirin.id, agency_id=agency_id, now=moment, actor=team)
    client = signed_in(acting(shirin))
    status, card = says(client, offer, act)
    assert (status, card.get("state")) == (200, state)
    shift = Shift.objects.get(pk=offer.shift_id)
    assert (shift.state, shift.holder_id) == ("open", None)
    assert client.get(f"/api/v1/offers/{offer.id}").status_code == 404


def test_a_yes_sends_few_statements(committed_db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Twenty-one, and the two around them; one more where another question clashes with the yes."""
    team, shirin, amal = someone_of_the_team(), an_interpreter(), an_interpreter(a_profile("Amal"))
    hers, _other = asked_today(team, shirin, amal)
    client, key = signed_in(acting(shirin)), {"Idempotency-Key": str(uuid4())}
    with django_assert_num_queries(23):
        client.post(f"/api/v1/offers/{hers.id}/accept", {}, content_type="application/json", headers=key)
