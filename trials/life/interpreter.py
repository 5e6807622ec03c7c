"""What interpreters answer by themselves, and what the team records for someone on the phone."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from passerelle.bookings.services import answers
from passerelle.domain.roles import Actor
from trials.life.life import Life, Service
from trials.life.playing import WHICH, Playing, pick
from trials.life.step import Row

BY_PHONE = st.booleans()
LIVE, HELD = ("open", "taken", "confirmed"), ("taken", "confirmed")
CAN_STILL_ANSWER, SAID_YES = ("asked", "declined", "lapsed"), ("accepted", "reserve")


def _answers(life: Life, states: tuple[str, ...], places: tuple[str, ...]) -> list[Row]:
    """Those in one of ``states``, about a place in one of ``places``."""
    about = {row["id"] for row in life.some("shift", *places)}
    return [row for row in life.some("offer", *states) if row["shift_id"] in about]


def _are_there(states: tuple[str, ...], places: tuple[str, ...] = LIVE) -> Callable[[Any], bool]:
    return lambda self: bool(_answers(self.life, states, places))


class Interpreters(Playing):
    def _answer(
        self, service: Service, which: int, by_phone: bool, states: tuple[str, ...], places: tuple[str, ...] = LIVE
    ) -> None:
        offer = pick(_answers(self.life, states, places), which)
        actor = None if by_phone else self.life.actor_of(offer)
        self.life.act(service, actor or self.cast.coordinator, offer_id=offer["id"])

    @precondition(_are_there(CAN_STILL_ANSWER))
    @rule(which=WHICH, by_phone=BY_PHONE)
    def say_yes(self, which: int, by_phone: bool) -> None:
        self._answer(answers.accept_offer, which, by_phone, CAN_STILL_ANSWER)

    @precondition(_are_there(("asked",), ("open",)))
    @rule(which=WHICH)
    def tap_yes(self, which: int) -> None:
        """Once more: most of what happens afterwards needs somebody's yes."""
        self._answer(answers.accept_offer, which, False, ("asked",), ("open",))

    @precondition(_are_there(CAN_STILL_ANSWER, HELD))
    @rule(which=WHICH, by_phone=BY_PHONE)
    def stand_by(self, which: int, by_phone: bool) -> None:
        self._answer(answers.stand_by_offer, which, by_phone, CAN_STILL_ANSWER, HELD)

    @precondition(_are_there(("asked",)))
    @rule(which=WHICH, by_phone=BY_PHONE)
    def say_no(self, which: int, by_phone: bool) -> None:
        self._answer(answers.decline_offer, which, by_phone, ("asked",))

    @precondition(lambda self: bool(self.can_be_taken_back()))
    @rule(which=WHICH)
    def take_an_answer_back(self, which: int) -> None:
        """By themselves alone."""
        offer, actor = pick(self.can_be_taken_back(), which)
        self.life.act(answers.undo_answer, actor, offer_id=offer["id"])

    def can_be_taken_back(self) -> list[tuple[Row, Actor]]:
        answers = _answers(self.life, (*SAID_YES, "declined"), LIVE)
        return [(offer, actor) for offer in answers if (actor := self.life.actor_of(offer)) is not None]

    @precondition(_are_there(SAID_YES))
    @rule(which=WHICH, by_phone=BY_PHONE)
    def cannot_come_after_all(self, which: int, by_phone: bool) -> None:
        self._answer(answers.withdraw_offer, which, by_phone, SAID_YES)
