"""What is hard about the coming Fridays, each found by looking for it and not by its name."""

from collections import Counter
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import TeamMember
from passerelle.bookings.models import Offer, Override, Session, Shift, Visit
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.candidates import candidates
from passerelle.demo.world.calendar import calendar
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import CLOSED
from passerelle.domain.states.shift import HELD, LIVE, ShiftState
from passerelle.domain.time import answer_request_by
from passerelle.domain.words import CancelReason, CredentialKind, Mode
from passerelle.interpreters.models import Credential, Interpreter, NotPaired


def coordinator() -> Actor:
    return actor_for(TeamMember.objects.get(role=TeamRole.COORDINATOR).user)


def ahead(world: datetime) -> list[Shift]:
    """Places of the Fridays to come, which somebody can still come to hold."""
    found = Shift.objects.filter(state__in=LIVE, session__starts_at__gt=world)
    return list(found.select_related("session__group__site", "session__visit"))


def test_nobody_can_be_found_for_vietnamese(world: datetime) -> None:
    (place,) = [shift for shift in ahead(world) if shift.language == "vi"]
    assert (place.state, place.offers.count()) == (ShiftState.OPEN, 0)
    who = candidates(place.id, coordinator()).results
    speaking = [line for line in who if line.interpreter.id in set(speakers_of("vi"))]
    assert speaking
    assert not any(line.fits for line in who)


def speakers_of(language: str) -> list[object]:
    return list(Interpreter.objects.filter(languages__language=language).values_list("id", flat=True))


def test_a_check_and_a_training_lapse_between_now_and_the_day_of_their_holder(world: datetime) -> None:
    shifts = [shift for shift in ahead(world) if shift.state in HELD]
    flagged = facts.undecided_hard_rules(shifts, [shift.session for shift in shifts])
    lapsing = set()
    for shift in shifts:
        for kind in (CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING):
            until = Credential.objects.filter(interpreter=shift.holder, kind=kind).order_by("-expires_on").first()
            if shift.session.group.under_18s and until and world.date() <= until.expires_on < day_of(shift):
                lapsing.add((shift.id, kind))
    assert {kind for _shift, kind in lapsing} == {CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING}
    assert {shift_id for shift_id, _kind in lapsing} == set(flagged)


def day_of(shift: Shift) -> date:
    assert shift.session.visit is not None
    return shift.session.visit.day


def test_somebody_is_asked_for_two_places_at_once_and_holds_one(world: datetime) -> None:
    held = {shift.holder_id: shift for shift in ahead(world) if shift.state in HELD}
    asked = Offer.objects.filter(state=OfferState.ASKED, interpreter__in=held).select_related("shift")
    clashes = [
        offer
        for offer in asked
        if (own := held[offer.interpreter_id]).block.lower < offer.shift.block.upper
        and offer.shift.block.lower < own.block.upper
    ]
    assert len(clashes) == 1


def test_a_holder_has_withdrawn_and_of_two_reserves_the_first_is_asked_again(world: datetime) -> None:
    left = Shift.objects.filter(state=ShiftState.OPEN, promised_until__gt=world, session__state="confirmed")
    (place,) = left
    answers = dict(place.offers.values_list("interpreter__first_name", "state"))
    assert Counter(answers.values()) == {"withdrawn": 1, "asked": 1, "reserve": 1}
    kept_for = place.offers.get(state=OfferState.ASKED)
    assert (kept_for.interpreter_id, kept_for.answer_by) == (place.promised_to_id, place.promised_until)
    assert kept_for.answer_by is not None
    assert world < kept_for.answer_by <= place.block.lower


def test_every_deadline_of_a_coming_friday_is_still_to_come(world: datetime) -> None:
    """And none is so far away that it says nothing: a week at the most, and never after the session begins."""
    waiting = Offer.objects.filter(state=OfferState.ASKED).select_related("shift")
    assert waiting.count() >= 8
    for offer in waiting:
        assert offer.answer_by is not None
        assert world < offer.answer_by <= min(world + timedelta(days=7), offer.shift.block.lower)
    open_requests = Session.objects.filter(Q(state="requested") | Q(proposed_change__isnull=False)).exclude(state__in=CLOSED)
    assert open_requests.count() >= 7
    for session in open_requests.select_related("group__site"):
        proposed = session.proposed_change
        asked_at = datetime.fromisoformat(proposed["at"]) if proposed else session.requested_at
        assert asked_at is not None
        assert asked_at < world < answer_request_by(asked_at, session.starts_at, session.group.site.time_zone)
    assert not Session.objects.filter(state="draft", starts_at__lte=world).exists()


def test_the_safeguarding_lead_decided_for_the_past_and_for_a_day_to_come(world: datetime) -> None:
    overrides = Override.objects.select_related("by__team_member", "shift__session", "shift__holder")
    assert {override.shift.session.starts_at > world for override in overrides} == {True, False}
    for override in overrides:
        assert override.by is not None
        assert override.by.team_member.role == TeamRole.SAFEGUARDING_LEAD
        assert override.rules == ["check_for_under_18s"]
        assert override.at < override.shift.session.starts_at


def test_a_day_was_called_off_one_was_moved_and_one_was_held_from_afar(world: datetime) -> None:
    off = Visit.objects.filter(state="cancelled")
    called = off.annotate(booked=Count("sessions")).values_list("day", "cancel_reason", "booked")
    past = {(reason, bool(booked)) for day, reason, booked in called if day < world.date()}
    assert past == {(CancelReason.NO_CROSSING, True), (CancelReason.OTHER, False)}
    assert [reason for day, reason, _booked in called if day > world.date()] == [CancelReason.OTHER]
    (moved_to,) = Visit.objects.exclude(day__in=[*calendar(world).past, *calendar(world).coming])
    assert (moved_to.state, moved_to.sessions.filter(state="held").count()) == ("done", 2)
    afar = Visit.objects.get(team_cannot_travel=True, state="done")
    assert Counter(afar.sessions.values_list("mode", flat=True)) == {Mode.REMOTE: 2, Mode.PARTNER_LED: 1}


def test_some_came_in_vain_some_did_not_come_and_some_were_let_go(world: datetime) -> None:
    over = Shift.objects.filter(session__state="held")
    assert over.filter(state="missed", outcome_recorded_by__isnull=False, pay="paid").count() == 1
    assert over.filter(state="cancelled").count() >= 2
    assert over.filter(state="unfilled").exclude(session__gap_reason="").count() == 1
    assert set(Session.objects.filter(state="held").values_list("debrief_offered", flat=True)) == {True, False}


def test_what_people_hold_and_wish_is_not_all_alike(world: datetime) -> None:
    everyone = Interpreter.objects.all()
    assert set(everyone.values_list("pay_status", flat=True)) == {"fees", "expenses_only"}
    assert set(everyone.values_list("gender", flat=True)) == {"woman", "man", "other", "unsaid"}
    assert set(everyone.values_list("active", flat=True)) == {True, False}
    assert everyone.exclude(not_themes=[]).count() >= 2
    own = ("sessions_a_day", "consecutive_minutes", "weeks_in_a_row")
    assert all(everyone.exclude(**{name: None}).exists() for name in own)
    assert set(everyone.values_list("usual_days__free", flat=True)) == {True, False, None}
    assert set(everyone.values_list("free_days__free", flat=True)) == {True, False, None}
    assert everyone.filter(on_break__until__gte=world.date()).exists()
    in_own_script = everyone.exclude(first_name__regex=r"^[\u0000-\u024F]+$")
    assert in_own_script.count() >= 4
    assert NotPaired.objects.filter(set_by=F("interpreter__user")).exists()
    lapsed = Credential.objects.filter(kind=CredentialKind.CHECK, expires_on__lt=world.date())
    assert lapsed.exists()
    assert not everyone.filter(user=None).exclude(offers__recorded_by__isnull=False).filter(offers__state="accepted").exists()
