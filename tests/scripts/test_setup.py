"""``scripts/setup.sh`` finds a Python by trying it, and installs only when something changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.paths import ROOT

TOOLS = ("cat", "cksum", "cut", "rm", "mkdir", "dirname", "sh", "chmod")
BROKEN = "echo 'pyenv: version not installed' >&2; exit 127"
"""What a pyenv shim does that is found by its name and has no such version behind it."""
FITS = f'exec "{sys.executable}" "$@"'
"""Any good Python."""
UV = """
case "$1" in
  --version) echo "uv {version}" ;;
  sync) mkdir -p .venv/bin; echo "$@" >> synced; printf '#!/bin/sh\\n' > .venv/bin/python; chmod +x .venv/bin/python ;;
esac
"""


def pretending(words: str) -> str:
    """A Python that says ``words`` of itself before it runs what follows ``-c``."""
    return f'exec "{sys.executable}" -c "import sys; {words}\n$2"'


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


class Machine:
    """A checkout and a PATH on which only what is put there is found."""

    def __init__(self, folder: Path) -> None:
        self.root, self.path, self.home = folder / "checkout", folder / "bin", folder / "home"
        for name in ("pyproject.toml", "uv.lock", "scripts/setup.sh"):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.root / name)
        self.path.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None
            (self.path / tool).symlink_to(found)
        lines = (ROOT / "scripts/setup.sh").read_text().splitlines()
        self.uv_version = next(line.removeprefix("UV_VERSION=") for line in lines if line.startswith("UV_VERSION="))
        self.uv(self.uv_version)

    def uv(self, version: str) -> None:
        script(self.root / ".uv" / "bin" / "uv", UV.format(version=version))

    def python(self, name: str, text: str) -> str:
        return str(script(self.path / name, text))

    def setup(self) -> subprocess.CompletedProcess[str]:
        env = {"PATH": str(self.path), "HOME": str(self.home)}
        command = [str(self.path / "sh"), str(self.root / "scripts" / "setup.sh")]
        return subprocess.run(command, env=env, cwd="/", capture_output=True, text=True, timeout=60, check=False)

    def synced(self) -> list[str]:
        """The arguments of each ``uv sync`` so far."""
        file = self.root / "synced"
        return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def sync(python: str) -> str:
    return f"sync --quiet --frozen --python {python}"


def test_the_preferred_python_is_taken(machine: Machine) -> None:
    wanted = machine.python("python3.13", FITS)
    machine.python("python3", FITS)
    done = machine.setup()
    assert (done.returncode, done.stdout, done.stderr) == (0, "Installing what uv.lock pins\n", "")
    assert machine.synced() == [sync(wanted)]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(BROKEN, id="a shim with nothing behind it"),
        pytest.param(pretending("sys.version_info = (3, 11, 9)"), id="too old, whatever it is called"),
        pytest.param(pretending("sys.modules['ensurepip'] = None"), id="without what makes environments"),
    ],
)
@pytest.mark.parametrize("name", ["python3.14", "python3.12", "python3", "python"])
def test_a_python_that_does_not_do_is_passed_over(machine: Machine, wrong: str, name: str) -> None:
    machine.python("python3.13", wrong)
    wanted = machine.python(name, FITS)
    assert machine.setup().returncode == 0
    assert machine.synced() == [sync(wanted)]


def test_a_python_that_pyenv_holds_is_found_behind_a_broken_shim(machine: Machine) -> None:
    machine.python("python3", BROKEN)
    script(machine.home / ".pyenv/versions/3.11.2/bin/python", FITS)
    wanted = script(machine.home / ".pyenv/versions/3.13.1/bin/python", FITS)
    assert machine.setup().returncode == 0
    assert machine.synced() == [sync(str(wanted))]


def test_the_preferred_version_is_taken_wherever_it_is(machine: Machine) -> None:
    machine.python("python3.12", FITS)
    script(machine.home / ".pyenv/versions/3.12.9/bin/python", FITS)
    wanted = script(machine.home / ".pyenv/versions/3.13.1/bin/python", FITS)
    assert machine.setup().returncode == 0
    assert machine.synced() == [sync(str(wanted))]


def test_without_any_python_it_says_what_to_install(machine: Machine) -> None:
    machine.python("python3", BROKEN)
    done = machine.setup()
    said = "Passerelle needs Python 3.12 or newer with venv (on Debian: apt-get install python3 python3-venv).\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
    assert machine.synced() == []


def test_a_second_run_does_nothing(machine: Machine) -> None:
    machine.python("python3", FITS)
    machine.setup()
    (machine.path / "python3").unlink()  # it is not even looked for
    done = machine.setup()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(machine.synced()) == 1


@pytest.mark.parametrize("changed", ["pyproject.toml", "uv.lock", "scripts/setup.sh"])
def test_what_it_is_made_from_changes_and_it_is_made_again(machine: Machine, changed: str) -> None:
    machine.python("python3", FITS)
    machine.setup()
    with (machine.root / changed).open("a") as file:
        file.write("# changed\n")
    assert machine.setup().stdout == "Installing what uv.lock pins\n"
    assert len(machine.synced()) == 2


def test_an_environment_whose_python_is_gone_is_made_again(machine: Machine) -> None:
    machine.python("python3", FITS)
    machine.setup()
    script(machine.root / ".venv/bin/python", "exit 127")
    assert machine.setup().returncode == 0
    assert len(machine.synced()) == 2


def test_a_sync_that_fails_is_no_setup(machine: Machine) -> None:
    machine.python("python3", FITS)
    good = (machine.root / ".uv/bin/uv").read_text()
    script(machine.root / ".uv/bin/uv", '[ "$1" = sync ] && { echo "no such package" >&2; exit 2; }\n' + good)
    done = machine.setup()
    assert (done.returncode, done.stderr) == (2, "no such package\n")
    script(machine.root / ".uv/bin/uv", good)
    assert machine.setup().returncode == 0
    assert len(machine.synced()) == 1


@pytest.mark.parametrize("version", [None, "0.1.2"])
def test_without_the_uv_it_wants_it_fetches_that_one(machine: Machine, version: str | None) -> None:
    """A Python that makes an environment whose pip fetches uv: the whole way, without the network."""
    (machine.root / ".uv/bin/uv").unlink()
    if version:
        machine.uv(version)
    fetched = UV.format(version=machine.uv_version)
    pip = f"echo \"$@\" > fetched; cat > .uv/bin/uv <<'END'\n#!/bin/sh\n{fetched}\nEND\nchmod +x .uv/bin/uv"
    venv = f"mkdir -p .uv/bin; cat > .uv/bin/python <<'MADE'\n#!/bin/sh\n{pip}\nMADE\nchmod +x .uv/bin/python"
    python = machine.python("python3", f'if [ "$1" = -m ]; then {venv}\nelse {FITS}\nfi')
    done = machine.setup()
    said = f"Setting up uv {machine.uv_version} with {python}\nInstalling what uv.lock pins\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert (machine.root / "fetched").read_text().split()[-1] == f"uv=={machine.uv_version}"
    assert machine.synced() == [sync(python)]
