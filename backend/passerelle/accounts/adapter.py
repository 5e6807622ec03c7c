"""What we change in django-allauth: nobody signs up by themselves, its mails speak for us, and too often is 429."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from passerelle.accounts import events
from passerelle.accounts.mails import MAILS
from passerelle.accounts.models import User
from passerelle.common.accesses import note_sign_in, write
from passerelle.common.transactions import in_transaction
from passerelle.domain.accesses import AccessKind
from passerelle.domain.roles import Actor

CODE_STAGES = {"allauth.account.stages.LoginByCodeStage": "passerelle.accounts.stages.CodeStage"}
"""Ours in place of theirs."""


def too_often() -> ImmediateHttpResponse:
    """Raised where a limit is reached; ``accounts.limits`` puts it in words."""
    return ImmediateHttpResponse(HttpResponse(status=429))


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Agencies, interpreters and the team come by invitation; accounts are made by services."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_user_display(self, user: User) -> str:
        return user.name

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """That it was too often is no error of a field."""
        if code == "too_many_login_attempts":
            raise too_often()
        found: ValidationError = super().validation_error(code, *args)
        return found

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Of the account alone. Theirs holds the ``Host`` too, as it was sent: with another port it was another key."""
        return str(credentials.get("email", "")).lower()

    def get_login_stages(self) -> list[str]:
        return [CODE_STAGES.get(path, path) for path in super().get_login_stages()]

    def logout(self, request: HttpRequest) -> None:
        """The session ends, and its open sockets with it: they look again at who they are."""
        user_id = request.user.pk

        def end() -> None:
            super(AccountAdapter, self).logout(request)
            if user_id is not None:
                write(AccessKind.SIGNED_OUT, actor_id=user_id, now=timezone.now())
                self._tell(user_id, "signed_out")

        in_transaction(end)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password: asked and written alike, whether there is such an account or none."""
        address = str(credentials.get("email") or "").strip().lower()
        met = User.objects.filter(email=address).values_list("pk", flat=True).first()
        note_sign_in(request, AccessKind.SIGN_IN_FAILED, actor_id=met)

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
