"""What is sealed is read by us alone, and whatever else comes in its place is said not to be ours."""

import pytest

from passerelle.common.sealed import seal, unseal


@pytest.mark.parametrize("value", ["", "text", ["2026-11-29", None, 3], {"a": "é"}])
def test_what_was_sealed_is_read_again(value: object) -> None:
    assert unseal(seal(value, purpose="tests"), purpose="tests") == value


def test_the_same_is_never_sealed_the_same_and_always_as_long() -> None:
    sealed = {seal("the same", purpose="tests") for _ in range(100)}
    assert len(sealed) == 100
    assert len({len(one) for one in sealed}) == 1


def test_what_was_sealed_for_something_else_is_not_ours() -> None:
    with pytest.raises(ValueError, match="not sealed here"):
        unseal(seal("value", purpose="tests"), purpose="others")


def test_with_any_character_changed_it_is_not_ours() -> None:
    whole = seal("value", purpose="tests")  # as long as leaves bits in its last character that say nothing
    assert len(whole) % 4
    for place, letter in enumerate(whole):
        other = "A" if letter != "A" else "B"
        with pytest.raises(ValueError, match=r"sealed|decoded"):
            unseal(f"{whole[:place]}{other}{whole[place + 1 :]}", purpose="tests")


@pytest.mark.parametrize("text", ["", "A", "AAAA", "é", "\0", " ", "=", "A" * 39, "A" * 5000, "a.b", "ab\ncd", "💧"])
def test_what_never_was_sealed_is_not_ours(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unseal(text, purpose="tests")
