"""Sign-ins that ran out, confirmations that nobody answered, and tries that no longer count: gone, by the clock."""

from datetime import datetime, timedelta

from allauth.account.app_settings import EMAIL_CONFIRMATION_EXPIRE_DAYS
from allauth.account.models import EmailConfirmation
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from passerelle.accounts.models import SharedEntry
from passerelle.common.retention import Forgetting
from passerelle.domain.personal import Kept


def forget_sign_ins(*, now: datetime) -> int:
    """Delete what no longer signs anybody in, and where that was; returns how many."""
    ended, _by_model = Session.objects.filter(expire_date__lte=now - Kept.SIGN_INS.time).delete()
    asked_before = now - Kept.SIGN_INS.time - timedelta(days=EMAIL_CONFIRMATION_EXPIRE_DAYS)
    unanswered, _by_model = QuerySet(EmailConfirmation).filter(created__lte=asked_before).delete()
    return ended + unanswered


def forget_tries(*, now: datetime) -> int:
    over, _by_model = SharedEntry.objects.filter(until__lte=now - Kept.TRIES.time).delete()
    return over


FORGETTING = (
    Forgetting(Kept.SIGN_INS, ("sessions.Session", "accounts.SignIn", "account.EmailConfirmation"), forget_sign_ins),
    Forgetting(Kept.TRIES, ("accounts.SharedEntry",), forget_tries),
)
