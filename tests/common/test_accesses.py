"""Who looked and who was refused is written down, without contents; nothing of it is edited, and it is in no answer's way."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.common import accesses
from passerelle.common.accesses import forget_accesses, write
from passerelle.common.models import AccessEntry
from passerelle.domain.accesses import AccessKind
from passerelle.domain.personal import Kept
from passerelle.domain.roles import TeamRole
from tests.factories.bookings import a_confirmed_session, a_scheduled_session
from tests.factories.partners import signed_in
from tests.factories.people import NOW, a_group_of, a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.support.accesses import LOGIN, Line, everything_in_it, post, written
from tests.support.database import clean


def test_who_asks_for_what_is_the_teams_is_written_down_with_the_act_and_the_thing(db: None) -> None:
    her, partner = an_interpreter(), a_partner_of(an_agency())
    assert signed_in(partner).get(f"/api/v1/interpreters/{her.id}").status_code == 403
    assert written() == [("refused", partner.user_id, "GET interpreters/<uuid:pk>", "", her.id)]


def test_an_act_is_written_down_without_what_was_sent(db: None) -> None:
    partner = a_partner_of(an_agency())
    answer = post(signed_in(partner), "/api/v1/agencies", {"name": "Utopia 56"})
    assert answer.status_code == 403
    assert written() == [("refused", partner.user_id, "POST agencies", "", None)]
    assert "Utopia" not in everything_in_it()


def test_a_right_that_a_service_asks_for(db: None) -> None:
    friday, therapist = a_scheduled_session(), someone_of_the_team(TeamRole.THERAPIST)
    body = {"interpreter": str(an_interpreter().id), "reason": "She works with them already"}
    answer = post(signed_in(therapist), f"/api/v1/shifts/{friday.shift.id}/override", body)
    assert answer.status_code == 403, answer.content
    assert written() == [("refused", therapist.user_id, "POST shifts/<uuid:pk>/override", "", friday.shift.id)]
    assert "already" not in everything_in_it()


def test_once_an_hour_whichever_thing_it_is(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = signed_in(a_partner_of(an_agency()))
    for _ in range(3):
        browser.get(f"/api/v1/interpreters/{uuid4()}")
    assert len(written()) == 1
    monkeypatch.setattr(accesses, "EVERY", timedelta(0))
    browser.get(f"/api/v1/interpreters/{uuid4()}")
    assert len(written()) == 2


def test_what_is_not_there_for_somebody_is_no_refusal(db: None) -> None:
    """It might be a place that a pairing hides: the log must not tell what the answer does not."""
    friday, other = a_scheduled_session(), a_partner_of(an_agency())
    assert signed_in(other).get(f"/api/v1/sessions/{friday.session_id}").status_code == 404
    assert written() == []


def test_nobody_is_refused_as_nobody(db: None) -> None:
    assert Client().get("/api/v1/team").status_code == 401
    assert written() == []


def test_each_sensitive_read_by_its_kind_and_thing(db: None) -> None:
    friday, her = a_confirmed_session()
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    browser, who = signed_in(lead), lead.user_id
    reads: dict[str, Line] = {
        f"interpreters/{her.id}": ("person", who, "", "interpreter", her.id),
        f"interpreters/{her.id}/limits": ("told", who, "", "interpreter", her.id),
        "interpreters": ("people", who, "", "", None),
        f"sessions/{friday.session_id}": ("contact", who, "", "session", friday.session_id),
        f"visits/{friday.visit.id}/sheet": ("sheet", who, "", "visit", friday.visit.id),
        "pairings": ("pairings", who, "", "", None),
        "exports/interpreters": ("export", who, "", "", None),
        "me/data": ("own_data", who, "", "", None),
        "audit": ("audit", who, "", "", None),
    }
    for path in reads:
        assert browser.get(f"/api/v1/{path}").status_code == 200, path
    assert written() == list(reads.values())


def test_again_within_the_hour_writes_nothing_and_costs_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    her, team = an_interpreter(), someone_of_the_team()
    browser, path = signed_in(team), f"/api/v1/interpreters/{her.id}"
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as sent:
            browser.get(path)
        counts.append([query["sql"].split()[0] for query in sent])
    assert (counts[0].count("INSERT"), counts[1].count("INSERT")) == (1, 0)
    browser.get(f"/api/v1/interpreters/{an_interpreter().id}")
    signed_in(someone_of_the_team()).get(path)
    assert len(written(AccessKind.PERSON)) == 3, "another thing, and somebody else, are written down"
    monkeypatch.setattr(accesses, "EVERY", timedelta(0))
    browser.get(path)
    assert len(written(AccessKind.PERSON)) == 4


def test_a_partner_who_reads_their_own_contact_is_not_written_down(db: None) -> None:
    friday = a_scheduled_session()
    assert signed_in(friday.partner).get(f"/api/v1/sessions/{friday.session_id}").json()["contact"]
    assert written() == []


def test_lines_of_one_request_have_one_id(db: None) -> None:
    team = someone_of_the_team()
    signed_in(team).get("/api/v1/interpreters")
    signed_in(team).get("/api/v1/audit")
    ids = AccessEntry.objects.exclude(kind=AccessKind.SIGNED_IN).values_list("request_id", flat=True)
    assert len({*ids}) == 2


def test_pairings_read_the_same_whether_there_are_any(db: None) -> None:
    her, without = an_interpreter(), an_interpreter()
    rule_out_pairing(interpreter_id=her.id, group_id=a_group_of(an_agency()).id, now=NOW, actor=someone_of_the_team())
    for one in (her, without):
        signed_in(acting(one)).get("/api/v1/pairings")
    assert [(kind, record) for kind, _who, *_act, record in written()] == [("pairings", None)] * 2


def test_what_cannot_be_written_down_is_in_no_answers_way(committed_db: None) -> None:
    """As where the database takes no more."""
    her, browser = an_interpreter(), signed_in(someone_of_the_team())
    partner = signed_in(a_partner_of(an_agency()))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE common_accessentry ADD CONSTRAINT full_up CHECK (false) NOT VALID")
        try:
            assert browser.get(f"/api/v1/interpreters/{her.id}").status_code == 200
            assert partner.get(f"/api/v1/interpreters/{her.id}").status_code == 403
            assert post(Client(), LOGIN, {"email": "a@example.invalid", "password": "a wrong secret"}).status_code == 400
        finally:
            cursor.execute("ALTER TABLE common_accessentry DROP CONSTRAINT full_up")
    assert written() == []
    assert browser.get(f"/api/v1/interpreters/{her.id}").status_code == 200
    assert len(written()) == 1, "and is written down by the next"


def test_a_read_writes_one_statement(committed_db: None) -> None:
    """Outside a transaction, as requests are, nothing begins or commits around it."""
    her, browser = an_interpreter(), signed_in(someone_of_the_team())
    taken = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as sent:
            browser.get(f"/api/v1/interpreters/{her.id}")
        taken.append(len(sent))
    assert taken[0] - taken[1] == 1


def run(statement: str) -> Callable[[], object]:
    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return act


EDITS = {
    "update": lambda: AccessEntry.objects.update(actor_id=None),
    "delete": lambda: AccessEntry.objects.all().delete(),
    "delete one": lambda: AccessEntry.objects.get().delete(),
    "delete below": run("DELETE FROM common_accessentry"),
    "truncate": run("TRUNCATE common_accessentry"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_refused(committed_db: None, edit: Callable[[], object]) -> None:
    write(AccessKind.SIGNED_OUT, actor_id=uuid4(), now=NOW)
    before = written()
    with pytest.raises(IntegrityError, match="only appended to"):
        edit()
    assert written() == before


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_would_pass_without_the_guards(committed_db: None, edit: Callable[[], object]) -> None:
    write(AccessKind.SIGNED_OUT, actor_id=uuid4(), now=NOW)
    before = written()
    run("ALTER TABLE common_accessentry DISABLE TRIGGER USER")()
    try:
        edit()
    finally:
        run("ALTER TABLE common_accessentry ENABLE TRIGGER USER")()
    assert written() != before


def test_only_what_is_old_is_forgotten_and_nothing_newer_goes_with_it(committed_db: None) -> None:
    old, new = uuid4(), uuid4()
    write(AccessKind.SIGNED_OUT, actor_id=old, now=NOW - Kept.ACCESSES.time)
    write(AccessKind.SIGNED_OUT, actor_id=new, now=NOW - Kept.ACCESSES.time + timedelta(seconds=1))
    assert forget_accesses(now=NOW) == 1
    assert [who for _kind, who, *_what in written()] == [new]
    everything_goes = _deleting(lambda: accesses._may_be_deleted((NOW - Kept.ACCESSES.time).isoformat()))
    with pytest.raises(IntegrityError, match="only appended to"):
        everything_goes()
    write(AccessKind.SIGNED_OUT, actor_id=old, now=NOW - Kept.ACCESSES.time)
    after_it = _deleting(lambda: forget_accesses(now=NOW - timedelta(days=1)))
    with pytest.raises(IntegrityError, match="only appended to"):
        after_it()
    assert len(written()) == 2


def _deleting(before: Callable[[], object]) -> Callable[[], None]:
    """Everything is deleted, in the transaction in which that is done ``before``."""

    def act() -> None:
        with transaction.atomic():
            before()
            AccessEntry.objects.all().delete()

    return act


def test_cleaning_between_tests_leaves_every_guard_on(committed_db: None) -> None:
    write(AccessKind.SIGNED_OUT, actor_id=uuid4(), now=NOW)
    clean()
    assert written() == []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = 'common_accessentry'::regclass AND NOT tgisinternal"
        )
        assert dict(cursor.fetchall()) == {"common_accesses_append_only": "O", "common_accesses_never_truncated": "O"}


def test_ones_own_are_in_what_one_downloads_without_whose_record_it_was(db: None) -> None:
    her, team = an_interpreter(), someone_of_the_team()
    browser = signed_in(team)
    browser.get(f"/api/v1/interpreters/{her.id}")
    told = {table["table"]: table["rows"] for table in browser.get("/api/v1/me/data").json()["tables"]}
    assert [row["kind"] for row in told["common.AccessEntry"]] == ["own_data", "person", "signed_in"]
    assert {name for row in told["common.AccessEntry"] for name in row} == {"kind", "at"}
