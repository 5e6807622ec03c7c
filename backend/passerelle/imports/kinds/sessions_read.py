"""What an export says of a session for whoever reads it: its brief, what it needs, why not."""

from collections.abc import Iterable
from datetime import tzinfo

from passerelle.bookings.models import Session
from passerelle.bookings.selectors.sessions import brief_of, proposed_of, reason_of
from passerelle.bookings.shapes.session import ProposedChange
from passerelle.domain.states.session import SessionState
from passerelle.domain.words import (
    CancelReason,
    DeclineReason,
    Language,
    Mode,
    Quality,
    Strength,
    Variety,
)
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary import words_for_reading as read
from passerelle.interpreters.models import Interpreter


def about_session(session: Session, zone: tzinfo, language: str) -> dict[str, str]:
    """``session`` comes with ``named``."""
    brief, proposed = brief_of(session), proposed_of(session)
    return {
        "mode": read.MODE.write(Mode(session.mode), language),
        "needs": worded((_need(line, language) for line in session.needs), language),
        "requirements": qualities(session.requirements, session.named, language),
        "theme": read.THEME.write(brief.theme, language) if brief.theme is not None else "",
        "situations": worded((read.SITUATION.write(word, language) for word in brief.situations), language),
        "materials": worded((read.MATERIAL.write(word, language) for word in brief.materials), language),
        "room": worded((read.ROOM.write(word, language) for word in brief.room), language),
        "notes": brief.notes,
        "contact": listed([session.contact_name, session.contact_phone]),
        "staff": listed(session.staff_present),
        "proposed": _proposed(proposed, zone) if proposed is not None else "",
        "gap_reason": session.gap_reason,
        "reason": _reason(session, language),
        "debrief": words.yes_or_no(session.debrief_offered, language) if session.debrief_offered is not None else "",
    }


def listed(texts: Iterable[str]) -> str:
    return "; ".join(filter(None, texts))


_FROM_THE_RIGHT = "\u200f"
"""Said first, the text is laid out from the right although a name in Latin letters begins it."""


def worded(texts: Iterable[str], language: str) -> str:
    """The same of texts with words of ``language`` in them, beside names in any letters: in the order they are read in."""
    found = [text for text in texts if text]
    if language != "ar":
        return listed(found)
    return _FROM_THE_RIGHT + "؛ ".join(found) if found else ""


def spoken(language: Language, variety: str, written: str) -> str:
    """A language, with the variety of it that is asked for."""
    name = words.LANGUAGE.write(language, written)
    return f"{name} ({words.VARIETY.write(Variety(variety), written)})" if variety else name


def qualities(lines: Iterable[dict[str, str]], named: Interpreter | None, language: str) -> str:
    """What is required of, or wished for in, an interpreter; who is meant by name is said by their name."""

    def said(line: dict[str, str]) -> str:
        what, strength = Quality(line["what"]), Strength(line["strength"])
        who = f" ({named.name})" if what is Quality.NAMED and named is not None else ""
        return f"{read.QUALITY.write(what, language)}{who}: {read.STRENGTH.write(strength, language)}"

    return worded((said(line) for line in lines), language)


def _need(line: dict[str, str], language: str) -> str:
    return f"{spoken(Language(line['language']), line.get('variety') or '', language)}: {line['people']}"


def _proposed(change: ProposedChange, zone: tzinfo) -> str:
    starts, ends = change.starts_at.astimezone(zone), change.ends_at.astimezone(zone)
    return listed([f"{starts:%Y-%m-%d %H:%M}–{ends:%H:%M}", str(change.people_expected), change.note])


def _reason(session: Session, language: str) -> str:
    reason = reason_of(session)
    if reason is None:
        return ""
    code = reason.code
    if session.state == SessionState.DECLINED and code:
        code = read.DECLINED.write(DeclineReason(code), language)
    elif code:
        code = read.CANCELLED.write(CancelReason(code), language)
    return worded([code, reason.note], language)
