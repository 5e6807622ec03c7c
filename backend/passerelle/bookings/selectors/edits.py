"""What an edit of a place would mean, before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from passerelle.bookings.models import Offer
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.visibility import shifts as visible_shifts
from passerelle.bookings.shapes.common import Named, Told
from passerelle.bookings.shapes.shift import EditMeaning
from passerelle.common.language import say
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.policies.place import became_another_thing, lets_go_who_waits, may_be_asked_again, meaning_of_edit
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import WAITING, OfferState
from passerelle.domain.words import Language, Pay, Quality, Strength, Variety


def meaning(
    shift_id: UUID,
    *,
    language: Language,
    variety: Variety | None,
    pay: Pay,
    qualities: Mapping[Quality, Strength],
    named_id: UUID | None = None,
    actor: Actor,
) -> EditMeaning:
    """For the holder, and for those who wait, were the place to become this. Raises ``Missing``."""
    shift = visible_shifts(actor).select_related("session__group__site").filter(pk=shift_id).first()
    if shift is None:
        raise Missing(problem(Code.NOT_FOUND))
    before = facts.need_of(shift, shift.session)
    after = replace(before, language=language, variety=variety, pay=pay, qualities=qualities, named=named_id)
    rows = Offer.objects.filter(shift=shift, state__in={*WAITING, OfferState.ACCEPTED}).select_related("interpreter")
    offers = list(rows.order_by("interpreter__first_name", "id"))
    around = (before.block.start, before.block.end)
    persons = facts.people([offer.interpreter for offer in offers], day=before.day, around=around)
    holder = next((persons[o.interpreter_id] for o in offers if o.state == OfferState.ACCEPTED), None)
    verdict = meaning_of_edit(before, after, holder) if holder is not None else None
    return EditMeaning(
        holder=Named(holder.interpreter_id, holder.name) if holder is not None else None,
        meaning=verdict.meaning if verdict is not None else None,
        reasons=[Told(r.code, say(r.message, r.params)) for r in verdict.reasons] if verdict is not None else [],
        let_go=[Named(person.interpreter_id, person.name) for person in _let_go(before, after, offers, persons)],
    )


def _let_go(before: Need, after: Need, offers: Sequence[Offer], persons: Mapping[UUID, Person]) -> list[Person]:
    """Of those who wait, who cannot take it then; of the reserves, who is asked anew for another thing and may not be."""
    another = became_another_thing(before, after)
    waiting = [persons[offer.interpreter_id] for offer in offers if offer.state in WAITING]
    reserves = {offer.interpreter_id for offer in offers if another and offer.state == OfferState.RESERVE}
    return [
        person
        for person in waiting
        if lets_go_who_waits(after, person) or (person.interpreter_id in reserves and not may_be_asked_again(after, person))
    ]
