from typing import Any

from django.core.management.base import BaseCommand

from passerelle.journal.services import begin_epoch


class Command(BaseCommand):
    help = "Run once after the database was restored, before anyone is let in: every screen then fetches everything anew."

    def handle(self, *args: Any, **options: Any) -> None:
        begin_epoch()
        self.stdout.write("Screens start over.")
