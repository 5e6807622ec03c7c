"""Links that made an account, or never did: gone, by the clock."""

from datetime import datetime

from django.db.models.functions import Coalesce

from passerelle.common.retention import Forgetting
from passerelle.domain.personal import Kept
from passerelle.interpreters.models import ClaimLink


def forget_links(*, now: datetime) -> int:
    """Delete the links that ended long enough ago: used, withdrawn, or never opened. No screen shows any of them."""
    ended = ClaimLink.objects.alias(ended_at=Coalesce("used_at", "withdrawn_at", "expires_at"))
    deleted, _by_model = ended.filter(ended_at__lte=now - Kept.LINKS.time).delete()
    return deleted


FORGETTING = (Forgetting(Kept.LINKS, ("interpreters.ClaimLink",), forget_links),)
