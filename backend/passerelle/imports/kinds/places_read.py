"""What an export says of a place for whoever reads it: the variety, what is asked of whoever takes it, who was asked."""

from passerelle.bookings.models import Offer, Shift
from passerelle.domain.states.offer import OfferState
from passerelle.domain.words import Language, Variety
from passerelle.imports.kinds.sessions_read import qualities, worded
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary import words_for_reading as read

_ORDER = list(read.ASKED.said)


def about_place(shift: Shift, language: str) -> dict[str, str]:
    """``shift`` comes with ``named``, and its offers with whom they are to."""
    ticket = read.Ticket.BEFOREHAND if shift.ticket_paid else read.Ticket.PAID_BACK
    return {
        "variety": words.VARIETY.write(Variety(shift.variety), language) if shift.variety else "",
        "qualities": qualities(shift.qualities, shift.named, language),
        "ticket": read.TICKET.write(ticket, language),
        "asked": worded((_answer(offer, "", language) for offer in _asked(shift)), language),
    }


def asked_before(shifts: list[Shift], language: str) -> dict[str, str]:
    """Who had been asked for the places of a session that was called off: they went with it."""

    def said(shift: Shift) -> list[str]:
        name = f" ({words.LANGUAGE.write(Language(shift.language), language)})"
        return [_answer(offer, name, language) for offer in _asked(shift)]

    return {"asked": worded((text for shift in shifts for text in said(shift)), language)}


def _asked(shift: Shift) -> list[Offer]:
    asked = [offer for offer in shift.offers.all() if offer.state in _ORDER]
    return sorted(asked, key=lambda offer: (_ORDER.index(OfferState(offer.state)), offer.interpreter.name, offer.id))


def _answer(offer: Offer, of: str, language: str) -> str:
    return f"{offer.interpreter.name}{of}: {read.ASKED.write(OfferState(offer.state), language)}"
