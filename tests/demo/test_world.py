"""The world is what it says, as found by looking at it."""

from collections import Counter
from datetime import datetime, timedelta

from passerelle.agencies.models import Agency, Member
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.selectors import facts
from passerelle.demo.people import Key, user_for
from passerelle.demo.world.calendar import calendar
from passerelle.domain.readiness import NoteCode, warnings
from passerelle.domain.words import Language
from passerelle.interpreters.models import Interpreter, LanguageSkill
from passerelle.journal.models import Change


def test_the_cast(world: datetime) -> None:
    assert set(Agency.objects.values_list("name", flat=True)) == {
        "Art Refuge",
        "Refugee Youth Service",
        "Médecins du Monde",
        "Médecins Sans Frontières",
    }
    assert set(Member.objects.values_list("agency", flat=True)) == set(Agency.objects.values_list("id", flat=True))
    assert all(1 <= agency.groups.count() <= 2 for agency in Agency.objects.all())
    assert Interpreter.objects.count() == 12
    assert set(Interpreter.objects.values_list("gender", flat=True)) == {"woman", "man"}
    assert set(Interpreter.objects.values_list("pay_status", flat=True)) == {"fees", "expenses_only"}
    assert Interpreter.objects.filter(user=None).exists()
    spoken = Counter(LanguageSkill.objects.values_list("language", flat=True))
    assert set(spoken) == {language.value for language in Language}
    assert spoken["vi"] == 1


def test_the_next_friday_is_nearly_ready(world: datetime) -> None:
    visit = Visit.objects.get(day=calendar(world).coming[0])
    shifts = Shift.objects.filter(session__visit=visit)
    assert Counter(shifts.values_list("state", flat=True)) == {"taken": 5, "open": 1}
    offers = Offer.objects.filter(shift__in=shifts)
    assert Counter(offers.values_list("state", flat=True)) == {"accepted": 5, "reserve": 1, "declined": 1, "asked": 1}
    assert visit.therapists.filter(answer="yes").count() == 2
    sessions = list(Session.objects.filter(visit=visit).select_related("group__site"))
    assert facts.undecided_hard_rules(shifts, sessions) == {}
    said = [
        note.code
        for session in sessions
        for note in warnings(facts.session_facts(session, shifts.filter(session=session), set()))
    ]
    assert Counter(said) == {NoteCode.SECOND_INTERPRETER: 1, NoteCode.EMPTY_BRIEF: 1, NoteCode.NO_CONTACT: 1}


def test_the_friday_after_is_being_asked(world: datetime) -> None:
    visit = Visit.objects.get(day=calendar(world).coming[1])
    shifts = Shift.objects.filter(session__visit=visit)
    assert Counter(shifts.values_list("state", flat=True)) == {"taken": 2, "open": 4}
    waiting = Offer.objects.filter(shift__in=shifts, state="asked")
    assert waiting.count() == 5
    assert not waiting.filter(answer_by__lte=world + timedelta(days=2)).exists()
    assert Session.objects.filter(visit=visit, proposed_change__isnull=False).count() == 1
    sessions = list(Session.objects.filter(visit=visit).select_related("group__site"))
    by_phone = shifts.get(holder__first_name="Karwan")
    assert set(facts.undecided_hard_rules(shifts, sessions)) == {by_phone.id}


def test_the_third_friday_has_requests_waiting(world: datetime) -> None:
    day = calendar(world).coming[2]
    wished = Session.objects.filter(starts_at__date=day)
    assert Counter(wished.values_list("state", flat=True)) == {"requested": 3, "draft": 1}
    assert not wished.filter(visit__isnull=False).exists()


def test_past_fridays_broke_no_hard_rule_and_were_not_all_alike(world: datetime) -> None:
    sessions = list(Session.objects.filter(starts_at__lt=world).select_related("group__site"))
    shifts = Shift.objects.filter(session__in=sessions)
    assert facts.undecided_hard_rules(shifts, sessions) == {}
    assert {session.state for session in sessions} == {"held", "cancelled", "declined", "withdrawn"}
    assert set(shifts.values_list("state", flat=True)) == {"worked", "cancelled", "unfilled"}


def test_the_interpreter_of_the_demo_has_a_past_a_promise_and_a_question(world: datetime) -> None:
    user = user_for(Key.INTERPRETER)
    assert user is not None
    own = Interpreter.objects.get(user=user)
    assert own.gender == "woman"
    assert {"prs", "fa"} <= set(own.languages.values_list("language", flat=True))
    days = calendar(world)
    mine = Offer.objects.filter(interpreter=own).order_by("shift__session__starts_at")
    assert list(mine.values_list("shift__session__visit__day", "state", "shift__state")) == [
        (days.past[2], "accepted", "worked"),
        (days.coming[0], "accepted", "taken"),
        (days.coming[1], "asked", "open"),
        (days.coming[1], "asked", "open"),
    ]


def test_the_journal_reads_as_if_it_had_been_lived(world: datetime) -> None:
    lines = list(Change.objects.order_by("number").values_list("number", "at"))
    assert [number for number, _at in lines] == list(range(1, len(lines) + 1))
    times = [at for _number, at in lines]
    assert times == sorted(times)
    assert set(Change.objects.values_list("entity", flat=True)) >= {"visit", "session", "shift", "offer", "free_day", "me"}
