from collections.abc import Iterator

import pytest

from tests.support import deployed
from tests.support.database import database_url
from tests.support.redis import redis_server
from tests.trials.friday import Friday
from trials.life.cast import Cast


@pytest.fixture(scope="package", autouse=True)
def _redis() -> Iterator[None]:
    """As under ``make trials``, the processes have a Redis."""
    with redis_server() as redis, pytest.MonkeyPatch.context() as patch:
        patch.setenv(deployed.REDIS, redis.url)
        yield


@pytest.fixture(scope="package")
def web(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the web processes as they are deployed, on the test database."""
    with deployed.web(database_url(), tmp_path_factory.mktemp("web") / "log") as port:
        yield port


@pytest.fixture(scope="package")
def weakened_web(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The same, with mechanisms that a request may take away."""
    application = "tests.trials.weakened:application"
    with deployed.web(database_url(), tmp_path_factory.mktemp("weakened") / "log", application=application) as port:
        yield port


@pytest.fixture
def friday(committed_db: None) -> Friday:
    return Friday(Cast.made())
