"""The forty interpreters of the demo world. What is held of them is what their work needs, and no more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from passerelle.domain.load import NO_LIMITS, Limits
from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Theme, Variety

type Papers = tuple[tuple[CredentialKind, int], ...]
"""For each credential, on which day after the next Friday it stops counting."""

WOMAN, MAN = Gender.WOMAN, Gender.MAN
FEES, EXPENSES = PayStatus.FEES, PayStatus.EXPENSES_ONLY
CHECK, TRAINING = CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING
VALID: Papers = ((CHECK, 300), (TRAINING, 420))
FRENCH_CHECK: Papers = ((CHECK, 180), (TRAINING, 240))
ASSESSED: Papers = ((CHECK, 75), (TRAINING, 330))
"""Where no authority can see, the lead's own dated assessment counts as the check, and for a short time."""
CHECK_LAPSED: Papers = ((CHECK, -30), (TRAINING, 150))
CHECK_LAPSES: Papers = ((CHECK, 10), (TRAINING, 200))
"""Between the second of the coming Fridays and the third."""
TRAINING_LAPSES: Papers = ((CHECK, 150), (TRAINING, 3))
NO_VARIETY: tuple[Variety, ...] = ()
CALAIS_AND_REMOTE = (Place.FRANCE, Place.REMOTE)
ANYWHERE = (Place.FRANCE, Place.UK, Place.REMOTE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One of them. Without ``signs_in`` they have no account: the team books them by phone."""

    first_name: str
    gender: Gender
    pay_status: PayStatus
    languages: Mapping[Language, Collection[Variety]]
    phone: str
    family_name: str = ""
    papers: Papers = VALID
    places: Collection[Place] = CALAIS_AND_REMOTE
    signs_in: bool = True
    sets_out_from: str = "Calais centre"
    usually_free: bool | None = None
    """What they said of Fridays."""
    reads: str = ""
    """Of their account, or of the messages to them; empty: what the device asks for."""
    not_themes: tuple[Theme, ...] = ()
    limits: Limits = field(default_factory=lambda: NO_LIMITS)
    latin: str = ""
    """Their first name in Latin letters, where they write it in others."""

    @property
    def key(self) -> str:
        return (self.latin or self.first_name).lower().translate(_PLAIN)


_PLAIN = str.maketrans("êîà", "eia")
L, V = Language, Variety
SUDANESE, LEVANTINE = (V.SUDANESE,), (V.LEVANTINE,)
DUNKIRK, LILLE, BOULOGNE, FOLKESTONE, LONDON = "Dunkirk centre", "Lille", "Boulogne", "Folkestone", "London"


def _plain(*languages: Language) -> dict[Language, tuple[Variety, ...]]:
    return dict.fromkeys(languages, NO_VARIETY)


def _arabic(varieties: tuple[Variety, ...], *others: Language) -> dict[Language, tuple[Variety, ...]]:
    return {L.ARABIC: varieties} | _plain(*others)


def _french(last: int) -> str:
    return f"+33 6 39 98 00 {last:02}"


def _british(last: int) -> str:
    return f"+44 7700 9000{last:02}"


_DARI_PASHTO_FARSI = (
    Speaker("Shirin", WOMAN, FEES, _plain(L.DARI, L.FARSI, L.ENGLISH), _french(1), usually_free=True),
    Speaker("Nasrin", WOMAN, FEES, _plain(L.FARSI, L.DARI, L.FRENCH), _french(2), sets_out_from=LILLE),
    Speaker("Zarmina", WOMAN, EXPENSES, _plain(L.PASHTO, L.DARI), _french(3), signs_in=False, reads="ps"),
    Speaker("Baryal", MAN, FEES, _plain(L.PASHTO), _french(9), sets_out_from=DUNKIRK, usually_free=True, reads="ps"),
    Speaker("زهرا", WOMAN, FEES, _plain(L.DARI, L.PASHTO), _french(13), "رحیمی", reads="prs", latin="Zahra"),
    Speaker("Mursal", WOMAN, EXPENSES, _plain(L.DARI), _french(14), "Ahmadi", CHECK_LAPSED, reads="prs"),
    Speaker("Farhad", MAN, FEES, _plain(L.FARSI, L.ENGLISH), _british(15), places=ANYWHERE, sets_out_from=LONDON),
    Speaker(
        "Parisa", WOMAN, FEES, _plain(L.FARSI, L.FRENCH), _french(16), "Moradi", FRENCH_CHECK, usually_free=True, reads="fa"
    ),
    Speaker("Homayun", MAN, FEES, _plain(L.DARI, L.PASHTO, L.ENGLISH), _british(17), places=ANYWHERE, sets_out_from=FOLKESTONE),
    Speaker("Gulalai", WOMAN, FEES, _plain(L.PASHTO), _french(18), sets_out_from=DUNKIRK, limits=Limits(sessions_a_day=1)),
    Speaker("Wali", MAN, EXPENSES, _plain(L.PASHTO, L.DARI), _french(19), "Stanekzai", ASSESSED, signs_in=False, reads="ps"),
    Speaker("Sangar", MAN, FEES, _plain(L.PASHTO), _french(20), usually_free=True),
)
_ARABIC = (
    Speaker("Amal", WOMAN, FEES, _arabic(SUDANESE, L.ENGLISH), _french(4), usually_free=True),
    Speaker("Samir", MAN, EXPENSES, _arabic(LEVANTINE, L.FRENCH), _french(10), papers=()),
    Speaker(
        "مريم", WOMAN, EXPENSES, _arabic(LEVANTINE, L.FRENCH), _french(21), "الحسن", FRENCH_CHECK, reads="ar", latin="Mariam"
    ),
    Speaker("Huda", WOMAN, FEES, _arabic(SUDANESE), _french(22), reads="ar", limits=Limits(weeks_in_a_row=3)),
    Speaker(
        "Ikram", WOMAN, EXPENSES, _arabic(SUDANESE, L.ENGLISH), _british(23), "Osman", places=ANYWHERE, sets_out_from=LONDON
    ),
    Speaker("Idris", MAN, FEES, _arabic(SUDANESE, L.ENGLISH), _french(24), papers=ASSESSED, not_themes=(Theme.GRIEF,)),
    Speaker("Yousif", MAN, FEES, _arabic((V.SUDANESE, V.LEVANTINE)), _french(25), signs_in=False, sets_out_from=BOULOGNE),
    Speaker("Rania", WOMAN, FEES, _arabic(LEVANTINE, L.ENGLISH, L.FRENCH), _french(26), "Haddad", FRENCH_CHECK, reads="fr"),
    Speaker("Khaled", MAN, FEES, _arabic(LEVANTINE), _french(27), sets_out_from=LILLE, usually_free=False, reads="ar"),
)
_KURDISH = (
    Speaker("Dilnaz", WOMAN, FEES, _plain(L.KURMANJI, L.SORANI), _french(5), usually_free=True),
    Speaker("Rawand", MAN, FEES, _plain(L.SORANI, L.ENGLISH), _british(8), places=ANYWHERE, sets_out_from=FOLKESTONE),
    # The training of the one and the check of another (Yonas) run out between the coming Fridays.
    Speaker("Karwan", MAN, FEES, _plain(L.SORANI, L.FARSI), _british(12), papers=TRAINING_LAPSES, signs_in=False, reads="ckb"),
    Speaker("Hêvî", WOMAN, FEES, _plain(L.KURMANJI, L.FRENCH), _french(28), "Demir", FRENCH_CHECK, reads="fr"),
    Speaker("Rojda", WOMAN, EXPENSES, _plain(L.KURMANJI, L.ENGLISH), _british(29), places=ANYWHERE, sets_out_from=LONDON),
    Speaker("Hiwa", MAN, FEES, _plain(L.SORANI), _french(30), sets_out_from=DUNKIRK, reads="ckb"),
    Speaker("Shilan", WOMAN, FEES, _plain(L.SORANI, L.KURMANJI, L.ENGLISH), _british(31), places=ANYWHERE),
    Speaker("بێستوون", MAN, EXPENSES, _plain(L.SORANI), _french(32), papers=ASSESSED, reads="ckb", latin="Bestun"),
    Speaker("Avin", WOMAN, FEES, _plain(L.SORANI, L.FARSI), _french(33), limits=Limits(consecutive_minutes=120)),
    Speaker("Azad", MAN, FEES, _plain(L.KURMANJI), _french(34), sets_out_from=BOULOGNE, signs_in=False),
)
TSEGA = Speaker("Tsega", WOMAN, FEES, _plain(L.TIGRINYA), _french(39), signs_in=False)
"""She takes no more bookings by now, and what she did stays under her name."""
_HORN = (
    Speaker("Selam", WOMAN, FEES, _plain(L.TIGRINYA, L.AMHARIC), _british(6), places=ANYWHERE, sets_out_from=FOLKESTONE),
    Speaker("Yonas", MAN, EXPENSES, _plain(L.TIGRINYA), _french(11), papers=CHECK_LAPSES),
    Speaker(
        "Senait",
        WOMAN,
        FEES,
        _plain(L.TIGRINYA, L.ENGLISH),
        _british(35),
        places=ANYWHERE,
        sets_out_from=FOLKESTONE,
        reads="ti",
    ),
    Speaker("ሃጎስ", Gender.UNSAID, FEES, _plain(L.TIGRINYA, L.AMHARIC), _french(36), reads="ti", latin="Hagos"),
    Speaker("Bethlehem", WOMAN, EXPENSES, _plain(L.AMHARIC, L.ENGLISH), _french(37), not_themes=(Theme.GRIEF, Theme.SLEEP)),
    Speaker("Dawit", MAN, FEES, _plain(L.AMHARIC, L.TIGRINYA), _french(38), sets_out_from=DUNKIRK),
    TSEGA,
)
_OTHERS = (
    Speaker("Linh", WOMAN, FEES, _plain(L.VIETNAMESE, L.FRENCH), _french(7), "Trần"),
    Speaker("Sacha", Gender.OTHER, EXPENSES, _plain(L.FRENCH, L.ENGLISH), _french(40), "Delattre", (), reads="fr"),
)
SPEAKERS = (*_DARI_PASHTO_FARSI, *_ARABIC, *_KURDISH, *_HORN, *_OTHERS)
VOLUNTEERS = frozenset(speaker.key for speaker in SPEAKERS if speaker.pay_status is EXPENSES)
