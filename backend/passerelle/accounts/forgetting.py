"""Sign-ins that ran out, and confirmations of addresses that nobody answered: gone, by the clock."""

from datetime import datetime, timedelta

from allauth.account.app_settings import EMAIL_CONFIRMATION_EXPIRE_DAYS
from allauth.account.models import EmailConfirmation
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from passerelle.common.retention import Forgetting
from passerelle.domain.personal import Kept


def forget_sign_ins(*, now: datetime) -> int:
    """Delete what no longer signs anybody in, and where that was; returns how many."""
    ended, _by_model = Session.objects.filter(expire_date__lte=now - Kept.SIGN_INS.time).delete()
    asked_before = now - Kept.SIGN_INS.time - timedelta(days=EMAIL_CONFIRMATION_EXPIRE_DAYS)
    unanswered, _by_model = QuerySet(EmailConfirmation).filter(created__lte=asked_before).delete()
    return ended + unanswered


FORGETTING = (Forgetting(Kept.SIGN_INS, ("sessions.Session", "accounts.SignIn", "account.EmailConfirmation"), forget_sign_ins),)
