"""The last six of the past Fridays: one called off, one moved, and a full one at the end."""

from datetime import time, timedelta

from passerelle.bookings.services.answers import undo_answer
from passerelle.demo.world import stages, turns
from passerelle.demo.world.friday import NO_BRIEF, YES, Friday
from passerelle.demo.world.past import CAME, CANNOT, PAINTING
from passerelle.demo.world.turns import Outcome
from passerelle.demo.world.wishes import Brief, Seat
from passerelle.domain.words import (
    CancelReason,
    Language,
    Material,
    Mode,
    Room,
    ShiftOutcome,
    Situation,
    Theme,
    Variety,
)

L, V = Language, Variety


def a_storm(friday: Friday) -> None:
    """No ship left the harbour: the whole day was cancelled before anyone set out."""
    friday.plan(ines=CAME, patrick=CAME)
    friday.meet("women", Brief(Theme.TREE_OF_LIFE), Seat(L.DARI, 6, "nasrin"))
    friday.meet("youth", NO_BRIEF, Seat(L.PASHTO, 5, "wali"), Seat(L.TIGRINYA, 4, "hagos"))
    friday.meet("clinic", NO_BRIEF, Seat(L.SORANI, 4, "bestun"))
    friday.confirm()
    turns.cancel_day(friday, CancelReason.NO_CROSSING, "Storm in the strait: no ship leaves before the afternoon.")


def a_strike_moves_the_day(friday: Friday) -> None:
    """Trains and ships would not go on the Friday: everything went to the Thursday, and everyone was asked again first."""
    friday.plan(ruth=CAME, tom=CAME)
    friday.meet("families", Brief(Theme.PARENTING), Seat(L.KURMANJI, 6, "azad", no=["hevi"]))
    friday.meet("mothers", Brief(Theme.SLEEP), Seat(V.LEVANTINE, 4, "mariam"))
    strike, again = (7, time(9)), (7, time(19))
    eve = friday.day - timedelta(days=1)
    turns.move_day(friday, eve, CancelReason.OTHER, "A strike on the Friday. Same hours on the Thursday.", strike)
    for key in ("ruth", "tom"):
        friday.therapist_says(key, CAME, again)
    friday.answer("families", L.KURMANJI, "azad", YES, again)
    friday.answer("mothers", V.LEVANTINE, "mariam", YES, again)
    friday.confirm((3, time(17)))
    turns.close(friday, "families", "mothers", when=(1, time(18)))


def one_taken_back_and_one_from_afar(friday: Friday) -> None:
    """A partner took a session back at the last moment; one was remote from the start. The team asked for one itself."""
    friday.plan(claire=CAME, ines=CAME)
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.SORANI, 6, "hiwa", standby=["karwan"]))
    afar = Brief(Theme.GRIEF, "By video, from the office.", mode=Mode.REMOTE, room=[Room.QUIET])
    friday.meet("listening", afar, Seat(L.TIGRINYA, 4, "selam", no=["senait"]))
    friday.meet("studio", Brief(materials=PAINTING), Seat(L.FARSI, 5, "avin"))
    friday.request("families", Brief(Theme.PLAY, contact=False), Seat(L.DARI, 5), by="hannah")
    friday.schedule("families", Seat(L.DARI, 5))
    friday.ask("families", L.DARI, "nasrin", "zahra")
    friday.answer("families", L.DARI, "zahra", YES)
    friday.answer("families", L.DARI, "zahra", undo_answer)
    friday.answer("families", L.DARI, "nasrin", YES, (7, time(8, 10)))
    friday.stand_down("families", L.DARI, "zahra", (7, time(9)))
    friday.confirm()
    friday.withdraw("studio", "The hangar is closed that afternoon.", (1, time(15)))
    turns.close(friday, "youth", "listening", "families")


def the_lead_decides(friday: Friday) -> None:
    """A check had lapsed some days before: the safeguarding lead let her come all the same, and said why. Somebody forgot."""
    friday.plan(tom=CAME, patrick=CAME)
    friday.meet("families", Brief(Theme.PARENTING), Seat(L.DARI, 5, by_phone="mursal"))
    friday.override("families", L.DARI, "mursal", "The new check is on its way; a therapist stays in the room all the time.")
    friday.meet("mothers", Brief(Theme.SLEEP, room=[Room.ON_THE_FLOOR]), Seat(V.SUDANESE, 4, "ikram", ticket=True))
    back = Brief(Theme.ARRIVAL, situations=[Situation.SOMEONE_NEW])
    friday.meet("evening", back, Seat(L.SORANI, 5, "rawand"), Seat(L.PASHTO, 3, "homayun"))
    friday.meet("clinic", NO_BRIEF, Seat(V.LEVANTINE, 5, "yousif"))
    friday.confirm()
    let_go: list[Outcome] = [("clinic", V.LEVANTINE, ShiftOutcome.LET_GO)]
    turns.close(friday, "families", "mothers", "evening", "clinic", otherwise=let_go)


def the_team_lets_go(friday: Friday) -> None:
    """The one on standby took over from whom the team let go; one session had no interpreter, since nobody answered."""
    friday.plan(ruth=CAME, claire=CAME)
    women = Brief(Theme.TREE_OF_LIFE, "The first of four on the tree of life.", materials=PAINTING)
    friday.meet("women", women, Seat(L.FARSI, 6, "parisa", standby=["nasrin"]), Seat(V.SUDANESE, 4, "huda"))
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.PASHTO, 6, "sangar", standby=["baryal"]), Seat(L.TIGRINYA, 4, "hagos"))
    turns.let_go(friday, "youth", L.PASHTO)
    friday.answer("youth", L.PASHTO, "baryal", YES, (7, time(7, 30)))
    friday.meet("studio", Brief(materials=[Material.LEGO]), Seat(L.VIETNAMESE, 3, silent=["linh"]))
    friday.meet("care", Brief(Theme.TEAM_CARE), Seat(L.FRENCH, 6, "samir"))
    turns.cancel(friday, "studio", CancelReason.NO_INTERPRETER, "Nobody who speaks Vietnamese is free.", stages.DECIDE)
    friday.confirm()
    turns.close(friday, "women", "youth", "care")


def a_full_one(friday: Friday) -> None:
    """The last one: as it should be. The studio was taken back by its partner."""
    friday.plan(tom=CAME, claire=CAME, ines=CANNOT)
    friday.free(shirin=True, amal=True, rawand=True, nasrin=True, khaled=True)
    women = Brief(Theme.TREE_OF_LIFE, "The second of four on the tree of life.", materials=PAINTING)
    friday.meet("women", women, Seat(L.DARI, 6, "shirin", standby=["nasrin"]), Seat(V.SUDANESE, 4, "amal"))
    friday.meet("families", Brief(Theme.PLAY), Seat(L.SORANI, 7, "rawand"))
    friday.meet("listening", Brief(Theme.GRIEF), Seat(V.LEVANTINE, 5, "khaled"), Seat(L.AMHARIC, 3, "selam"))
    friday.meet("studio", Brief(minutes=90), Seat(L.VIETNAMESE, 3, silent=["linh"]))
    friday.withdraw("studio", "The hangar is closed that afternoon.")
    friday.confirm()
    turns.close(friday, "women", "families", "listening")


LAST_SIX = (
    a_storm,
    a_strike_moves_the_day,
    one_taken_back_and_one_from_afar,
    the_lead_decides,
    the_team_lets_go,
    a_full_one,
)
