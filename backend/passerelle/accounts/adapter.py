"""What we change in django-allauth: nobody signs up by themselves, and its mails speak for us."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils import timezone

from passerelle.accounts import events
from passerelle.accounts.mails import MAILS
from passerelle.accounts.models import User
from passerelle.common.transactions import in_transaction
from passerelle.domain.roles import Actor


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Agencies, interpreters and the team come by invitation; accounts are made by services."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_user_display(self, user: User) -> str:
        return user.name

    def logout(self, request: HttpRequest) -> None:
        """The session ends, and its open sockets with it: they look again at who they are."""
        user_id = request.user.pk

        def end() -> None:
            super(AccountAdapter, self).logout(request)
            if user_id is not None:
                self._tell(user_id, "signed_out")

        in_transaction(end)

    def set_password(self, user: User, password: str) -> None:
        """Every session of before ends, and its open sockets with it."""

        def change() -> None:
            super(AccountAdapter, self).set_password(user, password)
            self._tell(user.id, "password")

        in_transaction(change)

    def _tell(self, user_id: UUID, kind: str) -> None:
        events.tell([events.me(user_id, kind)], now=timezone.now(), actor=Actor(user_id))

    def format_email_subject(self, subject: str) -> str:
        return str(subject)

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: dict[str, str] | None = None
    ) -> EmailMessage:
        """Ours where we have one; django-allauth's own for what is not offered yet."""
        write = MAILS.get(template_prefix)
        if write is None:
            fallback: EmailMessage = super().render_mail(template_prefix, email, context, headers)
            return fallback
        subject, paragraphs = write(context)
        return EmailMessage(subject, "\n\n".join(paragraphs), self.get_from_email(), [email], headers=headers)
