"""What we change in django-allauth: nobody signs up by themselves, and its mails speak for us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest

from passerelle.accounts.mails import MAILS
from passerelle.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Agencies, interpreters and the team come by invitation; accounts are made by services."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_user_display(self, user: User) -> str:
        return user.name

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
