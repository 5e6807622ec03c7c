from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "passerelle.journal"
