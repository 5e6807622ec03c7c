"""What each side of *paid or volunteer* rules out."""

from passerelle.domain.words import Pay, PayStatus


def may_be_given(pay: Pay, status: PayStatus) -> bool:
    """An expenses-only person can never be given a fee."""
    return pay is not Pay.PAID or status is PayStatus.FEES


def may_be_missed(pay: Pay) -> bool:
    """A volunteer is never recorded as missing."""
    return pay is not Pay.VOLUNTEER
