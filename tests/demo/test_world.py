"""The world is what it says, as found by looking at it."""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

from passerelle.accounts.actors import actor_for
from passerelle.agencies.models import Agency, Member, Site
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.not_for_me import not_for_me
from passerelle.demo.people import Key, user_for
from passerelle.demo.world.build import build_world
from passerelle.demo.world.calendar import UK_ZONE, ZONE, calendar
from passerelle.domain.readiness import NoteCode, warnings
from passerelle.domain.words import Language
from passerelle.interpreters.models import Interpreter, LanguageSkill
from passerelle.journal.models import Change
from tests.demo.test_building import snapshot


def coming(world: datetime, at: int) -> Visit:
    return Visit.objects.get(day=calendar(world).coming[at])


def test_the_cast(world: datetime) -> None:
    assert set(Agency.objects.values_list("name", flat=True)) == {
        "Art Refuge",
        "Refugee Youth Service",
        "Médecins du Monde",
        "Médecins Sans Frontières",
    }
    assert set(Member.objects.values_list("agency", flat=True)) == set(Agency.objects.values_list("id", flat=True))
    assert all(2 <= agency.groups.count() <= 3 for agency in Agency.objects.all())
    assert Interpreter.objects.count() == 40
    assert Interpreter.objects.filter(user=None).exists()
    spoken = Counter(LanguageSkill.objects.values_list("language", flat=True))
    assert set(spoken) == {language.value for language in Language}
    assert spoken["vi"] == 1
    varieties = LanguageSkill.objects.filter(language="ar").values_list("varieties", flat=True)
    assert {variety for spoken_by_one in varieties for variety in spoken_by_one} == {"ar-SD", "apc"}


def test_the_places_are_round_calais_and_dunkirk_and_one_is_in_another_zone(world: datetime) -> None:
    zones = dict(Site.objects.values_list("area", "time_zone"))
    assert [area for area, zone in zones.items() if zone == UK_ZONE] == ["Folkestone"]
    assert Counter(zones.values()) == {ZONE: 6, UK_ZONE: 1}
    there = Session.objects.filter(group__site__time_zone=UK_ZONE)
    assert {session.starts_at > world for session in there} == {True, False}


def test_the_next_friday_is_confirmed_with_a_gap_and_a_rest_to_confirm(world: datetime) -> None:
    visit = coming(world, 0)
    assert visit.state == "confirmed"
    sessions = Session.objects.filter(visit=visit)
    assert Counter(sessions.values_list("state", flat=True)) == {"confirmed": 4, "scheduled": 1}
    shifts = Shift.objects.filter(session__visit=visit)
    assert Counter(shifts.values_list("state", flat=True)) == {"confirmed": 5, "taken": 1, "open": 2}
    assert facts.undecided_hard_rules(shifts, list(sessions.select_related("group__site"))) == {}


def test_the_friday_after_is_nearly_ready(world: datetime) -> None:
    visit = coming(world, 1)
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


def test_the_third_friday_is_being_asked(world: datetime) -> None:
    visit = coming(world, 2)
    shifts = Shift.objects.filter(session__visit=visit)
    assert Counter(shifts.values_list("state", flat=True)) == {"taken": 5, "open": 4}
    waiting = Offer.objects.filter(shift__in=shifts, state="asked")
    assert waiting.count() == 5
    assert Session.objects.filter(visit=visit, proposed_change__isnull=False).count() == 1
    sessions = list(Session.objects.filter(visit=visit).select_related("group__site"))
    by_phone = shifts.filter(offers__state="accepted", offers__recorded_by__isnull=False)
    assert by_phone.count() == 2
    assert set(facts.undecided_hard_rules(shifts, sessions)) == {shift.id for shift in by_phone}


def test_the_fourth_friday_has_requests_waiting(world: datetime) -> None:
    day = calendar(world).coming[3]
    wished = Session.objects.filter(starts_at__date=day)
    assert Counter(wished.values_list("state", flat=True)) == {"requested": 5, "draft": 1}
    assert not wished.filter(visit__isnull=False).exists()


def test_past_fridays_broke_no_hard_rule_and_were_not_all_alike(world: datetime) -> None:
    sessions = list(Session.objects.filter(starts_at__lt=world).select_related("group__site"))
    shifts = Shift.objects.filter(session__in=sessions)
    assert facts.undecided_hard_rules(shifts, sessions) == {}
    assert {session.state for session in sessions} == {"held", "cancelled", "declined", "withdrawn"}
    assert set(shifts.values_list("state", flat=True)) == {"worked", "missed", "cancelled", "unfilled"}


def test_the_interpreter_of_the_demo_has_a_past_a_promise_and_a_question(world: datetime) -> None:
    user = user_for(Key.INTERPRETER)
    assert user is not None
    own = Interpreter.objects.get(user=user)
    assert own.gender == "woman"
    assert {"prs", "fa"} <= set(own.languages.values_list("language", flat=True))
    days = calendar(world)
    mine = Offer.objects.filter(interpreter=own).order_by("shift__session__starts_at")
    found: list[tuple[date, str, str]] = list(mine.values_list("shift__session__visit__day", "state", "shift__state"))
    assert found == [
        (days.past[1], "stood_down", "worked"),
        (days.past[2], "accepted", "worked"),
        (days.past[11], "accepted", "worked"),
        (days.coming[0], "accepted", "confirmed"),
        (days.coming[1], "accepted", "taken"),
        (days.coming[2], "asked", "open"),
        (days.coming[2], "asked", "open"),
    ]


def test_the_interpreter_of_the_demo_reads_why_a_place_is_not_for_her(world: datetime) -> None:
    user = user_for(Key.INTERPRETER)
    assert user is not None
    found = not_for_me(actor_for(user), world).results
    assert [(place.visit and place.visit.day, [why.code for why in place.reasons]) for place in found] == [
        (calendar(world).coming[4], ["not_free"])
    ]


def test_the_journal_reads_as_if_it_had_been_lived(world: datetime) -> None:
    lines = list(Change.objects.order_by("number").values_list("number", "at"))
    assert [number for number, _at in lines] == list(range(1, len(lines) + 1))
    times = [at for _number, at in lines]
    assert times == sorted(times)
    assert set(Change.objects.values_list("entity", flat=True)) >= {
        "visit",
        "session",
        "shift",
        "offer",
        "free_day",
        "interpreter",
        "pairing",
        "me",
    }
    assert max(times) < world
    # By night nobody acts; but for the ferry's morning and a late no, what was done was done by day.
    by_day = [at for at in times if 7 <= at.astimezone(ZoneInfo(ZONE)).hour <= 22]
    assert len(by_day) > 0.95 * len(times)
    assert len(set(times)) > 500


def test_a_second_building_changes_nothing(world: datetime) -> None:
    before, lines = snapshot(), Change.objects.count()
    assert not build_world(now=world)
    assert (snapshot(), Change.objects.count()) == (before, lines)
