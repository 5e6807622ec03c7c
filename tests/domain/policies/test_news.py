"""What is news to somebody, by what they said and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from passerelle.domain.policies.news import Move, New, News, Next, Turns, new_to_partner, news_for
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.time import Span

ASKED = datetime(2026, 11, 20, 10, tzinfo=UTC)
ANSWERED = ASKED + timedelta(hours=1)
LATER = ASKED + timedelta(days=1)
BEFORE = ASKED - timedelta(days=1)
NONE = Turns()


@pytest.mark.parametrize(
    ("state", "turns", "news"),
    [
        (OfferState.ASKED, NONE, News(New(), Next.ANSWER)),
        (OfferState.ASKED, Turns(moved_at=BEFORE, mode_changed_at=BEFORE), News(New(), Next.ANSWER)),
        (OfferState.ASKED, Turns(moved_at=ASKED), News(New(time=True), Next.ANSWER_AGAIN)),
        (OfferState.ASKED, Turns(moved_at=LATER), News(New(time=True), Next.ANSWER)),
        (OfferState.ASKED, Turns(mode_changed_at=LATER), News(New(way=True), Next.ANSWER)),
        (OfferState.ACCEPTED, Turns(mode_changed_at=LATER), News(New(way=True), Next.YES_STANDS)),
        (OfferState.ACCEPTED, Turns(moved_at=LATER, mode_changed_at=ASKED), News(New(), Next.YES_STANDS)),
        (OfferState.RESERVE, Turns(mode_changed_at=LATER), News(New(way=True), Next.STANDBY_STANDS)),
    ],
)
def test_what_is_news_is_what_came_after_the_question_or_the_answer(state: OfferState, turns: Turns, news: News) -> None:
    found = news_for(state, asked_at=ASKED, answered_at=None if state == OfferState.ASKED else ANSWERED, turns=turns)
    assert found == news
    assert bool(found) == (news.new.time or news.new.way)


ONE, OTHER = (Span(LATER + timedelta(hours=n), LATER + timedelta(hours=n + 1)) for n in (1, 5))
TWICE = Turns(moved_at=LATER, moves=(Move(BEFORE, OTHER), Move(ANSWERED, ONE), Move(LATER, OTHER)))


def test_it_was_when_they_were_asked_for_it_and_not_when_it_was_in_between() -> None:
    """Of the moves since, the first says when that was; one before the question is nothing to them."""
    assert news_for(OfferState.ASKED, asked_at=ASKED, answered_at=None, turns=TWICE) == News(
        New(time=True, was=ONE), Next.ANSWER
    )
    again = News(New(time=True, was=OTHER), Next.ANSWER_AGAIN)
    assert news_for(OfferState.ASKED, asked_at=LATER, answered_at=None, turns=TWICE) == again


@pytest.mark.parametrize(
    ("state", "turns", "new"),
    [
        (SessionState.SCHEDULED, NONE, New()),
        (SessionState.SCHEDULED, Turns(moved_at=BEFORE, mode_changed_at=BEFORE), New()),
        (SessionState.SCHEDULED, TWICE, New(time=True, was=ONE)),
        (SessionState.SCHEDULED, Turns(mode_changed_at=LATER), New(way=True)),
        (SessionState.SCHEDULED, replace(TWICE, confirmed_at=LATER - timedelta(hours=1)), New(time=True, was=OTHER)),
        (SessionState.SCHEDULED, replace(TWICE, confirmed_at=LATER + timedelta(hours=1)), New()),
        (SessionState.CONFIRMED, replace(TWICE, confirmed_at=LATER), New()),
        (SessionState.HELD, TWICE, New()),
    ],
)
def test_new_to_its_partner_is_what_came_since_they_asked_or_it_was_confirmed(
    state: SessionState, turns: Turns, new: New
) -> None:
    assert new_to_partner(state, requested_at=ASKED, turns=turns) == new
