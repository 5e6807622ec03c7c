"""The mails of signing in, in our own words: nobody signs up here, and a lock screen tells nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

type Mail = tuple[str, list[str]]
"""The subject and the paragraphs."""


def login_code(context: Mapping[str, Any]) -> Mail:
    """The code somebody asked for."""
    return _("Your code for Passerelle"), [
        _("Here is your code to sign in to Passerelle. Enter it in the window where you asked for it, within a few minutes."),
        str(context["code"]),
        _("If you did not ask for it, you need not do anything."),
    ]


def unknown_account(context: Mapping[str, Any]) -> Mail:
    """Somebody asked for a code with an address that no account has; the screen does not say so, this mail does."""
    asked = _("Somebody asked for a code to sign in to Passerelle with the address %(email)s. No account has this address.")
    return _("Signing in to Passerelle"), [
        asked % {"email": context["email"]},
        _("If it was you, use the address you were invited with, or ask the team to invite you."),
        _("If it was not you, you need not do anything."),
    ]


MAILS: dict[str, Callable[[Mapping[str, Any]], Mail]] = {
    "account/email/login_code": login_code,
    "account/email/unknown_account": unknown_account,
}
"""Our mails by the name django-allauth asks for."""
