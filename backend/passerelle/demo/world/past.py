"""The first six of the past Fridays, each with something that did not go as planned."""

from datetime import time

from passerelle.bookings.services.answers import withdraw_offer
from passerelle.demo.world import turns
from passerelle.demo.world.friday import NO_BRIEF, YES, Friday
from passerelle.demo.world.stages import EVE
from passerelle.demo.world.turns import Outcome
from passerelle.demo.world.wishes import Brief, Seat
from passerelle.domain.words import (
    CancelReason,
    DeclineReason,
    Language,
    Material,
    Mode,
    Pay,
    Room,
    ShiftOutcome,
    Situation,
    Theme,
    TherapistAnswer,
    Variety,
)

L, V = Language, Variety
CAME, CANNOT = TherapistAnswer.YES, TherapistAnswer.NO
PAINTING = (Material.PAINTS, Material.PAPER)


def a_quiet_start(friday: Friday) -> None:
    """At the families' morning nobody came."""
    friday.plan(ruth=CAME, tom=CAME)
    friday.duty_phone()
    first = Brief(Theme.ARRIVAL, "Paper and paints are there.", situations=[Situation.FIRST_MEETING], materials=PAINTING)
    friday.meet("women", first, Seat(L.FARSI, 5, "nasrin"))
    friday.meet("families", Brief(Theme.PLAY), Seat(L.SORANI, 6, "dilnaz", no=["rawand"]))
    friday.meet("listening", Brief(Theme.ARRIVAL, room=[Room.QUIET]), Seat(L.AMHARIC, 4, "dawit", no=["selam"]))
    friday.meet("youth", Brief(Theme.ARRIVAL), Seat(L.TIGRINYA, 5, "tsega", standby=["hagos"]))
    friday.confirm()
    reason = "The families had been moved the evening before."
    turns.cancel(friday, "families", CancelReason.NOBODY_CAME, reason)
    turns.close(friday, "women", "listening", "youth")


def an_empty_place(friday: Friday) -> None:
    """A place stayed empty with a reason, a request was declined, a yes came by phone."""
    friday.plan(ruth=CAME, claire=CAME, tom=CANNOT)
    boys = Seat(L.TIGRINYA, 3, no=["yonas"], pay=Pay.VOLUNTEER)
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.PASHTO, 6, "baryal"), boys)
    friday.meet("care", Brief(Theme.TEAM_CARE), Seat(L.FRENCH, 7, by_phone="samir"))
    friday.meet("women", Brief(Theme.TREE_OF_LIFE, materials=PAINTING), Seat(L.DARI, 6, "zahra", standby=["shirin"]))
    friday.request("listening", Brief(Theme.GRIEF), Seat(L.AMHARIC, 4))
    friday.decline("listening", DeclineReason.NO_PLACE, "Both therapists are in Calais until the evening. Next Friday?")
    friday.confirm(youth="A volunteer of the partner speaks Tigrinya with the three.")
    turns.close(friday, "women", "youth", "care")


def the_first_evening_in_folkestone(friday: Friday) -> None:
    """On the way home, in another zone: the young people who have crossed."""
    friday.plan(tom=CAME, ines=CAME, patrick=CANNOT)
    friday.meet(
        "women",
        Brief(Theme.TREE_OF_LIFE, "The roots: where we come from.", materials=PAINTING),
        Seat(L.DARI, 6, "shirin", silent=["nasrin"]),
        Seat(V.SUDANESE, 5, "amal"),
    )
    friday.meet("families", Brief(Theme.PLAY, materials=[Material.LEGO]), Seat(L.KURMANJI, 7, "hevi", no=["dilnaz"]))
    friday.meet("studio", NO_BRIEF, Seat(L.FARSI, 5, "farhad", standby=["parisa"]))
    crossed = Brief(Theme.ARRIVAL, "Most have been in Kent for a week.", situations=[Situation.FIRST_MEETING])
    friday.meet("evening", crossed, Seat(L.TIGRINYA, 5, "senait"))
    friday.confirm()
    turns.close(friday, "women", "families", "studio", "evening")


def a_late_no_and_a_reserve(friday: Friday) -> None:
    """The evening before, the Pashto interpreter cannot come: the one on standby says yes within the hour. One did not come."""
    friday.plan(ruth=CAME, patrick=CAME)
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.PASHTO, 7, "sangar", standby=["homayun"], no=["baryal"]))
    friday.meet("families", Brief(Theme.PARENTING), Seat(L.DARI, 6, "mursal"))
    mothers = Brief(Theme.SLEEP, room=[Room.ON_THE_FLOOR, Room.QUIET], situations=[Situation.CHILDREN_PRESENT])
    friday.meet("mothers", mothers, Seat(V.SUDANESE, 4, "huda", no=["amal"]))
    friday.meet("clinic", Brief(situations=[Situation.COMING_AND_GOING]), Seat(L.AMHARIC, 5, "dawit"))
    friday.confirm()
    friday.answer("youth", L.PASHTO, "sangar", withdraw_offer, EVE)
    friday.answer("youth", L.PASHTO, "homayun", YES, (1, time(23, 5)))
    missed: list[Outcome] = [("clinic", L.AMHARIC, ShiftOutcome.MISSED)]
    turns.close(friday, "youth", "families", "mothers", "clinic", otherwise=missed)


def no_crossing(friday: Friday) -> None:
    """The ferry did not go: two sessions were remote, one was led by its partner; everyone heard it once, before six."""
    friday.plan(claire=CAME, ines=CAME, deputy="claire")
    friday.meet("women", Brief(Theme.TREE_OF_LIFE), Seat(V.SUDANESE, 6, "amal"), Seat(L.KURMANJI, 4, "dilnaz"))
    friday.meet("families", Brief(Theme.PLAY), Seat(L.SORANI, 6, "hiwa"))
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.PASHTO, 6, "baryal", silent=["sangar"]))
    friday.confirm()
    turns.cannot_cross(friday, women=Mode.REMOTE, youth=Mode.REMOTE, families=Mode.PARTNER_LED)
    turns.close(friday, "women", "families", "youth", debrief=False)


def more_came_than_were_needed(friday: Friday) -> None:
    """One came and was not needed; one place was dropped before the day."""
    friday.plan(ruth=CAME, tom=CAME, claire=CANNOT)
    friday.meet("women", Brief(Theme.PARENTING), Seat(L.FARSI, 6, "parisa"), Seat(L.KURMANJI, 3, "dilnaz"))
    painted = Brief(Theme.TREE_OF_LIFE, "The big sheets, please.", materials=[*PAINTING, Material.PLASTICINE])
    friday.meet("studio", painted, Seat(L.VIETNAMESE, 3, "linh"), Seat(L.DARI, 4, "homayun"))
    friday.meet("listening", Brief(Theme.GRIEF, room=[Room.CIRCLE]), Seat(V.LEVANTINE, 5, "rania"))
    friday.meet("care", Brief(Theme.TEAM_CARE), Seat(L.FRENCH, 8, "sacha", no=["samir"]))
    turns.not_needed(friday, "studio", L.DARI)
    friday.confirm()
    not_needed: list[Outcome] = [("women", L.KURMANJI, ShiftOutcome.CAME_NOT_NEEDED)]
    turns.close(friday, "women", "studio", "listening", "care", otherwise=not_needed)


FIRST_SIX = (
    a_quiet_start,
    an_empty_place,
    the_first_evening_in_folkestone,
    a_late_no_and_a_reserve,
    no_crossing,
    more_came_than_were_needed,
)
