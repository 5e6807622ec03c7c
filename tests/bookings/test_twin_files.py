"""Rule 11 in what one downloads of oneself: it tells neither of pairings that others ruled out nor of who else was asked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import orjson
from django.db import transaction

from passerelle.agencies.models import Group
from passerelle.agencies.services.agencies import remove_member
from passerelle.bookings.models import Offer, Session
from passerelle.bookings.services import answers
from passerelle.bookings.services.pairings import let_pairings_go, rule_out_pairing
from passerelle.bookings.services.requests import withdraw_session
from passerelle.common.transactions import in_transaction
from passerelle.domain.roles import Actor
from tests.factories.bookings import (
    DARI,
    Friday,
    a_request,
    a_scheduled_session,
    an_ask,
    asked,
    at,
    people,
    place_of,
    says,
    schedule,
)
from tests.factories.partners import signed_in
from tests.factories.people import NOW, a_group_of, a_partner_of, acting, an_agency, someone_of_the_team

type Change = Callable[[], object]
type File = dict[str, list[bytes]]

READINGS = ("accounts.SignIn", "common.AccessEntry")
"""Each reading here is a sign-in of its own, and is written down."""


def file_of(actor: Actor) -> File:
    """The rows by their table, in order; but what is written of one moment, before the commit, is in none."""
    tables = orjson.loads(signed_in(actor).get("/api/v1/me/data").content)["tables"]
    found = {each["table"]: [orjson.dumps(_steady(row)) for row in each["rows"]] for each in tables}
    found.get("journal.Change", []).sort()
    for table in READINGS:
        del found[table]
    return found


def _steady(row: dict[str, Any]) -> dict[str, Any]:
    """Without the moment of signing in, which each reading is one."""
    return {name: value for name, value in row.items() if name != "last_login"}


def in_a_world(*changes: Change, reader: Actor) -> File:
    """What the file holds after ``changes``, which are then undone: every id of one world is an id of the other."""
    with transaction.atomic():
        for change in changes:
            change()
        found = file_of(reader)
        transaction.set_rollback(True)
    return found


def at_the_same_time(friday: Friday) -> Session:
    """Of another group, of another partner."""
    agency = an_agency()
    session = a_request(a_group_of(agency), a_partner_of(agency), an_ask())
    schedule(session, friday.visit, friday.coordinator, DARI)
    return session


def test_an_answer_that_is_hidden_leaves_no_line_where_its_interpreter_takes_another(db: None) -> None:
    (shirin,), friday, colleague = people("Shirin"), a_scheduled_session(), someone_of_the_team()
    there = place_of(at_the_same_time(friday))
    for place in (friday.shift, there):
        asked(place, shirin, by=friday.coordinator)

    def ruled_out() -> None:
        rule_out_pairing(interpreter_id=shirin.id, group_id=friday.group.id, now=NOW, actor=colleague)

    def never_asked() -> None:
        Offer.objects.filter(shift=friday.shift).delete()

    def says_yes() -> None:
        says(answers.accept_offer, there, shirin)

    hidden = in_a_world(ruled_out, says_yes, reader=acting(shirin))
    assert hidden == in_a_world(never_asked, says_yes, reader=acting(shirin))
    # The guard sees something: what they read is in it.
    assert len(hidden["journal.Change"]) < len(in_a_world(says_yes, reader=acting(shirin))["journal.Change"])


def test_a_pairing_that_goes_with_its_group_is_in_the_file_of_who_set_it_alone(db: None) -> None:
    (shirin,), group = people("Shirin"), a_group_of(an_agency())
    team, colleague = someone_of_the_team(), someone_of_the_team()

    def ruled_out_by(actor: Actor) -> Change:
        return lambda: rule_out_pairing(interpreter_id=shirin.id, group_id=group.id, now=NOW, actor=actor)

    def its_group_goes() -> None:
        in_transaction(lambda: let_pairings_go(groups=[group.id], now=NOW, actor=team))

    never = in_a_world(its_group_goes, reader=team)
    for reader in (team, acting(shirin)):
        assert in_a_world(ruled_out_by(colleague), its_group_goes, reader=reader) == in_a_world(its_group_goes, reader=reader)
    own = in_a_world(ruled_out_by(team), its_group_goes, reader=team)
    assert len(own["journal.Change"]) == len(never.get("journal.Change", [])) + 2


def test_how_many_others_were_asked_is_in_no_file(db: None) -> None:
    (shirin, *others), friday = people("Shirin", "Nadia", "Omid"), a_scheduled_session()
    asked(friday.shift, shirin, by=friday.coordinator)

    def others_are_asked() -> None:
        asked(friday.shift, *others, by=friday.coordinator)

    def withdrawn() -> None:
        withdraw_session(session_id=friday.session_id, now=NOW, actor=friday.partner)

    def says_yes() -> None:
        says(answers.accept_offer, friday.shift, shirin)

    for act, reader in ((withdrawn, friday.partner), (says_yes, acting(shirin))):
        assert in_a_world(others_are_asked, act, reader=reader) == in_a_world(act, reader=reader)
        assert in_a_world(act, reader=reader)["journal.Change"]


def test_who_is_removed_reads_nothing_more_of_the_partner(db: None) -> None:
    friday = a_scheduled_session()
    later = a_request(friday.group, friday.partner, an_ask(starts_at=at(14), ends_at=at(15)))
    Session.objects.filter(pk=later.id).update(requested_at=NOW + timedelta(minutes=1))
    before = file_of(friday.partner)
    assert friday.partner.user_id is not None
    remove_member(agency_id=friday.session.agency_id, user_id=friday.partner.user_id, now=NOW, actor=friday.coordinator)
    gone = file_of(friday.partner)

    def moved() -> None:
        """Behind the other; and the group is called otherwise."""
        session = friday.session
        session.starts_at, session.ends_at = (moment + timedelta(days=14) for moment in (session.starts_at, session.ends_at))
        session.save(update_fields=["starts_at", "ends_at"])
        Group.objects.filter(pk=friday.group.id).update(name="The swallows")

    def told_no_more() -> None:
        Session.objects.get(pk=later.id).telling.all().delete()

    assert in_a_world(moved, told_no_more, reader=friday.partner) == gone
    assert before["bookings.SessionTold"]
    assert "bookings.SessionTold" not in gone
    asked_for = [orjson.loads(row) for row in gone["bookings.Session"]]
    assert [(row["starts_at"], row["group"]) for row in asked_for] == [(None, None), (None, None)]
    assert all(row["requested_at"] for row in asked_for)
    kept = [orjson.loads(row) for row in before["bookings.Session"]]
    assert {row["group"] for row in kept} == {friday.group.name}
