"""What the marker of a page tells nobody: rows are read by it in ``tests/contract/test_pages.py``."""

from passerelle.common.pages import marker
from passerelle.journal.models import Change


def test_a_marker_is_as_long_wherever_the_journal_is() -> None:
    found = {len(marker(Change, ["number"], [number])) for number in (1, 9, 10, 999_999, 2**63 - 1)}
    assert len(found) == 1
