"""Three Fridays that were held and closed out, each with something that did not go as planned."""

from datetime import time

from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import PeopleNeed
from passerelle.demo.world.friday import NO, STANDBY, YES, Friday, Wish
from passerelle.domain.words import DeclineReason, Language, Pay, Theme, TherapistAnswer, Variety

L, V = Language, Variety
PAID, VOLUNTEER = Pay.PAID, Pay.VOLUNTEER
CAME, CANNOT = TherapistAnswer.YES, TherapistAnswer.NO


def third_last(friday: Friday) -> None:
    """A quiet start; at the families' morning nobody came."""
    friday.plan(ruth=CAME, tom=CAME)
    friday.request("women", Wish(time(10), 75, [PeopleNeed(L.FARSI, 5)], Theme.ARRIVAL, "Paper and paints are there."))
    friday.request("families", Wish(time(14), 60, [PeopleNeed(L.SORANI, 6)], Theme.PLAY))
    friday.schedule("women", Place(L.FARSI, PAID))
    friday.schedule("families", Place(L.SORANI, PAID))
    friday.ask("women", L.FARSI, "nasrin")
    friday.answer("women", L.FARSI, "nasrin", YES)
    friday.ask("families", L.SORANI, "rawand", "dilnaz")
    friday.answer("families", L.SORANI, "dilnaz", YES)
    friday.answer("families", L.SORANI, "rawand", NO)
    friday.confirm()
    friday.nobody_came("families", "The families had been moved the evening before.")
    friday.close("women")


def second_last(friday: Friday) -> None:
    """A place stayed empty with a reason, a request was declined, a yes came by phone."""
    friday.plan(ruth=CAME, claire=CAME, tom=CANNOT)
    friday.request("youth", Wish(time(14), 75, [PeopleNeed(L.PASHTO, 6), PeopleNeed(L.TIGRINYA, 3)], Theme.SLEEP))
    friday.request("care", Wish(time(16, 30), 60, [PeopleNeed(L.FRENCH, 7)], Theme.TEAM_CARE))
    friday.request("listening", Wish(time(16), 60, [PeopleNeed(L.AMHARIC, 4)], Theme.GRIEF))
    friday.schedule("youth", Place(L.PASHTO, PAID), Place(L.TIGRINYA, VOLUNTEER))
    friday.schedule("care", Place(L.FRENCH, VOLUNTEER))
    friday.decline("listening", DeclineReason.NO_PLACE, "Both therapists are in Calais until the evening. Next Friday?")
    friday.ask("youth", L.PASHTO, "baryal")
    friday.answer("youth", L.PASHTO, "baryal", YES)
    friday.ask("youth", L.TIGRINYA, "yonas")
    friday.answer("youth", L.TIGRINYA, "yonas", NO)
    friday.said_yes_by_phone("care", L.FRENCH, "samir")
    friday.confirm(youth="A volunteer of the partner speaks Tigrinya with the three.")
    friday.close("youth", "care")


def last(friday: Friday) -> None:
    """A full Friday; the studio was taken back by its partner."""
    friday.plan(tom=CAME, claire=CAME)
    friday.free(shirin=True, amal=True, rawand=True, nasrin=True)
    women = [PeopleNeed(L.DARI, 6), PeopleNeed(L.ARABIC, 4, V.SUDANESE)]
    friday.request("women", Wish(time(10), 75, women, Theme.TREE_OF_LIFE, "The second of four on the tree of life."))
    friday.request("families", Wish(time(10, 30), 60, [PeopleNeed(L.SORANI, 7)], Theme.PLAY))
    friday.request("studio", Wish(time(14), 90, [PeopleNeed(L.VIETNAMESE, 3)]))
    friday.schedule("women", Place(L.DARI, PAID), Place(L.ARABIC, PAID, V.SUDANESE))
    friday.schedule("families", Place(L.SORANI, PAID))
    friday.schedule("studio", Place(L.VIETNAMESE, PAID))
    friday.ask("women", L.DARI, "shirin", "nasrin")
    friday.answer("women", L.DARI, "shirin", YES)
    friday.answer("women", L.DARI, "nasrin", STANDBY)
    friday.ask("women", L.ARABIC, "amal")
    friday.answer("women", L.ARABIC, "amal", YES)
    friday.ask("families", L.SORANI, "rawand")
    friday.answer("families", L.SORANI, "rawand", YES)
    friday.ask("studio", L.VIETNAMESE, "linh")
    friday.withdraw("studio", "The hangar is closed that afternoon.")
    friday.confirm()
    friday.close("women", "families")
