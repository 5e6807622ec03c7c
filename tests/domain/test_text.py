"""No participant can be identified in what people write, in whatever script they write it."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from passerelle.domain.refusals import MESSAGES, Code, Param, Problem, Refusal
from passerelle.domain.text import Label, against_phone, contact_in, require_labels

IN_EVERY_SCRIPT = {
    "western": "0123456789",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "devanagari": "०१२३४५६७८९",
    "bengali": "০১২৩৪৫৬৭৮৯",
    "khmer": "០១២៣៤៥៦៧៨៩",
    "fullwidth": "０１２３４５６７８９",
}
PHONE = "06 12 34 56 78"
REFUSED = Problem(Code.CONTACT_IN_TEXT, MESSAGES[Code.CONTACT_IN_TEXT], {}, "notes")


def written(text: str, digits: str) -> str:
    return text.translate(str.maketrans("0123456789", digits))


@pytest.mark.parametrize("digits", IN_EVERY_SCRIPT.values(), ids=IN_EVERY_SCRIPT)
@pytest.mark.parametrize("text", ["Call {}.", "{}", "هاتف {} من فضلك", "+33 {}"])
def test_a_phone_number_is_refused_in_the_digits_of_any_script(digits: str, text: str) -> None:
    assert contact_in(text.format(written(PHONE, digits)), at="notes") == REFUSED


@pytest.mark.parametrize("digits", IN_EVERY_SCRIPT.values(), ids=IN_EVERY_SCRIPT)
def test_counts_hours_and_dates_are_not_in_the_digits_of_any_script(digits: str) -> None:
    assert contact_in(written("12 people, 8 chairs, room 104, from 10:30 to 11:45 on 27/11/2026.", digits), at="notes") is None


@pytest.mark.parametrize(
    "text",
    [
        "0612345678",
        "06.12.34.56.78",
        "06/12/34/56/78",
        "06-12-34-56-78",
        "06–12–34–56–78",
        "06‑12‑34‑56‑78",
        "06\u00a012\u00a034\u00a056\u00a078",
        "06\u200b12\u200b34\u200b56\u200b78",
        "+33 (0)6 12 34 56 78",
        "0044 7700 900123",
        "(0)20 7946 0958",
        "tel0612345678",
        "Whatsapp:+447700900123!",
        "her card is FR1234567",
        "AB 123456 7",
        "foreigner's number 9903012345",
        "1 85 12 75 116 001 42",
    ],
)
def test_a_number_is_refused_however_it_is_written(text: str) -> None:
    assert contact_in(text, at="notes") == REFUSED
    assert contact_in(f"Please ask for it: {text}, on 27/11/2026", at="notes") == REFUSED


@pytest.mark.parametrize("text", ["a.b@example.org", "écrire à Amélie@example.fr.", "<x@y.zz>", "a＠example.org"])
def test_an_address_is_refused(text: str) -> None:
    assert contact_in(f"Write to {text} please", at="notes") == REFUSED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Twelve women and their children; the youngest are two.",
        "Room 12, from 10:00 to 11:15, on 27.11.2026 or 2026-12-04, also on 4/12/26.",
        "27.11.2026 10.00",
        "From 27.11.2026-04.12.2026",
        "2026-11-27–2026-12-04",
        "On 2026-11-27 at 10:00 we are 12.",
        "The code is 123456.",
        "@ the door, 3 @ a time",
        "2 560 pounds from 45 supporters in 28 days",
    ],
)
def test_what_is_no_contact_passes(text: str) -> None:
    assert contact_in(text, at="notes") is None


A_DATE = re.compile(r"\d[./]\d{1,2}[./]\d\d|\d{4}-\d\d-\d\d")
"""What may be read as a date somewhere inside: to tell that from a number is not promised in every case."""


@given(
    digits=st.text(alphabet="0123456789", min_size=7, max_size=15),
    separators=st.lists(st.sampled_from(["", " ", ".", "-", "/"]), min_size=14, max_size=14),
    script=st.sampled_from(sorted(IN_EVERY_SCRIPT)),
)
def test_seven_digits_in_a_row_never_pass_unless_they_are_a_date(digits: str, separators: list[str], script: str) -> None:
    number = "".join(digit + separator for digit, separator in zip(digits[:-1], separators, strict=False)) + digits[-1]
    assume(not A_DATE.search(number))
    assert contact_in(written(number, IN_EVERY_SCRIPT[script]), at="notes") is not None


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No", "Cs"], exclude_characters="@＠﹫")))
def test_a_text_without_digits_and_at_signs_always_passes(text: str) -> None:
    assert contact_in(text, at="notes") is None


def test_label_is_stored_with_single_spaces() -> None:
    assert Label("name", "  Women’s \t art\n table ").clean == "Women’s art table"


def codes(label: Label) -> list[tuple[Code, str | None, dict[str, Param]]]:
    return [(found.code, found.field, found.params) for found in label.against()]


def test_label_is_neither_empty_nor_too_long_nor_a_contact() -> None:
    assert codes(Label("name", "x" * 120)) == []
    assert codes(Label("name", "x" * 121)) == [(Code.TOO_LONG, "name", {"most": "120"})]
    assert codes(Label("name", " \n ")) == [(Code.EMPTY, "name", {})]
    assert codes(Label("name", "", may_be_empty=True)) == []
    assert codes(Label("name", f"Ines {PHONE}", most=10)) == [
        (Code.TOO_LONG, "name", {"most": "10"}),
        (Code.CONTACT_IN_TEXT, "name", {}),
    ]


def test_label_shape_says_nothing_of_contacts() -> None:
    assert Label("phone", PHONE, most=32).against_shape() == []


def test_require_labels_cleans_all_or_refuses_with_every_problem_of_all() -> None:
    assert require_labels(Label("name", " a  b "), Label("area", "c")) == ["a b", "c"]
    with pytest.raises(Refusal) as refused:
        require_labels(Label("name", ""), Label("area", "c"), Label("address", PHONE, most=3))
    assert [(found.code, found.field) for found in refused.value.problems] == [
        (Code.EMPTY, "name"),
        (Code.TOO_LONG, "address"),
        (Code.CONTACT_IN_TEXT, "address"),
    ]


@pytest.mark.parametrize("phone", [PHONE, "+33 (0)3 53 01 00 11", "0353010011", "٠٣٥٣٠١٠٠١١", "112 334"])
def test_a_telephone_number_is_one_however_it_is_grouped(phone: str) -> None:
    assert against_phone(phone, at="phone") == []


@pytest.mark.parametrize("text", ["", "ask Ruth", "12345", "+33 3 53 01 00 11 or Ruth", "++33 353010011"])
def test_what_is_no_telephone_number_is_said(text: str) -> None:
    assert [(found.code, found.field) for found in against_phone(text, at="phone")] == [(Code.PHONE_WRONG, "phone")]
