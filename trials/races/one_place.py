"""Races for one place, or for one person: exactly one of those who tap can have it."""

from collections.abc import Iterator, Sequence
from functools import partial

from passerelle.bookings.models import Offer
from passerelle.bookings.services.answers import undo_answer
from passerelle.bookings.services.asking import release_holder
from passerelle.domain.states.offer import OfferState
from passerelle.journal import audiences
from passerelle.journal.models import Change
from tests.races.friday import a_session, asked, place_of
from trials.races.cast import Cast, Day, Person, right_now
from trials.races.race import Race, Round, Verdict, codes, last_number, told_since
from trials.wire import Answer

PEOPLE = 50


def _winners(answers: Sequence[Answer], *, others_read: str) -> tuple[list[int], list[str]]:
    """Who won, by place; and what is wrong where the others read something else than ``others_read``."""
    won = [place for place, answer in enumerate(answers) if answer.done]
    read = {(answer.status, *codes(answer)) for answer in answers if not answer.done}
    wrong = [f"{len(won)} won"] if len(won) != 1 else []
    return won, wrong + [f"a loser read {one}" for one in sorted(read - {(409, others_read)})]


def _heard(person: Person, lines: Sequence[Change]) -> list[tuple[str, str]]:
    mine = audiences.interpreter(person.row.id)
    return [(line.entity, line.kind) for line in lines if mine in line.audiences]


def _accept50(count: int) -> Iterator[Round]:
    """The winner undoes after each round, so that everyone can say yes again."""
    day = Cast.made(PEOPLE).day(0)
    people = day.cast.people
    offers = day.asked(*people)
    for _ in range(count):
        asks = [person.asks(f"/offers/{offer.id}/accept") for person, offer in zip(people, offers, strict=True)]
        yield Round(asks, partial(_one_of_all, day, people, last_number()))
        _undo(people, *offers)


def _one_of_all(day: Day, people: Sequence[Person], before: int, answers: list[Answer]) -> Verdict:
    """One yes, which is who holds the place; and everyone hears once: that it is theirs, or that it is taken."""
    won, wrong = _winners(answers, others_read="place_taken")
    lines = told_since(before)
    heard = {tuple(_heard(person, lines)) for place, person in enumerate(people) if place not in won}
    wrong += [f"a loser heard {one}" for one in sorted(heard - {(("offer", "taken"),)})]
    wrong += [f"the winner heard {one}" for place in won if (one := _heard(people[place], lines)) != [("offer", "accepted")]]
    if [people[place].row.id for place in won] != [day.shift.holder_id]:
        wrong.append("the place is held by somebody else than was told so")
    return Verdict(f"{len(won)} of {len(answers)}", wrong)


def _undo(people: Sequence[Person], *offers: Offer) -> None:
    """Whoever of ``people`` said yes to one of ``offers`` takes it back."""
    held = Offer.objects.filter(id__in=[offer.id for offer in offers], state=OfferState.ACCEPTED)
    who = {person.row.id: person.actor for person in people}
    for offer in held:
        undo_answer(offer_id=offer.id, now=right_now(), actor=who[offer.interpreter_id])


def _overlap(count: int) -> Iterator[Round]:
    """One person, asked for two places whose times overlap, says yes to both."""
    cast = Cast.made(1)
    day, (person,) = cast.day(0), cast.people
    beside = place_of(a_session(cast.group, day.visit, hour=14, minutes=90, by=day.team.actor, now=right_now()))
    offers = [*day.asked(person), *asked(beside, [person.row], by=day.team.actor, now=right_now())]
    for _ in range(count):
        yield Round([person.asks(f"/offers/{offer.id}/accept") for offer in offers], partial(_one_of_both, offers))
        _undo([person], *offers)


def _one_of_both(offers: Sequence[Offer], answers: list[Answer]) -> Verdict:
    won, wrong = _winners(answers, others_read="clash")
    states = {offer.id: offer.state for offer in Offer.objects.filter(id__in=[offer.id for offer in offers])}
    expected = [OfferState.ACCEPTED if answer.done else OfferState.ASKED for answer in answers]
    if [states[offer.id] for offer in offers] != expected:
        wrong.append(f"the answers are stored as {sorted(states.values())}")
    return Verdict(f"place {won}", wrong)


def _assign(count: int) -> Iterator[Round]:
    """Two coordinators give one place to different people; who got it is let go after each round."""
    cast = Cast.made(2)
    day, people = cast.day(0), cast.people
    for _ in range(count):
        path, who = f"/shifts/{day.shift.id}/assign", zip(cast.team, people, strict=True)
        asks = [someone.asks(path, {"interpreter": str(person.row.id)}) for someone, person in who]
        yield Round(asks, partial(_one_assigned, day, people, last_number()))
        release_holder(shift_id=day.shift.id, now=right_now(), actor=day.team.actor)


def _one_assigned(day: Day, people: Sequence[Person], before: int, answers: list[Answer]) -> Verdict:
    """The one who got it hears so once, the other hears nothing, and one coordinator reads why not."""
    won, wrong = _winners(answers, others_read="place_taken")
    lines = told_since(before)
    for place, person in enumerate(people):
        expected = [("offer", "accepted")] if place in won else []
        if (heard := _heard(person, lines)) != expected:
            wrong.append(f"{'who got it' if expected else 'who did not'} heard {heard}")
    if [people[place].row.id for place in won] != [day.shift.holder_id]:
        wrong.append("the place is held by somebody else than was told so")
    return Verdict(f"coordinator {won}", wrong)


RACES = (
    Race(
        "accept50",
        "50 people say yes to one place",
        _accept50,
        one_winner="races/accept50_winners_not_one",
        timed="races/accept50_answered_p50_ms",
    ),
    Race("overlap", "one person says yes to two places that overlap", _overlap, double_bookings="races/overlap_holders"),
    Race(
        "assign_race",
        "two coordinators give one place to different people",
        _assign,
        one_winner="races/assign_race_winners_not_one",
    ),
)
