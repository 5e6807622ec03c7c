"""The next four Fridays: confirmed with a gap, nearly ready, being asked, just requested."""

from datetime import date, datetime, time, timedelta

from passerelle.availability.services import take_break
from passerelle.bookings.services.answers import withdraw_offer
from passerelle.demo.world.calendar import local
from passerelle.demo.world.friday import Friday, Named
from passerelle.demo.world.past import PAINTING
from passerelle.demo.world.stages import A_MOMENT_AGO, CHANGE_OF_MIND
from passerelle.demo.world.wishes import Brief, Seat
from passerelle.domain.words import (
    Language,
    Material,
    Pay,
    Quality,
    Room,
    Situation,
    Strength,
    Theme,
    TherapistAnswer,
    Variety,
)

L, V = Language, Variety
ASKED, COMES, CANNOT = TherapistAnswer.ASKED, TherapistAnswer.YES, TherapistAnswer.NO
REQUIRED, WISHED = Strength.REQUIRED, Strength.WISHED


def confirmed_with_a_gap(friday: Friday, *, today: date, now: datetime) -> None:
    """Confirmed early. A moment ago the Pashto interpreter could not come: of two on standby the first is asked again.

    One session waits for "confirm the rest", and the lead decided about a check that has lapsed.
    """
    friday.plan(ruth=COMES, tom=COMES, claire=CANNOT)
    friday.free(shirin=True, nasrin=True, amal=True, baryal=True, samir=True, zarmina=False)
    tree = Brief(
        Theme.TREE_OF_LIFE,
        "The third of four. Two toddlers come along.",
        situations=[Situation.CHILDREN_PRESENT, Situation.SOMEONE_NEW],
        materials=[*PAINTING, Material.PLASTICINE],
        room=[Room.TABLES, Room.STEP_FREE],
        staff=["Juliette Carpentier", "Maud Leclerc"],
    )
    friday.meet("women", tree, Seat(L.DARI, 7, "shirin", standby=["nasrin"], ticket=True), Seat(V.SUDANESE, 5, "amal"))
    pashto = Seat(L.PASHTO, 7, "sangar", standby=["baryal", "homayun"])
    friday.meet("youth", Brief(Theme.SLEEP), pashto, Seat(L.TIGRINYA, 4, "hagos"))
    friday.meet("families", Brief(Theme.PLAY, materials=[Material.LEGO]), Seat(L.DARI, 6, by_phone="mursal"))
    friday.override("families", L.DARI, "mursal", "The new check comes next week; a therapist stays in the room all the time.")
    friday.meet("care", Brief(Theme.TEAM_CARE), Seat(L.FRENCH, 6, "samir", ticket=True))
    still = Seat(L.SORANI, 4, silent=["avin"])
    friday.meet("clinic", Brief(), Seat(V.LEVANTINE, 4, "yousif"), still, answer_by=local(today + timedelta(days=1), time(20)))
    friday.confirm()
    left: Named = {"offer_id": friday.offer_id("youth", L.PASHTO, "sangar"), "by": friday.people.interpreter("sangar")}
    friday.do_at(now.replace(second=0, microsecond=0) - A_MOMENT_AGO, withdraw_offer, **left)


def nearly_ready(friday: Friday) -> None:
    """All places but one are taken, one person stands by, and confirming will list a few warnings."""
    friday.plan(ruth=COMES, ines=COMES, claire=CANNOT, deputy="ines")
    friday.free(shirin=True, nasrin=True, amal=True, baryal=True, dilnaz=True, samir=True, zarmina=False)
    trained = {Quality.TRAINING: WISHED}
    women = Brief(Theme.TREE_OF_LIFE, "The third leaf: people who matter to us.", materials=PAINTING)
    dari = Seat(L.DARI, 8, "shirin", standby=["nasrin"], qualities=trained, ticket=True)
    friday.meet("women", women, dari, Seat(V.SUDANESE, 5, "amal"))
    friday.meet("families", Brief(contact=False), Seat(L.KURMANJI, 6, "dilnaz"))
    # The one place still open: one said no, the other has not answered.
    tigrinya = Seat(L.TIGRINYA, 4, no=["selam"], silent=["yonas"], pay=Pay.VOLUNTEER, ticket=True)
    friday.meet("youth", Brief(Theme.SLEEP), Seat(L.PASHTO, 5, "baryal"), tigrinya)
    friday.meet("care", Brief(Theme.TEAM_CARE), Seat(L.FRENCH, 6, "samir", ticket=True))


def being_asked(friday: Friday) -> None:
    """Answers are coming in. What is hard about it:

    two yeses by phone break a hard rule on the day (a check and a training that lapse before it), nobody can be found
    for Vietnamese, somebody is asked for two places at once and has taken one, and a change waits for an answer.
    """
    friday.plan(ruth=COMES, claire=ASKED, patrick=CANNOT, deputy="claire")
    friday.free(shirin=True, zarmina=False, amal=True, rawand=True, khaled=True)
    linh: Named = {"interpreter_id": friday.people.interpreters["linh"], "by": friday.people.interpreter("linh")}
    friday.do(CHANGE_OF_MIND, take_break, until=friday.day + timedelta(weeks=1), **linh)
    women = Brief(Theme.TREE_OF_LIFE, "The last of four: an exhibition for the group.", situations=[Situation.LAST_MEETING])
    farsi = Seat(L.FARSI, 7, silent=["shirin", "nasrin"], ticket=True)
    friday.meet("women", women, farsi, Seat(V.SUDANESE, 4, "amal", ticket=True))
    friday.meet(
        "youth",
        Brief(Theme.PLAY, minutes=60),
        Seat(L.SORANI, 4, silent=["rawand"], by_phone="karwan"),
        Seat(L.PASHTO, 5, silent=["baryal"]),
        Seat(L.TIGRINYA, 3, by_phone="yonas"),
    )
    friday.meet("clinic", Brief(situations=[Situation.COMING_AND_GOING]), Seat(L.SORANI, 5, "rawand"))
    friday.meet("studio", Brief(), Seat(L.VIETNAMESE, 3), Seat(L.DARI, 4, silent=["shirin"]))
    friday.meet("listening", Brief(Theme.GRIEF), Seat(V.LEVANTINE, 5, "khaled", standby=["rania"]))
    friday.propose("youth", "School ends half an hour later now.", starts=time(14, 30), people=11)


def just_requested(friday: Friday) -> None:
    """Requests wait for the team, and one partner is still writing."""
    friday.plan(ruth=ASKED, tom=ASKED)
    friday.free(selam=True, dilnaz=False)
    friday.request("women", Brief(Theme.ARRIVAL), Seat(L.DARI, 6), Seat(L.TIGRINYA, 3))
    friday.request("families", Brief(Theme.PARENTING), Seat(L.SORANI, 8))
    friday.request("listening", Brief(Theme.GRIEF, "A small room, quiet.", room=[Room.QUIET]), Seat(L.AMHARIC, 5))
    woman = {Quality.WOMAN: REQUIRED, Quality.VARIETY: WISHED}
    friday.request("mothers", Brief(Theme.SLEEP, requirements=woman), Seat(V.SUDANESE, 4), Seat(L.TIGRINYA, 3))
    friday.request(
        "evening", Brief(Theme.ARRIVAL, situations=[Situation.FIRST_MEETING]), Seat(L.PASHTO, 4), Seat(L.KURMANJI, 3)
    )
    friday.request("studio", Brief(minutes=90), Seat(L.FARSI, 4), submit=False)
