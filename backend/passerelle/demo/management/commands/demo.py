"""The demo world: ``manage.py demo`` builds it in an empty database, ``--forget`` takes it away."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from passerelle.common.transactions import in_transaction
from passerelle.demo.forgetting import NotADemo, forget_world
from passerelle.demo.people import DEMO_PASSWORD, set_demo_passwords, sign_ins
from passerelle.demo.world.build import build_world


class Command(BaseCommand):
    help = "Build the demo world, if the database is empty, and say how to sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        instead = parser.add_mutually_exclusive_group()
        instead.add_argument("--print-sign-ins", action="store_true", help="only print role, name, e-mail, password, tabbed")
        instead.add_argument("--ready", action="store_true", help="migrate, build, and print the same, in one process")
        instead.add_argument("--forget", action="store_true", help="only forget the demo world; then migrate anew")

    def handle(
        self, *args: Any, print_sign_ins: bool = False, ready: bool = False, forget: bool = False, **options: Any
    ) -> None:
        if not settings.DEMO_MODE:
            raise CommandError("Demo mode is off. Set PASSERELLE_DEMO=1 (never in production) to build the demo world.")
        if forget:
            self._forget()
        elif ready:
            call_command("migrate", verbosity=0, interactive=False)
            in_transaction(_build)
            self._print_sign_ins()
        elif print_sign_ins:
            self._print_sign_ins()
        else:
            self._build()

    def _build(self) -> None:
        built = in_transaction(_build)
        self.stdout.write("The demo world is built." if built else "The database is not empty: it is left as it is.")
        if sign_ins():
            self.stdout.write(f"Everyone of the demo world signs in with the password {DEMO_PASSWORD}")

    def _print_sign_ins(self) -> None:
        for person in sign_ins():
            self.stdout.write(f"{person.role}\t{person.name}\t{person.email}\t{DEMO_PASSWORD}")

    def _forget(self) -> None:
        try:
            forget_world()
        except NotADemo as more:
            raise CommandError(str(more)) from more
        self.stdout.write("The demo world is forgotten.")


def _build() -> bool:
    """World and passwords together: nobody finds the one without the other."""
    built = build_world(now=datetime.now(UTC))
    if built:
        set_demo_passwords()
    return built
