"""What a partner asks for: as values, judged whole, written onto a session."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from passerelle.agencies.models import Member
from passerelle.bookings.models import Session, SessionTold
from passerelle.bookings.selectors.acquainted import languages_with
from passerelle.domain.policies.planning import CHOSEN_ANEW, against_times
from passerelle.domain.refusals import Code, Problem, Refusal, problem
from passerelle.domain.text import Label, against_phone, personal_in
from passerelle.domain.words import VARIETIES_OF, Language, Material, Mode, Quality, Room, Situation, Strength, Theme, Variety


@dataclass(frozen=True)
class PeopleNeed:
    """So many people who need one language. ``people`` is a count; nobody is named."""

    language: Language
    people: int
    variety: Variety | None = None


@dataclass(frozen=True, kw_only=True)
class Details:
    """What a session is about and who is there for it: all that may still be written anew once it was sent.

    ``requirements`` hold for every interpreter of the session; ``named_id`` says who ``Quality.NAMED`` speaks of.
    ``staff_present`` are names of staff, never of participants.
    """

    needs: Sequence[PeopleNeed]
    requirements: Mapping[Quality, Strength] = field(default_factory=dict)
    named_id: UUID | None = None
    theme: Theme | None = None
    situations: Sequence[Situation] = ()
    materials: Sequence[Material] = ()
    room: Sequence[Room] = ()
    notes: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    staff_present: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Ask(Details):
    """What a partner asks for. Times carry an offset.

    ``told`` are the agency's members who hear of it; None: those who always do, and whoever asks.
    """

    starts_at: datetime
    ends_at: datetime
    people_expected: int
    mode: Mode = Mode.IN_PERSON
    told: Sequence[UUID] | None = None


OF_WHOM = ("needs", "requirements", "named")
"""For whom, and by whom it is interpreted."""
DETAILS = (
    *OF_WHOM, "theme", "situations", "materials", "room", "notes", "contact_name", "contact_phone", "staff_present",
)  # fmt: skip
FIELDS = ("starts_at", "ends_at", "people_expected", "mode", *DETAILS)


def require_sound(ask: Ask, *, agency_id: UUID, sending: bool, now: datetime, draft: Session | None = None) -> None:
    """Every problem of what was asked, at once. The times of a draft may be any: they are chosen anew before it is sent.

    Texts that stand in ``draft`` already are not judged again.
    """
    found = against_times(ask.starts_at, ask.ends_at, now=now)
    if not sending:
        found = [against for against in found if against.code not in CHOSEN_ANEW]
    found += [*against_whom(ask, agency_id), *against_texts(ask, was=texts_of(draft), today=now.date())]
    if sending:  # a draft is kept with every key that is typed
        found += against_contact(ask.contact_phone)
    if found:
        raise Refusal(*found)


def against_whom(ask: Details, agency_id: UUID) -> list[Problem]:
    """What is wrong with the languages and with what is asked of interpreters."""
    return [*_against_needs(ask), *_against_named(ask, agency_id)]


def _against_needs(ask: Details) -> list[Problem]:
    found = [
        problem(Code.VARIETY_OF_ANOTHER, at=f"needs.{index}.variety")
        for index, need in enumerate(ask.needs)
        if need.variety is not None and need.variety not in VARIETIES_OF.get(need.language, ())
    ]
    if Quality.VARIETY in ask.requirements and not any(need.variety for need in ask.needs):
        found.append(problem(Code.VARIETY_NOT_SAID, at="requirements"))
    return found


def _against_named(ask: Details, agency_id: UUID) -> list[Problem]:
    """Whoever the agency has not worked with is unknown to it, whether they exist or not."""
    if (ask.named_id is None) != (Quality.NAMED not in ask.requirements):
        return [problem(Code.NAMED_MISSING, at="named")]
    if ask.named_id is None:
        return []
    languages = languages_with(agency_id, ask.named_id)
    if not languages:
        return [problem(Code.NAMED_UNKNOWN, at="named")]
    other = ask.needs and not any(need.language in languages for need in ask.needs)
    return [problem(Code.NAMED_OTHER_LANGUAGE, at="named")] if other else []


def texts_of(session: Session | None) -> frozenset[str]:
    """What is typed in a session, as it stands; nothing of one that is not there yet."""
    return frozenset() if session is None else frozenset({session.notes, session.contact_name, *session.staff_present})


def against_texts(ask: Details, *, was: Collection[str], today: date) -> list[Problem]:
    """What is wrong with what was typed. ``was`` is what stood there: nobody touched it, and it is not judged again."""
    names = [Label(f"staff_present.{at}", name) for at, name in enumerate(ask.staff_present)]
    found = [against for name in names for against in (name.against_shape() if name.clean in was else name.against())]
    typed = {"brief.notes": ask.notes, "contact.name": ask.contact_name}
    return found + [
        against for at, text in typed.items() if text not in was for against in personal_in(text, at=at, today=today)
    ]


def against_contact(phone: str) -> list[Problem]:
    """Nothing, or that it is no telephone number: somebody calls it on the day."""
    return against_phone(phone, at="contact.phone") if phone else []


def write(session: Session, ask: Ask) -> None:
    """Everything of ``ask`` onto the row, but who is told. The caller saves."""
    session.starts_at, session.ends_at = ask.starts_at, ask.ends_at
    session.people_expected, session.mode = ask.people_expected, ask.mode
    write_details(session, ask)


def write_details(session: Session, ask: Details) -> None:
    """The details onto the row. The caller saves."""
    session.needs = [{"language": n.language, "variety": n.variety, "people": n.people} for n in ask.needs]
    session.requirements = [{"what": what, "strength": strength} for what, strength in sorted(ask.requirements.items())]
    session.named_id = ask.named_id
    session.theme, session.notes = ask.theme or "", ask.notes
    session.situations, session.materials, session.room = list(ask.situations), list(ask.materials), list(ask.room)
    session.contact_name, session.contact_phone = ask.contact_name, ask.contact_phone
    session.staff_present = [" ".join(name.split()) for name in ask.staff_present]


def choose_told(session: Session, chosen: Sequence[UUID] | None, *, asker_id: UUID | None) -> bool:
    """Set who of the agency hears of ``session``; whether that changed anything. The caller holds the session's lock.

    Refuses who is no active member of the agency.
    """
    members = {member.id: member for member in Member.objects.filter(agency=session.agency_id, active=True)}
    if chosen is None:
        wanted = {m.id for m in members.values() if m.told_by_default or m.user_id == asker_id}
    elif found := [problem(Code.NOT_A_MEMBER, at=f"told.{at}") for at, pk in enumerate(chosen) if pk not in members]:
        raise Refusal(*found)
    else:
        wanted = set(chosen)
    known = set(SessionTold.objects.filter(session=session).values_list("member_id", flat=True))
    SessionTold.objects.filter(session=session, member__in=known - wanted).delete()
    SessionTold.objects.bulk_create(SessionTold(session=session, member_id=pk) for pk in sorted(wanted - known))
    return wanted != known
