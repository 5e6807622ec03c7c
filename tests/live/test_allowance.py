"""How much one client may send: a little on and on, and never much at once, however long it was silent before."""

from passerelle.live.allowance import Allowance
from passerelle.live.protocol import A_SECOND, AT_ONCE

DAY = 86_400.0


def _full() -> Allowance:
    return Allowance(0.0, at_once=AT_ONCE, a_second=A_SECOND)


def test_a_handshake_and_what_a_live_socket_says_are_within_it() -> None:
    allowance = _full()
    assert allowance.spend(AT_ONCE, 0.0)
    assert all(allowance.spend(A_SECOND, float(second)) for second in range(1, 1000))


def test_more_than_that_at_once_is_not() -> None:
    assert not _full().spend(AT_ONCE + 1, 0.0)


def test_nothing_is_saved_up_in_silence() -> None:
    allowance = _full()
    assert allowance.spend(100, 0.0)
    assert not allowance.spend(AT_ONCE + 1, DAY)


def test_who_sends_a_little_too_much_on_and_on_is_noticed() -> None:
    allowance = _full()
    assert not all(allowance.spend(2 * A_SECOND, float(second)) for second in range(1, 1000))


def test_what_is_refused_is_not_taken() -> None:
    allowance = _full()
    assert not allowance.spend(AT_ONCE + 1, 0.0)
    assert allowance.spend(AT_ONCE, 0.0)


def test_it_is_full_again_after_as_long_as_it_takes() -> None:
    allowance = _full()
    assert allowance.is_full(0.0)
    assert allowance.spend(2 * A_SECOND, 0.0)
    assert [allowance.is_full(at) for at in (0.0, 1.9, 2.0, DAY)] == [False, False, True, True]
