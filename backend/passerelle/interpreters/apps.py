from django.apps import AppConfig


class InterpretersConfig(AppConfig):
    name = "passerelle.interpreters"
