"""Many say yes to one place in the same moment: one gets it, every other one reads why not."""

from functools import partial

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services.answers import accept_offer, undo_answer
from tests.factories.people import NOW, a_group_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.races.friday import a_session, a_visit, asked, place_of
from tests.races.invariants import faults
from tests.support.crew import Outcome, a_crew

PEOPLE, ROUNDS = 50, 200

TAKEN = Outcome(status=409, errors=(("place_taken", "Somebody else said yes first. You can be on standby."),))


def test_fifty_people_accept_one_place_and_one_gets_it_every_time(committed_db: None) -> None:
    """The winner undoes, so that everyone can say yes again in the next round."""
    coordinator = someone_of_the_team()
    shift = place_of(a_session(a_group_of(an_agency()), a_visit(by=coordinator), by=coordinator))
    interpreters = [an_interpreter() for _ in range(PEOPLE)]
    offers = asked(shift, interpreters, by=coordinator)
    actors = [acting(interpreter) for interpreter in interpreters]
    yes = [partial(accept_offer, offer_id=o.id, now=NOW, actor=a) for o, a in zip(offers, actors, strict=True)]
    with a_crew(PEOPLE) as crew:
        for _ in range(ROUNDS):
            outcomes = crew.at_once(*yes)
            (winner,) = [place for place, outcome in enumerate(outcomes) if outcome != TAKEN]
            assert outcomes[winner].done == offers[winner]
            assert Shift.objects.get().holder == interpreters[winner]
            assert list(Offer.objects.filter(state="accepted")) == [offers[winner]]
            assert faults() == []
            undo_answer(offer_id=offers[winner].id, now=NOW, actor=actors[winner])
