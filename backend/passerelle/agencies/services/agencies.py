"""An agency, and the people who ask on its behalf."""

from datetime import datetime
from uuid import UUID

from passerelle.accounts.models import User
from passerelle.agencies import events
from passerelle.agencies.models import Agency, Member
from passerelle.agencies.selectors import visible_agencies
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.text import Label, require_labels


@unit_of_work
def create_agency(*, name: str, now: datetime, actor: Actor) -> Agency:
    """A new partner organisation. Capitals do not make another name."""
    require_team(actor)
    (name,) = require_labels(Label("name", name))
    if Agency.objects.filter(name__iexact=name).exists():
        raise refuse(Code.NAME_TAKEN, at="name")
    agency = Agency.objects.create(name=name)
    events.tell_agency(agency, "created", now=now, actor=actor)
    return agency


@unit_of_work
def add_member(*, agency_id: UUID, user_id: UUID, now: datetime, actor: Actor) -> Member:
    """Someone asks on the agency's behalf from now on. Adding a member again changes nothing."""
    require_team(actor)
    agency = locked_agency(agency_id)
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        raise Missing(problem(Code.NOT_FOUND, at="user"))
    member, made = Member.objects.get_or_create(agency=agency, user=user)
    if not made and member.active:
        return member
    if not made:
        member.active = True
        member.save(update_fields=["active"])
    agency.changed()
    member.agency = agency
    events.tell_member(member, "member_added", now=now, actor=actor)
    return member


@unit_of_work
def remove_member(*, agency_id: UUID, user_id: UUID, now: datetime, actor: Actor) -> None:
    """Someone no longer asks on the agency's behalf. What they asked for stays."""
    require_team(actor)
    agency = locked_agency(agency_id)
    member = Member.objects.filter(agency=agency, user=user_id).first()
    if member is None:
        raise Missing(problem(Code.NOT_FOUND, at="user"))
    if not member.active:
        return
    member.active = False
    member.save(update_fields=["active"])
    agency.changed()
    member.agency = agency
    events.tell_member(member, "member_removed", now=now, actor=actor)


@unit_of_work
def set_told_by_default(*, agency_id: UUID, member_id: UUID, told_by_default: bool, now: datetime, actor: Actor) -> Member:
    """Whether a member hears of every session their agency asks for from now on. The agency's people decide it themselves."""
    if not visible_agencies(actor).filter(pk=agency_id).exists():
        raise Missing(problem(Code.NOT_FOUND))
    agency = locked_agency(agency_id)
    member = Member.objects.filter(pk=member_id, agency=agency, active=True).first()
    if member is None:
        raise Missing(problem(Code.NOT_FOUND))
    if member.told_by_default == told_by_default:
        return member
    member.told_by_default = told_by_default
    member.save(update_fields=["told_by_default"])
    agency.changed()
    events.tell_agency(agency, "told_by_default", now=now, actor=actor)
    return member


def locked_agency(agency_id: UUID) -> Agency:
    """The agency's row: its members and groups change under its lock."""
    agency = Agency.objects.select_for_update(no_key=True).filter(pk=agency_id).first()
    if agency is None:
        raise Missing(problem(Code.NOT_FOUND, at="agency"))
    return agency
