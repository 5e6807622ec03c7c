"""The four Fridays after those: held another way, called off, being written, and hardly begun."""

from datetime import time

from passerelle.bookings.services import requests
from passerelle.bookings.services.answers import withdraw_offer
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.demo.world import turns
from passerelle.demo.world.coming import ASKED, CANNOT, COMES, WISHED, L, V
from passerelle.demo.world.friday import YES, Friday
from passerelle.demo.world.past import PAINTING
from passerelle.demo.world.wishes import Brief, Seat
from passerelle.domain.words import CancelReason, DeclineReason, Mode, Quality, Theme

_AGREED, _SAID_AGAIN = (8, time(22)), (7, time(8))
"""A change is agreed at once, and who had said yes says it again the next morning."""


def held_another_way(friday: Friday) -> None:
    """One session is remote and one led by its partner; one was moved and its interpreter asked again; two ended early.

    A place for Dari is open to whom it was put, and tells Shirin why it was not put to her: she is not free.
    """
    friday.plan(tom=COMES, patrick=COMES, ines=ASKED)
    friday.free(shirin=False)
    friday.meet("listening", Brief(Theme.GRIEF, mode=Mode.REMOTE), Seat(L.AMHARIC, 4, "dawit"))
    dari = Seat(L.DARI, 3, silent=["zahra"])
    friday.meet("families", Brief(Theme.PLAY, mode=Mode.PARTNER_LED), Seat(L.KURMANJI, 5, "hevi"), dari)
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.SORANI, 5, "shilan", silent=["hiwa"]))
    friday.propose("youth", "The bus comes later in winter.", starts=time(14, 45), people=6)
    friday.do(_AGREED, requests.accept_change, session_id=friday.session_id("youth"), version=friday.version("youth"))
    friday.answer("youth", L.SORANI, "shilan", YES, _SAID_AGAIN)
    friday.meet("mothers", Brief(Theme.SLEEP), Seat(V.LEVANTINE, 4, "rania"))
    friday.withdraw("mothers", "The room is being painted that week.")
    friday.meet("evening", Brief(Theme.ARRIVAL), Seat(L.TIGRINYA, 4, "senait"), Seat(L.PASHTO, 3, "homayun"))
    friday.answer("evening", L.PASHTO, "homayun", withdraw_offer, (7, time(12)))
    friday.request("clinic", Brief(), Seat(L.SORANI, 4))
    friday.decline("clinic", DeclineReason.NO_INTERPRETER, "All who speak Sorani are at the circle that afternoon.")


def called_off(friday: Friday) -> None:
    """The team is away: everyone is told early."""
    friday.plan(claire=CANNOT, ruth=CANNOT, tom=ASKED)
    friday.meet("women", Brief(Theme.TREE_OF_LIFE), Seat(L.FARSI, 6, "parisa"))
    friday.meet("families", Brief(Theme.PARENTING), Seat(L.SORANI, 6, "dilnaz", silent=["hiwa"]))
    note = "The whole team is at a training that day. The partners have materials for a session of their own."
    turns.cancel_day(friday, CancelReason.OTHER, note, _AGREED)


def being_written(friday: Friday) -> None:
    """One long request waits, two are drafts. Somebody does not want to work with a group any more, and nobody is told why."""
    friday.plan(ines=ASKED, patrick=ASKED)
    friday.free(huda=False, khaled=True, mariam=True)
    woman = {Quality.WOMAN: WISHED}
    friday.request("families", Brief(Theme.PLAY, minutes=120, requirements=woman), Seat(V.LEVANTINE, 9), Seat(L.KURMANJI, 4))
    friday.request("care", Brief(Theme.TEAM_CARE), Seat(L.FRENCH, 8), submit=False)
    friday.request("youth", Brief(), Seat(L.PASHTO, 6), submit=False)
    friday.request("studio", Brief(materials=PAINTING), Seat(L.DARI, 4), Seat(L.FARSI, 3))
    group_id, by = friday.people.groups["families"], friday.people.interpreter("rawand")
    friday.do((16, time(21)), rule_out_pairing, group_id=group_id, by=by)


def hardly_begun(friday: Friday) -> None:
    """The team has only said that it means to go."""
    friday.plan(claire=ASKED, tom=ASKED)
