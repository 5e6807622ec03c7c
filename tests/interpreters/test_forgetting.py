"""Links, days that are over and sign-ins that ran out are gone when their time is over."""

from datetime import date, timedelta

from django.contrib.sessions.models import Session

from passerelle.accounts.forgetting import forget_sign_ins
from passerelle.availability.forgetting import forget_days
from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.domain.personal import Kept
from passerelle.interpreters.claims import GOOD_FOR, make_claim_link, withdraw_claim_link
from passerelle.interpreters.forgetting import forget_links
from passerelle.interpreters.models import ClaimLink
from tests.factories.people import NOW, an_interpreter, someone_of_the_team

SECOND = timedelta(seconds=1)


def test_links_go_thirty_days_after_they_ended(db: None) -> None:
    team = someone_of_the_team()
    withdrawn, never_opened = an_interpreter(signs_in=False), an_interpreter(signs_in=False)
    for person in (withdrawn, never_opened):
        make_claim_link(interpreter_id=person.id, now=NOW, actor=team)
    withdraw_claim_link(interpreter_id=withdrawn.id, now=NOW, actor=team)
    assert forget_links(now=NOW + Kept.LINKS.time - SECOND) == 0
    assert forget_links(now=NOW + Kept.LINKS.time) == 1
    assert ClaimLink.objects.get().interpreter_id == never_opened.id
    assert forget_links(now=NOW + GOOD_FOR + Kept.LINKS.time) == 1
    assert forget_links(now=NOW + GOOD_FOR + Kept.LINKS.time) == 0


def test_days_that_are_long_over_go_and_what_is_usual_stays(db: None) -> None:
    person = an_interpreter()
    last = (NOW - Kept.DAYS.time).date()
    for day in (last - timedelta(days=1), last, NOW.date()):
        FreeDay.objects.create(interpreter=person, day=day, free=True)
    UsualDay.objects.create(interpreter=person, weekday=4, free=False)
    on_break = Break.objects.create(interpreter=person, until=last)
    assert forget_days(now=NOW) == 1
    assert list(FreeDay.objects.order_by("day").values_list("day", flat=True)) == [last, NOW.date()]
    Break.objects.filter(pk=on_break.pk).update(until=date(2020, 1, 1))
    assert forget_days(now=NOW) == 1
    assert (Break.objects.count(), UsualDay.objects.count()) == (0, 1)
    assert forget_days(now=NOW) == 0


def test_sign_ins_go_when_they_run_out(db: None) -> None:
    for key, ends in (("over", NOW), ("good", NOW + SECOND)):
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
    assert forget_sign_ins(now=NOW) == 1
    assert Session.objects.get().session_key == "good"
    assert forget_sign_ins(now=NOW) == 0
