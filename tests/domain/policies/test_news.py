"""What is news to somebody, by what they said and when."""

from datetime import UTC, datetime, timedelta

import pytest

from passerelle.domain.policies.news import News, Next, Turns, news_for
from passerelle.domain.states.offer import OfferState

ASKED = datetime(2026, 11, 20, 10, tzinfo=UTC)
ANSWERED = ASKED + timedelta(hours=1)
LATER = ASKED + timedelta(days=1)
BEFORE = ASKED - timedelta(days=1)
NONE = Turns()


@pytest.mark.parametrize(
    ("state", "turns", "news"),
    [
        (OfferState.ASKED, NONE, News(False, False, Next.ANSWER)),
        (OfferState.ASKED, Turns(moved_at=BEFORE, mode_changed_at=BEFORE), News(False, False, Next.ANSWER)),
        (OfferState.ASKED, Turns(moved_at=ASKED), News(True, False, Next.ANSWER_AGAIN)),
        (OfferState.ASKED, Turns(moved_at=LATER), News(True, False, Next.ANSWER)),
        (OfferState.ASKED, Turns(mode_changed_at=LATER), News(False, True, Next.ANSWER)),
        (OfferState.ACCEPTED, Turns(mode_changed_at=LATER), News(False, True, Next.YES_STANDS)),
        (OfferState.ACCEPTED, Turns(moved_at=LATER, mode_changed_at=ASKED), News(False, False, Next.YES_STANDS)),
        (OfferState.RESERVE, Turns(mode_changed_at=LATER), News(False, True, Next.STANDBY_STANDS)),
    ],
)
def test_what_is_news_is_what_came_after_the_question_or_the_answer(state: OfferState, turns: Turns, news: News) -> None:
    found = news_for(state, asked_at=ASKED, answered_at=None if state == OfferState.ASKED else ANSWERED, turns=turns)
    assert found == news
    assert bool(found) == (news.new_time or news.new_way)
