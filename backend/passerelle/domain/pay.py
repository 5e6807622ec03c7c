"""What each side of *paid or volunteer* rules out."""

from passerelle.domain.words import Pay, PayOutcome, PayStatus


def may_be_given(pay: Pay, status: PayStatus) -> bool:
    """An expenses-only person can never be given a fee."""
    return pay is not Pay.PAID or status is PayStatus.FEES


def may_be_missed(pay: Pay) -> bool:
    """A volunteer is never recorded as missing."""
    return pay is not Pay.VOLUNTEER


def may_end_in(outcome: PayOutcome, pay: Pay, *, came: bool) -> bool:
    """Nothing is due to who did not come, and no fee to a volunteer."""
    return outcome is PayOutcome.NONE or (came and (outcome is not PayOutcome.FEE or pay is Pay.PAID))
