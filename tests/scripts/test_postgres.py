"""The embedded server: it starts whatever happened to it, and says what stands in the way when it cannot."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from scripts import postgres
from scripts.paths import ROOT
from scripts.postgres import Postgres, PostgresFailed
from tests.support.waiting import until

START = "import sys; from pathlib import Path; from scripts.postgres import Postgres; Postgres(Path(sys.argv[1])).start()"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cluster that ran once and was stopped."""
    server = Postgres(tmp_path_factory.mktemp("made") / "data", durable=False)
    server.start()
    server.stop()
    return server.data


@pytest.fixture
def server(made: Path, tmp_path: Path) -> Iterator[Postgres]:
    """A server on a copy of it, not started yet."""
    found = Postgres(Path(shutil.copytree(made, tmp_path / "data")))
    found.data.chmod(0o700)
    yield found
    found.stop()


def ask(server: Postgres, question: str) -> object:
    with psycopg.connect(server.url) as connection:
        row = connection.execute(question).fetchone()
        return row[0] if row else None


def test_it_listens_on_no_port_and_only_we_reach_its_socket(server: Postgres) -> None:
    server.start()
    assert server.process is not None
    listening = psutil.Process(server.process.pid).net_connections(kind="inet")
    assert listening == []
    assert server.socket_folder.stat().st_mode & 0o777 == 0o700
    assert (server.socket_folder / ".s.PGSQL.5432").stat().st_mode & 0o777 == 0o700


def test_it_keeps_what_was_committed_when_it_is_killed(server: Postgres) -> None:
    server.start()
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    assert server.process is not None
    server.process.kill()
    server.process.wait()
    until(lambda: _started(server), what="a start after the kill")
    assert ask(server, "SELECT one FROM kept") == 1


def _started(server: Postgres) -> bool:
    """The killed server's own children may hold the data for a moment longer; the keeper tries again as well."""
    try:
        server.start()
    except PostgresFailed:
        return False
    return True


def test_it_has_the_extension_that_keeps_bookings_apart(server: Postgres) -> None:
    server.start()
    assert ask(server, "SELECT name FROM pg_available_extensions WHERE name = 'btree_gist'") == "btree_gist"


def test_a_cluster_that_was_killed_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    making = subprocess.Popen([sys.executable, "-c", START, str(data)], cwd=ROOT, start_new_session=True)
    until(lambda: any(tmp_path.glob("data*/PG_VERSION")), what="a cluster in the making")
    tree = [psutil.Process(making.pid), *psutil.Process(making.pid).children(recursive=True)]
    for process in tree:
        with suppress(psutil.NoSuchProcess):  # it may have gone with the one before it
            process.kill()
    making.wait()
    psutil.wait_procs(tree)
    server = Postgres(data, durable=False)
    server.start()
    try:
        assert ask(server, "SELECT current_user || '@' || current_database()") == "passerelle@passerelle"
    finally:
        server.stop()


def test_stop_ends_every_process_of_it_and_takes_its_socket_away(server: Postgres) -> None:
    server.start()
    assert server.process is not None
    processes = [psutil.Process(server.process.pid), *psutil.Process(server.process.pid).children(recursive=True)]
    server.stop()
    assert len(processes) > 1
    assert not [process for process in processes if process.is_running()]
    assert not server.socket_folder.exists()


def test_a_start_that_fails_gives_the_servers_last_words(server: Postgres) -> None:
    (server.data / "postgresql.conf").write_text("shared_bufers = 1GB\n")
    with pytest.raises(
        PostgresFailed, match=r'did not start on .*data(.|\n)*unrecognized configuration parameter "shared_bufers"'
    ):
        server.start()
    assert server.process is not None
    assert server.process.poll() is not None


def test_a_temporary_folder_with_too_long_a_name_is_named(
    server: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / ("x" * 90)))
    with pytest.raises(PostgresFailed, match=r"too long for a PostgreSQL socket. Set TMPDIR to a shorter one"):
        server.start()


def test_a_socket_folder_of_somebody_else_is_refused(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = server.data.parent / "theirs"
    elsewhere.mkdir()
    server.socket_folder.symlink_to(elsewhere)
    try:
        with pytest.raises(PostgresFailed, match=r"belongs to somebody else. Remove it, or set TMPDIR"):
            server.start()
    finally:
        server.socket_folder.unlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to step out of being root")
def test_root_without_user_namespaces_is_told_what_to_do(
    server: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = tmp_path / "unshare"
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(PostgresFailed, match=r"allows no user namespace.*Run as an ordinary user, or set DATABASE_URL"):
        server.start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to step out of being root")
def test_root_adds_no_user_to_the_machine_and_changes_no_mode_above_the_data(tmp_path: Path) -> None:
    users, modes = Path("/etc/passwd").read_bytes(), [folder.stat().st_mode for folder in (tmp_path, *tmp_path.parents)]
    with postgres.embedded(tmp_path / "data", durable=False):
        assert Path("/etc/passwd").read_bytes() == users
    assert [folder.stat().st_mode for folder in (tmp_path, *tmp_path.parents)] == modes


def test_ctrl_c_in_the_terminal_does_not_reach_it(server: Postgres) -> None:
    server.start()
    assert server.process is not None
    assert os.getpgid(server.process.pid) != os.getpgid(0)
    assert os.getsid(server.process.pid) != os.getsid(0)
