"""Shifts, and what interpreters are asked."""

from typing import Any

from passerelle.bookings.models import Offer
from passerelle.bookings.services import answers
from tests.contract.calls.call import Call, Subject, one
from tests.contract.world import INTERPRETER, INTERPRETERS, LEAD, TEAM, World


def _override(w: World) -> Subject:
    """A man, for a group of women."""
    return one(w.scheduled(group=w.women), interpreter=str(w.omid.id), reason="I know his work.")


def _edit(w: World) -> Subject:
    shift = w.scheduled()
    return one(shift, version=shift.version, language="prs", pay="volunteer", qualities=[], named=None, ticket_paid=True)


SHIFTS = (
    Call("GET shifts/<uuid:pk>", may=TEAM, on=lambda w: one(w.scheduled())),
    Call("GET shifts/<uuid:pk>/candidates", may=TEAM, on=lambda w: one(w.scheduled())),
    Call("GET shifts/<uuid:pk>/edit-meaning", may=TEAM, on=lambda w: one(w.scheduled())),
    Call("POST shifts/<uuid:pk>/edit", may=TEAM, on=_edit),
    Call("POST shifts/<uuid:pk>/ask", may=TEAM, on=lambda w: one(w.scheduled(), interpreters=[str(w.shirin.id)])),
    Call("POST shifts/<uuid:pk>/assign", may=TEAM, on=lambda w: one(w.scheduled(), interpreter=str(w.shirin.id))),
    Call("POST shifts/<uuid:pk>/release", may=TEAM, on=lambda w: one(w.taken())),
    Call("POST shifts/<uuid:pk>/override", may={LEAD}, knows=TEAM, on=_override),
    Call("POST shifts/<uuid:pk>/ticket", may=TEAM, on=lambda w: one(w.scheduled(), paid=True)),
    Call("POST shifts/<uuid:pk>/cancel", may=TEAM, on=lambda w: one(w.scheduled())),
)


def standing_by(w: World) -> Offer:
    """Asked for a place that somebody else has taken since."""
    shift = w.scheduled()
    offer, other = w.asked(shift), w.asked(shift, w.omid)
    w.answered(answers.accept_offer, other)
    return offer


def _offer(act: str, **more: Any) -> Call:
    """An answer that the interpreter gives, or the team for them."""
    return Call(f"POST offers/<uuid:pk>/{act}", **({"may": TEAM | {INTERPRETER}} | more))


OFFERS = (
    Call("GET offers", may=INTERPRETERS, elsewhere=403),
    Call("GET offers/not-for-me", may=INTERPRETERS, elsewhere=403),
    Call("GET offers/<uuid:pk>", may=TEAM | {INTERPRETER}, on=lambda w: one(w.asked())),
    _offer("accept", on=lambda w: one(w.asked())),
    _offer("stand-by", on=lambda w: one(standing_by(w))),
    _offer("decline", on=lambda w: one(w.asked())),
    _offer("undo", may={INTERPRETER}, knows=TEAM, on=lambda w: one(w.answered(answers.decline_offer))),
    _offer("withdraw", on=lambda w: one(w.answered(answers.accept_offer))),
    _offer("stand-down", may=TEAM, knows={INTERPRETER}, on=lambda w: one(w.asked())),
)
