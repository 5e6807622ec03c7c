"""Draw ``docs/personal-data.md`` from the register, or say whether it is what that says: ``manage.py personal_data --check``.

Either way the register is first compared with the models: a field that nobody registered is named, and nothing is drawn.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from passerelle.common.register import against_models, tables
from passerelle.common.register_page import page

PAGE = Path(__file__).resolve().parents[5] / "docs" / "personal-data.md"


class Command(BaseCommand):
    help = "Draw the page of personal data from the register; with --check only say whether it is up to date."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when the page is not up to date")
        parser.add_argument("--to", type=Path, default=PAGE, help="the page to write or compare")

    def handle(self, *args: Any, check: bool = False, to: Path = PAGE, **options: Any) -> None:
        if wrong := against_models(tables()):
            raise CommandError("\n".join(["The register of personal data is not what the models are:", *wrong]))
        wanted = page(tables())
        if not check:
            to.write_text(wanted)
        elif not to.is_file() or to.read_text() != wanted:
            raise CommandError(f"{to.name} is not what the register says. Run `make generate`.")
        self.stdout.write(f"{to.name} shows the register of personal data.")
