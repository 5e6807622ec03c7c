"""What is known of people: of whom, what for, by which right, how long, who reads it, and what erasing leaves.

The articles are those of the UK GDPR and of the GDPR, which share their numbers. See ``docs/personal-data.md``.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum


class Whom(StrEnum):
    ANYONE = "everyone with an account"
    INTERPRETER = "interpreters"
    MEMBER = "partners' members"
    TEAM = "the team"
    STAFF = "a partner's staff, named for a day"
    GROUP = "the people of a group, never one of them"


class Purpose(StrEnum):
    SIGN_IN = "that people can sign in, and nobody in their place"
    REACH = "that people hear what concerns them, in a language they read"
    MATCH = "that those are asked whom a session fits"
    SAFE = "that women and children in the groups are safe"
    DAY = "that a session takes place, with what it needs"
    PAY = "that what is owed is paid, and gifts are accounted for"
    TRACE = "that it is known who decided what, and when"
    WATCH = "that it is known who came, who looked at what, and who was refused"
    ONCE = "that what is sent twice is done once"
    TAKE_OVER = "that a spreadsheet is taken over, and can be taken back"


class Basis(StrEnum):
    AGREEMENT = "Art. 6(1)(b), the agreement with the person"
    LAW = "Art. 6(1)(c), a duty in law"
    INTERESTS = "Art. 6(1)(f), a legitimate interest"


class Condition(StrEnum):
    """What has to be met besides, where a field could tell of origin, health or belief (Art. 9) or of offences (Art. 10)."""

    CONSENT = "Art. 9(2)(a), explicit consent"
    CARE = "Art. 9(2)(h), care by people bound to keep silent (UK: DPA 2018, Sch. 1, para. 2)"
    SAFEGUARDING = "Art. 9(2)(g), safeguarding (UK: DPA 2018, Sch. 1, para. 18)"
    CHECKS = "Art. 10, safeguarding (UK: DPA 2018, Sch. 1, para. 18)"


class Reader(StrEnum):
    SELF = "the person"
    WRITER = "who wrote it"
    TEAM = "the team"
    COLLEAGUES = "those of the same partner"
    PARTNER = "the partner of the session"
    INTERPRETERS = "interpreters asked for the session"
    CONFIRMED = "those of the session, once it is confirmed"
    NOBODY = "nobody, the program only"


class Erasing(StrEnum):
    """What becomes of a field when the person it is about is erased."""

    DELETED = "deleted"
    EMPTIED = "emptied"
    NAMELESS = "stays, and leads to no name"
    RUNS_OUT = "goes with its time, which is short"
    NO_ONE = "stays: it is of no one person"


@dataclass(frozen=True, slots=True)
class Span:
    """``time`` counts from the moment that ``words`` name; None: there is no such moment."""

    words: str
    time: timedelta | None = None


class Kept(Enum):
    """How long something is kept. What is deleted by the clock reads its time here, and nowhere else."""

    ACCOUNT = Span("until the person is erased")
    WHILE_USED = Span("as long as the group, the place or the partner is worked with")
    JOURNAL = Span("for good: ids and moments, without contents")
    RECORD = Span("seven years after the session: six from the end of the year of its accounts", timedelta(days=7 * 366))
    ANSWERS = Span("90 days after the session, where it was no yes", timedelta(days=90))
    DAYS = Span("90 days after the day", timedelta(days=90))
    TEXTS = Span("30 days after the session", timedelta(days=30))
    CONTACTS = Span("14 days after the session", timedelta(days=14))
    LINKS = Span("30 days after the link ended", timedelta(days=30))
    SIGN_INS = Span("until it runs out", timedelta())
    TRIES = Span("a day after it stopped counting, which is an hour at most", timedelta(days=1))
    ACCESSES = Span("a year after it happened", timedelta(days=365))
    REPEATS = Span("14 days after the act", timedelta(days=14))
    SHEETS = Span("30 days after it was taken in", timedelta(days=30))
    JOBS = Span("3 days after the work is done", timedelta(days=3))

    @property
    def time(self) -> timedelta:
        """How long after its moment it may be deleted; a ``TypeError`` for what no clock deletes."""
        if self.value.time is None:
            raise TypeError(f"{self.name} has no end: {self.value.words}.")
        return self.value.time


@dataclass(frozen=True, slots=True)
class Personal:
    """What is to be said of a field about people. ``exported``: it is in what the person downloads of themselves."""

    about: Whom
    purpose: Purpose
    basis: Basis
    kept: Kept
    seen_by: frozenset[Reader]
    erasing: Erasing
    exported: bool
    condition: Condition | None = None


class Plain(StrEnum):
    """Why a field is not personal."""

    ROW = "which row it is, in which version"
    THING = "of a day, a place, a group or a partner, and of nobody"
    MACHINE = "the program's own"


type Registered = Personal | Plain


def fields(said: Registered, *names: str) -> dict[str, Registered]:
    """The same said of several fields."""
    return dict.fromkeys(names, said)


def readers(*seen_by: Reader) -> frozenset[Reader]:
    return frozenset(seen_by)
