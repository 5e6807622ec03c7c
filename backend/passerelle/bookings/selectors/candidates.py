"""Candidates for one place, and everyone excluded with their reasons."""

from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.visibility import shifts as visible_shifts
from passerelle.bookings.shapes.common import Named
from passerelle.bookings.shapes.shift import CandidateList, CandidateReason, CandidateView
from passerelle.common.language import say
from passerelle.domain.eligibility.checks import Severity
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import ShiftState
from passerelle.interpreters.models import Interpreter
from passerelle.matching.candidates import Candidate, rank

_KIND = {Severity.BLOCKS: "against", Severity.WISH: "against", Severity.HARD_RULE: "hard", Severity.CAUTION: "caution"}


def candidates(shift_id: UUID, actor: Actor) -> CandidateList:
    """Everyone who works in the shift's language: those who fit, ranked, then the others, each with every reason.

    Who does not work in the language is not listed: that is no exclusion to explain. Raises ``Missing``.
    """
    shift = visible_shifts(actor).select_related("session__group__site").filter(pk=shift_id).first()
    if shift is None:
        raise Missing(problem(Code.NOT_FOUND))
    need = facts.need_of(shift, shift.session)
    speakers = Interpreter.objects.filter(languages__language=shift.language, active=True)
    persons = facts.people(speakers, day=need.day, around=(need.block.start, need.block.end))
    ranked = rank(need, persons.values(), last_with_group=_last_with_group(shift, speakers))
    asked = {offer.interpreter_id: offer for offer in Offer.objects.filter(shift=shift)}
    fitting = (candidate for candidate in ranked if candidate.fits)
    ranks = {candidate.person.interpreter_id: place for place, candidate in enumerate(fitting, start=1)}
    return CandidateList([_view(c, ranks, asked.get(c.person.interpreter_id)) for c in ranked])


def _last_with_group(shift: Shift, people: QuerySet[Interpreter]) -> dict[UUID, date]:
    """Who of ``people`` worked with the shift's group, and when last: one look into an index a person."""
    worked = Shift.objects.filter(group=shift.session.group_id, holder=OuterRef("pk"), state=ShiftState.WORKED)
    last = Subquery(worked.order_by("-block").values("session__starts_at")[:1])
    found = people.order_by().annotate(last=last).values_list("pk", "last")
    return {holder_id: moment.date() for holder_id, moment in found if moment is not None}


def _view(candidate: Candidate, ranks: dict[UUID, int], offer: Offer | None) -> CandidateView:
    person = candidate.person
    merits = [CandidateReason(merit.code, say(merit.message), "for") for merit in candidate.merits]
    against = [CandidateReason(r.code, say(r.message, r.params), _KIND[r.severity]) for r in candidate.against]
    return CandidateView(
        interpreter=Named(person.interpreter_id, person.name),
        languages=sorted(person.languages),
        fits=candidate.fits,
        rank=ranks.get(person.interpreter_id),
        reasons=[*merits, *against],
        offer=offer.id if offer else None,
        offer_state=OfferState(offer.state) if offer else None,
    )
