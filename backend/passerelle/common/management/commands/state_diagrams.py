"""Draw ``docs/states.md`` from the state tables, or say whether it is what they say: ``manage.py state_diagrams --check``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from passerelle.domain.states.drawing import page

PAGE = Path(__file__).resolve().parents[5] / "docs" / "states.md"


class Command(BaseCommand):
    help = "Draw the state diagrams in docs/ from the tables; with --check only say whether they are up to date."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when the page is not up to date")
        parser.add_argument("--to", type=Path, default=PAGE, help="the page to write or compare")

    def handle(self, *args: Any, check: bool = False, to: Path = PAGE, **options: Any) -> None:
        wanted = page()
        if not check:
            to.write_text(wanted)
        elif not to.is_file() or to.read_text() != wanted:
            raise CommandError(f"{to.name} is not what the state tables say. Run `make generate`.")
        self.stdout.write(f"{to.name} shows the state tables.")
