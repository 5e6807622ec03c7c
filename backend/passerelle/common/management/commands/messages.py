"""Bring the message catalogs up to date, or say what they lack: ``manage.py messages [--check]``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from passerelle.common.management.catalogs import Catalogs


class Command(BaseCommand):
    help = "Take the marked messages from the source into the catalogs and compile them; with --check only say what is missing."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        folder = Path(settings.LOCALE_PATHS[0])
        spoken = [code for code, _name in settings.LANGUAGES]
        catalogs = Catalogs(folder.parent, folder, spoken, settings.LANGUAGES_FOR_INTERPRETERS)
        if not check:
            catalogs.update()
        if problems := catalogs.problems():
            raise CommandError("\n".join([*problems, "Run `manage.py messages`, translate what is new, and run it again."]))
        self.stdout.write("Every message has the translations it needs.")
