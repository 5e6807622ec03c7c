"""What an interpreter types of herself while the team edits her: nothing is taken away, and nothing is overwritten unseen."""

from django.utils import timezone
from playwright.sync_api import Locator, expect

from passerelle.bookings.services.person import edit_interpreter
from passerelle.demo.world.cast import mail
from passerelle.domain.words import Gender, Language, PayStatus, Place
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile
from tests.e2e.desk import coordinator
from tests.e2e.windows import Opener, Window, loaded_once

MEANWHILE = "The team changed something here meanwhile. Look at it again, then save."


def _own() -> Interpreter:
    return Interpreter.objects.get(user__email=mail("shirin"))


def _the_team_edits_her(*, family_name: str, base_area: str) -> None:
    own = _own()
    edited = Profile(
        first_name=own.first_name,
        family_name=family_name,
        languages={Language(skill.language): [] for skill in own.languages.all()},
        places=[Place.FRANCE],
        pay_status=PayStatus(own.pay_status),
        gender=Gender(own.gender),
        phone=own.phone,
        base_area=base_area,
    )
    edit_interpreter(
        interpreter_id=own.id, version=own.version, profile=edited, active=True, now=timezone.now(), actor=coordinator()
    )


def _grief(window: Window) -> Locator:
    return window.page.get_by_label(window.words("Grief and loss"))


def _top(heading: Locator) -> float:
    """How far down the page it stands, in CSS pixels."""
    expect(heading).to_be_visible()
    top: float = heading.evaluate("(one) => one.getBoundingClientRect().top + window.scrollY")
    return top


def test_saving_says_so_and_moves_nothing_from_under_a_thumb(open_window: Opener) -> None:
    interpreter = open_window("interpreter")
    interpreter.go("About me")
    _grief(interpreter).check()
    before = _top(interpreter.heading("Not this pairing"))
    interpreter.button("Save").click()
    expect(interpreter.page.get_by_role("status").get_by_text("Saved.")).to_be_visible()
    assert _top(interpreter.heading("Not this pairing")) == before
    assert _own().not_themes == ["grief"]


def test_what_is_typed_stays_and_is_compared_with_what_the_team_wrote_meanwhile(open_window: Opener) -> None:
    interpreter = open_window("interpreter")
    interpreter.go("About me")
    _grief(interpreter).check()
    with loaded_once(interpreter):
        _the_team_edits_her(family_name="Farahani", base_area="Lille")
        expect(interpreter.page.get_by_text("Shirin Farahani")).to_be_visible()
        expect(_grief(interpreter)).to_be_checked()
        interpreter.button("Save").click()
        both = interpreter.page.get_by_role("alert").filter(has_text=MEANWHILE)
        expect(both.get_by_role("group", name="I set out from")).to_contain_text("As it is nowLille")
        expect(both.get_by_role("group", name="Themes I do not take")).to_contain_text("What you choseGrief and loss")
        assert (_own().base_area, _own().not_themes) == ("Lille", [])
        interpreter.look("about-me-two")
        interpreter.choose("I set out from", "Lille")
        expect(both.get_by_role("group", name="I set out from")).to_have_count(0)
        interpreter.button("Save").click()
        expect(interpreter.page.get_by_role("status").get_by_text("Saved.")).to_be_visible()
        expect(both).to_have_count(0)
    assert (_own().base_area, _own().not_themes) == ("Lille", ["grief"])


def test_what_the_team_wrote_can_be_left_as_it_is(open_window: Opener) -> None:
    interpreter = open_window("interpreter", "ar")
    interpreter.go("About me")
    _grief(interpreter).check()
    _the_team_edits_her(family_name="Farahani", base_area="Lille")
    expect(interpreter.page.get_by_text("Shirin Farahani")).to_be_visible()
    interpreter.button("Save").click()
    expect(interpreter.button("Leave it as it is now")).to_be_visible()
    interpreter.look("about-me-two-ar")
    interpreter.button("Leave it as it is now").click()
    expect(_grief(interpreter)).not_to_be_checked()
    expect(interpreter.field("I set out from")).to_have_value("Lille")
    assert (_own().base_area, _own().not_themes) == ("Lille", [])
