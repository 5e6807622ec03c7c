"""Nothing is left out: no service, no address, nobody's rights."""

import pytest

from passerelle.bookings.services.answers import accept_offer
from tests.frames.conftest import Stage
from tests.frames.reading import VISIBLE
from tests.frames.resources import NOT_LIVE, RESOURCES
from tests.frames.routes import read_routes, unread
from tests.frames.scenarios import ALL
from tests.frames.services import NOT_ALONE, name_of, services, without_scenario

KNOWN = [*(resource.route for resource in RESOURCES), *NOT_LIVE]


def test_every_service_has_a_scenario() -> None:
    assert without_scenario(services(), ALL) == []


def test_a_service_without_a_scenario_is_named() -> None:
    others = [scenario for scenario in ALL if scenario.service is not accept_offer]
    (said,) = without_scenario([accept_offer], others)
    assert said.startswith("passerelle.bookings.services.answers.accept_offer has no scenario.")


def test_no_scenario_stands_twice_and_nothing_is_exempt_that_is_gone() -> None:
    assert len({str(scenario) for scenario in ALL}) == len(ALL)
    assert set(NOT_ALONE) <= {name_of(service) for service in services()}


def test_every_address_is_read_or_said_not_to_be() -> None:
    assert unread(read_routes(), KNOWN) == []
    assert set(KNOWN) <= set(read_routes())


def test_an_address_that_is_not_read_is_named() -> None:
    (said,) = set(unread(read_routes(), [route for route in KNOWN if route != "sessions/<uuid:pk>"])) - set(
        unread(read_routes(), KNOWN)
    )
    assert said.startswith("GET /api/v1/sessions/<uuid:pk> is not read.")


def test_what_is_not_fetched_cannot_be_read(stage: Stage) -> None:
    """Neither what a role never reads, nor the things a person may not see."""
    for reader in stage.readers:
        for url in reader.left_out():
            body = reader.get(url)
            assert body is None or body["results"] == [], f"{reader.name} reads {url}"


@pytest.mark.parametrize("kind", VISIBLE)
def test_something_is_hidden_from_someone(stage: Stage, kind: str) -> None:
    """Else the test above could not fail."""
    left_out = {url for reader in stage.readers for url in reader.left_out()}
    assert any(f"/{kind}/" in url for url in left_out)
