"""Stored answers hold what was answered, names too: they go when nobody can be waiting for them any more."""

from datetime import timedelta
from uuid import uuid4

from passerelle.common.idempotency import forget_answers
from passerelle.common.models import StoredAnswer
from passerelle.domain.personal import Kept
from tests.factories.people import NOW


def test_old_answers_are_forgotten_and_others_kept(db: None) -> None:
    for age in (Kept.REPEATS.time, Kept.REPEATS.time - timedelta(seconds=1)):
        stored = StoredAnswer.objects.create(user_id=uuid4(), key=uuid4(), fingerprint=b"-", body=b"{}")
        StoredAnswer.objects.filter(pk=stored.pk).update(at=NOW - age)
    assert forget_answers(now=NOW) == 1
    assert StoredAnswer.objects.get().at == NOW - Kept.REPEATS.time + timedelta(seconds=1)
    assert forget_answers(now=NOW) == 0
