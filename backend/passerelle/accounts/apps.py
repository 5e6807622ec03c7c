from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccountsConfig(AppConfig):
    name = "passerelle.accounts"

    def ready(self) -> None:
        from passerelle.accounts.sign_ins import on_sign_in  # noqa: PLC0415  (models are there only now)

        user_logged_in.connect(on_sign_in, dispatch_uid="accounts.sign_ins")
