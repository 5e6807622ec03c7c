"""No participant can be identified in what people write, in whatever script they write it."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from passerelle.domain.identifying import Kind, found_in
from passerelle.domain.identifying.harmless import without_harmless
from passerelle.domain.refusals import MESSAGES, Code, Param, Problem, Refusal
from passerelle.domain.text import BEFORE_THE_WORK, Label, against_phone, personal_in, require_labels, require_nothing_personal

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
TODAY = date(2026, 11, 29)


def written(text: str, digits: str) -> str:
    return text.translate(str.maketrans("0123456789", digits))


def found(text: str) -> list[Kind]:
    return found_in(text, today=TODAY)


def test_a_text_is_refused_at_its_field_with_what_was_found_in_it() -> None:
    text = "Amina, born on 3 May 2011, passport P01234567, a@example.org, 06 12 34 56 78"
    codes = [Code.PHONE_IN_TEXT, Code.EMAIL_IN_TEXT, Code.DOCUMENT_IN_TEXT, Code.BIRTH_IN_TEXT]
    assert personal_in(text, at="notes", today=TODAY) == [Problem(code, MESSAGES[code], {}, "notes") for code in codes]


def test_several_texts_are_refused_at_once() -> None:
    texts = {"note": "Ask 06 12 34 56 78", "theme": "Sleep", "reason": "a@example.org"}
    with pytest.raises(Refusal) as refused:
        require_nothing_personal(*texts.items(), today=TODAY)
    told = [(found.code, found.field) for found in refused.value.problems]
    assert told == [(Code.PHONE_IN_TEXT, "note"), (Code.EMAIL_IN_TEXT, "reason")]


@pytest.mark.parametrize("digits", IN_EVERY_SCRIPT.values(), ids=IN_EVERY_SCRIPT)
@pytest.mark.parametrize("text", ["Call {}.", "{}", "هاتف {} من فضلك", "+33 {}"])
def test_a_phone_number_is_refused_in_the_digits_of_any_script(digits: str, text: str) -> None:
    assert found(text.format(written(PHONE, digits))) == [Kind.PHONE]


@pytest.mark.parametrize("digits", IN_EVERY_SCRIPT.values(), ids=IN_EVERY_SCRIPT)
def test_counts_hours_and_dates_are_not_in_the_digits_of_any_script(digits: str) -> None:
    assert found(written("12 people, 8 chairs, room 104, from 10:30 to 11:45 on 27/11/2026.", digits)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0612345678", Kind.PHONE),
        ("06.12.34.56.78", Kind.PHONE),
        ("06/12/34/56/78", Kind.PHONE),
        ("06–12–34–56–78", Kind.PHONE),
        ("06‑12‑34‑56‑78", Kind.PHONE),
        ("06 - 12 - 34 - 56 - 78", Kind.PHONE),
        ("06, 12, 34, 56, 78", Kind.PHONE),
        ("06\u00a012\u00a034\u00a056\u00a078", Kind.PHONE),
        ("06\u200b12\u200b34\u200b56\u200b78", Kind.PHONE),
        ("O6 l2 34 56 78", Kind.PHONE),
        ("+33 (0)6 12 34 56 78", Kind.PHONE),
        ("0044 7700 900123", Kind.PHONE),
        ("(0)20 7946 0958", Kind.PHONE),
        ("tel0612345678", Kind.PHONE),
        ("Whatsapp:+447700900123!", Kind.PHONE),
        ("oh seven seven double oh nine double oh one two three", Kind.PHONE),
        ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", Kind.PHONE),
        ("صفر نهصد و دوازده، سیصد و چهل و پنج، شصت و هفت", Kind.PHONE),
        ("ዜሮ ሸውዓተ ሓደ ክልተ ሰለስተ ኣርባዕተ ሓሙሽተ ሽዱሽተ", Kind.PHONE),
        ("፱፻፲፩ ፳፫ ፵፭ ፷፯", Kind.PHONE),
        ("0፱፩፩፪፫፬፭፮፯", Kind.PHONE),
        ("her card is FR1234567", Kind.DOCUMENT),
        ("AB-123456 in the register of the asylum office", Kind.DOCUMENT),
        ("NI number QQ 12 34 56 C", Kind.DOCUMENT),
        ("1 85 12 75 116 001 42", Kind.DOCUMENT),
        ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", Kind.DOCUMENT),
        ("dossier OFPRA 230712345", Kind.DOCUMENT),
        ("د پاسپورټ شمېره ۱۲۳۴۵۶۷", Kind.DOCUMENT),
        ("የመታወቂያ ቁጥሩ ፩፪፫፬፭፮፯ ነው", Kind.DOCUMENT),
        ("a.b@example.org", Kind.EMAIL),
        ("écrire à Amélie@example.fr.", Kind.EMAIL),
        ("<x@y.zz>", Kind.EMAIL),
        ("a＠example.org", Kind.EMAIL),
        ("amina at gmail dot com", Kind.EMAIL),
        ("amina (arobase) laposte (point) net", Kind.EMAIL),
        ("a m i n a @ g m a i l . c o m", Kind.EMAIL),
        ("amina آت جيميل دوت كوم", Kind.EMAIL),
        ("amina ኣት ጂሜይል ዶት ኮም", Kind.EMAIL),
        ("dossier 54321 est perdu", Kind.DOCUMENT),
        ("passport 54321 lost", Kind.DOCUMENT),
        ("Home Office ref 54321 attached", Kind.DOCUMENT),
        ("BP 9903123456", Kind.PHONE),
        ("12-03-11", Kind.BIRTH),
        ("enfant 07-05-12", Kind.BIRTH),
        ("born on 10 July at 14:00", Kind.BIRTH),
        ("the boy (12/04/2009) comes alone", Kind.BIRTH),
        ("née en mai 2009", Kind.BIRTH),
        ("the baby was born on 12/10/2026", Kind.BIRTH),
        ("متولد ۱۳۸۵/۰۴/۱۲", Kind.BIRTH),
        ("۱۳ ثور ۱۳۸۸", Kind.BIRTH),
        ("مواليد ٣ كانون الثاني ٢٠١٠", Kind.BIRTH),
        ("ግንቦት ፫ ፳፻፩", Kind.BIRTH),
    ],
)
def test_it_is_found_however_it_is_written(text: str, kind: Kind) -> None:
    assert found(text) == [kind]
    assert kind in found(f"Please note: {text}, on 27/11/2026")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Twelve women and their children; the youngest are two.",
        "Room 12, from 10:00 to 11:15, on 27.11.2026 or 2026-12-04, also on 4/12/26.",
        "27.11.2026 10.00",
        "From 27.11.2026-04.12.2026",
        "2026-11-27–2026-12-04",
        "10.30-11.45, 9-12/14-17, 0930-1045",
        "The code is 123456.",
        "@ the door, 3 @ a time",
        "2 560 pounds from 45 supporters in 28 days; a budget of 1 250 000 €",
        "12 rue du Commandant Mouchotte, 62100 Calais; CS 30012, 62102 Calais Cedex",
        "The programme 2026-2027; open again 27/11/2025",
        "۱۴۰۵/۰۹/۰۶ جمعه",
        "ኅዳር ፲፰ ቀን ፳፻፲፱ ዓ.ም ሰዓት ፬፡፴",
        "On ne le fait pas le 27/11/2026",
        "1 2 3 4 5 6 7 8 we count together",
        "Rue du 8 mai 1945, 62100 Calais; rue du 19 mars 1962; Square du 11 novembre 1918",
        "A charity founded on 12 March 1998, here and running since 5 September 2023",
        "association fondée le 3 juin 2016",
        "Fridays 10/07, 17/07, 24/07, 31/07",
        "Absent les 04/09, 11/09 et 18/09",
        "10.07 17.07 24.07",
        "Fridays 04/09 11/09 10:30",
        "Open 9-12 14-17",
        "0900-1230 1400-1800",
        "Ages 5-7 8-10 11-13 14-16",
        "Weeks 02 03 04 05 06 07",
        "saison 2025-2026 2026-2027",
        "Happy birthday 12/07",
        "babies born this year, 10 July at 14:00",
        "Groups 9-10-11, 27-11-26 10:30",
    ],
)
def test_what_tells_nobody_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("04/09 11/09 18/09 06 12 34 56 78", Kind.DOCUMENT),
        ("06 39 12-03-25", Kind.PHONE),
        ("06-12-25 34 56 78", Kind.PHONE),
        ("Weeks 06 12 34 43 21", Kind.PHONE),
        ("rue du 12/04/2009", Kind.BIRTH),
        ("born: Amina, 12 July at 14:00", Kind.BIRTH),
        ("Happy birthday 12/07/2009", Kind.BIRTH),
        ("with us since she was born on 3 May 2009", Kind.BIRTH),
    ],
)
def test_nothing_hides_behind_what_is_excused(text: str, kind: Kind) -> None:
    assert kind in found(text)


def test_how_long_an_amount_may_be_is_bounded() -> None:
    """Else each of its groups is read again from each of them."""
    grouped = " 000" * 4000
    assert without_harmless(f"1{grouped} €").startswith(f"1{grouped[:-32]}")


def test_a_place_is_named_after_any_day_and_tells_all_else() -> None:
    assert Label("address", "12/04/1945, salle du 3 mai 1981", of_a_place=True).against() == []
    told = Label("address", f"born on 3 May 2011, {PHONE}", of_a_place=True).against()
    assert [problem.code for problem in told] == [Code.PHONE_IN_TEXT]


def test_what_stands_there_is_not_judged_again() -> None:
    assert Label("name", f" Ines  {PHONE}", was=f"Ines {PHONE}").against() == []
    assert codes(Label("name", f"Ines {PHONE}", was="Ines")) == [(Code.PHONE_IN_TEXT, "name", {})]


def test_a_day_of_the_work_grows_old() -> None:
    assert found_in("27/11/2026", today=date(2027, 12, 31)) == []
    assert found_in("27/11/2026", today=date(2028, 1, 1)) == [Kind.BIRTH]
    assert [problem.code for problem in Label("name", "Amina 27/11/2023").against()] == [Code.BIRTH_IN_TEXT]
    assert Label("name", f"Since {BEFORE_THE_WORK:%d/%m/%Y}").against() == []


@given(
    digits=st.text(alphabet="0123456789", min_size=8, max_size=14).filter(lambda digits: len(digits) % 2 == 0),
    size=st.sampled_from([1, 2, 14]),
    separator=st.sampled_from([" ", ".", "-", "/", " - ", ")", "_"]),
    script=st.sampled_from(sorted(IN_EVERY_SCRIPT)),
)
def test_eight_digits_in_a_row_never_pass(digits: str, size: int, separator: str, script: str) -> None:
    """Alone, in pairs or one by one; only counting from one number to the next is no number."""
    parts = [digits[at : at + size] for at in range(0, len(digits), size)]
    assume(parts != [str(int(parts[0]) + at) for at in range(len(parts))] or len(parts) == 1)
    assert found(written(separator.join(parts), IN_EVERY_SCRIPT[script])) != []


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No", "Cs"], exclude_characters="@＠﹫<＜﹤")))
def test_a_text_without_digits_and_at_signs_passes_unless_digits_are_spelled(text: str) -> None:
    assert found(text) == []


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
        (Code.PHONE_IN_TEXT, "name", {}),
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
        (Code.PHONE_IN_TEXT, "address"),
    ]


@pytest.mark.parametrize("phone", [PHONE, "+33 (0)3 53 01 00 11", "0353010011", "٠٣٥٣٠١٠٠١١", "112 334"])
def test_a_telephone_number_is_one_however_it_is_grouped(phone: str) -> None:
    assert against_phone(phone, at="phone") == []


@pytest.mark.parametrize("text", ["", "ask Ruth", "12345", "+33 3 53 01 00 11 or Ruth", "++33 353010011"])
def test_what_is_no_telephone_number_is_said(text: str) -> None:
    assert [(found.code, found.field) for found in against_phone(text, at="phone")] == [(Code.PHONE_WRONG, "phone")]
