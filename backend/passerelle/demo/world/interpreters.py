"""The dozen interpreters of the demo world. What is held of them is what their work needs, and no more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Variety

type Papers = tuple[tuple[CredentialKind, int], ...]
"""For each credential, on which day after the next Friday it stops counting."""

WOMAN, MAN = Gender.WOMAN, Gender.MAN
FEES, EXPENSES = PayStatus.FEES, PayStatus.EXPENSES_ONLY
CHECK, TRAINING = CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING
VALID: Papers = ((CHECK, 300), (TRAINING, 420))
NO_VARIETY: tuple[Variety, ...] = ()
CALAIS_AND_REMOTE = (Place.FRANCE, Place.REMOTE)
EVERYWHERE = (Place.FRANCE, Place.UK, Place.REMOTE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One of them. Without ``signs_in`` they have no account: the team books them by phone."""

    first_name: str
    gender: Gender
    pay_status: PayStatus
    languages: Mapping[Language, Collection[Variety]]
    phone: str
    papers: Papers = VALID
    places: Collection[Place] = CALAIS_AND_REMOTE
    signs_in: bool = True
    sets_out_from: str = "Calais centre"
    usually_free: bool | None = None
    """What they said of Fridays."""

    @property
    def key(self) -> str:
        return self.first_name.lower()


def _plain(*languages: Language) -> dict[Language, tuple[Variety, ...]]:
    return dict.fromkeys(languages, NO_VARIETY)


L, V = Language, Variety
SPEAKERS = (
    Speaker("Shirin", WOMAN, FEES, _plain(L.DARI, L.FARSI, L.ENGLISH), "+33 6 39 98 00 01", usually_free=True),
    Speaker("Nasrin", WOMAN, FEES, _plain(L.FARSI, L.DARI, L.FRENCH), "+33 6 39 98 00 02", sets_out_from="Lille"),
    Speaker("Zarmina", WOMAN, EXPENSES, _plain(L.PASHTO, L.DARI), "+33 6 39 98 00 03", signs_in=False),
    Speaker("Amal", WOMAN, FEES, {L.ARABIC: (V.SUDANESE,), L.ENGLISH: NO_VARIETY}, "+33 6 39 98 00 04"),
    Speaker("Dilnaz", WOMAN, FEES, _plain(L.KURMANJI, L.SORANI), "+33 6 39 98 00 05"),
    Speaker(
        "Selam", WOMAN, FEES, _plain(L.TIGRINYA, L.AMHARIC), "+44 7700 900006", places=EVERYWHERE, sets_out_from="Folkestone"
    ),
    Speaker("Linh", WOMAN, FEES, _plain(L.VIETNAMESE, L.FRENCH), "+33 6 39 98 00 07"),
    Speaker("Rawand", MAN, FEES, _plain(L.SORANI, L.ENGLISH), "+44 7700 900008", places=EVERYWHERE, sets_out_from="Folkestone"),
    Speaker("Baryal", MAN, FEES, _plain(L.PASHTO), "+33 6 39 98 00 09", sets_out_from="Dunkirk centre", usually_free=True),
    Speaker("Samir", MAN, EXPENSES, {L.ARABIC: (V.LEVANTINE,), L.FRENCH: NO_VARIETY}, "+33 6 39 98 00 10", papers=()),
    # The check of the one and the training of the other run out between the coming Fridays.
    Speaker("Yonas", MAN, EXPENSES, _plain(L.TIGRINYA), "+33 6 39 98 00 11", papers=((CHECK, 10), (TRAINING, 200))),
    Speaker(
        "Karwan", MAN, FEES, _plain(L.SORANI, L.FARSI), "+44 7700 900012", papers=((CHECK, 150), (TRAINING, 3)), signs_in=False
    ),
)
