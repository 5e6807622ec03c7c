"""One visit a day and place of reckoning; a cancelled one leaves the day free."""

from passerelle.bookings.models import Visit
from passerelle.domain.states.visit import VisitState
from tests.factories.bookings import FRIDAY
from tests.support.constraints import refused_by


def test_a_day_has_one_visit_that_is_not_cancelled(db: None) -> None:
    def another(state: VisitState, zone: str = "Europe/Paris") -> str | None:
        return refused_by(lambda: Visit.objects.create(day=FRIDAY, time_zone=zone, state=state))

    Visit.objects.create(day=FRIDAY, time_zone="Europe/Paris", state=VisitState.CANCELLED)
    assert {another(state) for state in VisitState} == {None}
    Visit.objects.create(day=FRIDAY, time_zone="Europe/Paris")
    found = {state: another(state) for state in VisitState}
    assert found == dict.fromkeys(VisitState, "bookings_one_visit_a_day") | {VisitState.CANCELLED: None}
    assert another(VisitState.PLANNING, zone="Europe/London") is None
