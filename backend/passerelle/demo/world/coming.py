"""Three Fridays to come: nearly ready, being asked, just requested."""

from datetime import datetime, time

from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import PeopleNeed
from passerelle.demo.world.friday import NO, STANDBY, YES, Friday, Wish
from passerelle.domain.words import Language, Pay, Quality, Strength, Theme, TherapistAnswer, Variety

L, V = Language, Variety
PAID, VOLUNTEER = Pay.PAID, Pay.VOLUNTEER
ASKED, COMES = TherapistAnswer.ASKED, TherapistAnswer.YES


def nearly_ready(friday: Friday, *, answer_by: datetime) -> None:
    """All places but one are taken, one person stands by, and confirming will list a few warnings."""
    friday.plan(ruth=COMES, tom=COMES, claire=TherapistAnswer.NO)
    friday.free(shirin=True, nasrin=True, amal=True, baryal=True, dilnaz=True, samir=True, zarmina=False)
    women = [PeopleNeed(L.DARI, 8), PeopleNeed(L.ARABIC, 5, V.SUDANESE)]
    friday.request("women", Wish(time(10), 75, women, Theme.TREE_OF_LIFE, "The third of four. Two toddlers come along."))
    friday.request("families", Wish(time(10, 30), 60, [PeopleNeed(L.KURMANJI, 6)], contact=False))
    friday.request("youth", Wish(time(14), 75, [PeopleNeed(L.PASHTO, 5), PeopleNeed(L.TIGRINYA, 4)], Theme.SLEEP))
    friday.request("care", Wish(time(16), 60, [PeopleNeed(L.FRENCH, 6)], Theme.TEAM_CARE))
    trained = {Quality.TRAINING: Strength.WISHED}
    friday.schedule("women", Place(L.DARI, PAID, qualities=trained, ticket_paid=True), Place(L.ARABIC, PAID, V.SUDANESE))
    friday.schedule("families", Place(L.KURMANJI, PAID))
    friday.schedule("youth", Place(L.PASHTO, PAID), Place(L.TIGRINYA, VOLUNTEER, ticket_paid=True))
    friday.schedule("care", Place(L.FRENCH, VOLUNTEER, ticket_paid=True))
    friday.ask("women", L.DARI, "shirin", "nasrin")
    friday.answer("women", L.DARI, "shirin", YES)
    friday.answer("women", L.DARI, "nasrin", STANDBY)
    friday.ask("women", L.ARABIC, "amal")
    friday.answer("women", L.ARABIC, "amal", YES)
    friday.ask("families", L.KURMANJI, "dilnaz")
    friday.answer("families", L.KURMANJI, "dilnaz", YES)
    friday.ask("youth", L.PASHTO, "baryal")
    friday.answer("youth", L.PASHTO, "baryal", YES)
    # The one place still open: one said no, the other has not answered.
    friday.ask("youth", L.TIGRINYA, "selam", "yonas", answer_by=answer_by)
    friday.answer("youth", L.TIGRINYA, "selam", NO)
    friday.ask("care", L.FRENCH, "samir")
    friday.answer("care", L.FRENCH, "samir", YES)


def being_asked(friday: Friday, *, answer_by: datetime) -> None:
    """Answers are coming in. One yes by phone breaks a hard rule on the day; one change waits for an answer."""
    friday.plan(ruth=COMES, claire=ASKED)
    friday.free(shirin=True, zarmina=False, amal=True, linh=True, rawand=True)
    women = [PeopleNeed(L.FARSI, 7), PeopleNeed(L.ARABIC, 4, V.SUDANESE)]
    friday.request("women", Wish(time(10), 75, women, Theme.TREE_OF_LIFE, "The last of four: an exhibition for the group."))
    friday.request("youth", Wish(time(14), 60, [PeopleNeed(L.SORANI, 4), PeopleNeed(L.PASHTO, 5)], Theme.PLAY))
    friday.request("studio", Wish(time(15, 30), 75, [PeopleNeed(L.VIETNAMESE, 3), PeopleNeed(L.DARI, 4)]))
    friday.schedule("women", Place(L.FARSI, PAID, ticket_paid=True), Place(L.ARABIC, PAID, V.SUDANESE, ticket_paid=True))
    friday.schedule("youth", Place(L.SORANI, PAID), Place(L.PASHTO, PAID))
    friday.schedule("studio", Place(L.VIETNAMESE, PAID), Place(L.DARI, PAID))
    friday.ask("women", L.FARSI, "shirin", "nasrin", answer_by=answer_by)
    friday.ask("women", L.ARABIC, "amal", answer_by=answer_by)
    friday.answer("women", L.ARABIC, "amal", YES)
    friday.ask("youth", L.PASHTO, "baryal", answer_by=answer_by)
    friday.said_yes_by_phone("youth", L.SORANI, "karwan")
    friday.ask("studio", L.VIETNAMESE, "linh", answer_by=answer_by)
    friday.ask("studio", L.DARI, "shirin", answer_by=answer_by)
    friday.propose("youth", starts=time(14, 30), minutes=60, people_expected=11, note="School ends half an hour later now.")


def just_requested(friday: Friday) -> None:
    """Requests wait for the team, and one partner is still writing."""
    friday.plan(ruth=ASKED, tom=ASKED)
    friday.free(selam=True, dilnaz=False)
    friday.request("women", Wish(time(10), 75, [PeopleNeed(L.DARI, 6), PeopleNeed(L.TIGRINYA, 3)], Theme.ARRIVAL))
    friday.request("families", Wish(time(10, 30), 60, [PeopleNeed(L.SORANI, 8)], Theme.PARENTING))
    friday.request("listening", Wish(time(15), 60, [PeopleNeed(L.AMHARIC, 5)], Theme.GRIEF, "A small room, quiet."))
    friday.request("studio", Wish(time(14), 90, [PeopleNeed(L.FARSI, 4)]), submit=False)
