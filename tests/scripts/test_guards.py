"""Every check of ``make check`` fails when it should, says where, and passes otherwise.

Run for real, in a copy of the tree: each offence alone, and the one check that must see it.
"""

import pytest

from scripts.check import CHECKS
from tests.scripts.offences import OFFENCES, Offence
from tests.scripts.tree import Tree, copy

NAMES = [check.name for check in CHECKS]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return copy(tmp_path_factory.mktemp("guards") / "tree")


def test_every_check_has_an_offence() -> None:
    without = [name for name in NAMES if name not in {offence.check for offence in OFFENCES}]
    assert not without, (
        f"Nothing shows that {without} fail when they should: add an offence for each in tests/scripts/offences.py"
    )


def test_every_offence_is_of_a_check() -> None:
    assert not {offence.check for offence in OFFENCES} - set(NAMES)


def test_every_check_passes_on_the_copy_as_it_is(tree: Tree) -> None:
    done = tree.check()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert [line.split(" (")[0] for line in done.stdout.splitlines() if line.startswith("  ")] == [
        f"  ok   {name}" for name in NAMES
    ]


@pytest.mark.parametrize("offence", OFFENCES, ids=str)
def test_a_check_fails_on_its_offence_and_names_it(tree: Tree, offence: Offence) -> None:
    with tree.changed(*offence.edits):
        done = tree.check(offence.check)
    assert (done.returncode, done.stderr) == (1, f"Failed: {offence.check}\n"), done.stdout + done.stderr
    assert f"  FAIL {offence.check} (" in done.stdout
    missing = [words for words in offence.says if words not in done.stdout]
    assert not missing, f"The check does not say {missing}:\n{done.stdout}"


def test_a_check_says_what_mends_it(tree: Tree) -> None:
    said = {check.name: f"  {check.name}: to mend it: {check.mend}" for check in CHECKS}
    offence = OFFENCES[0]
    with tree.changed(*offence.edits):
        assert said[offence.check] in tree.check(offence.check).stdout.splitlines()


def test_all_checks_run_although_one_fails(tree: Tree) -> None:
    offence = OFFENCES[0]
    with tree.changed(*offence.edits):
        done = tree.check("format", "imports")
    assert [line.split(" (")[0] for line in done.stdout.splitlines() if line.startswith(("  ok", "  FAIL"))] == [
        "  FAIL format",
        "  ok   imports",
    ]
    assert done.returncode == 1


def test_an_unknown_check_is_refused_and_the_known_are_named(tree: Tree) -> None:
    done = tree.check("imprts")
    assert done.returncode == 2
    assert f"no such check: imprts. There are: {', '.join(NAMES)}" in done.stderr
