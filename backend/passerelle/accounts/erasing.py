"""An account without anybody in it: nobody signs in with it, and what was done with it leads to no name."""

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from passerelle.accounts import events
from passerelle.accounts.models import TeamMember, User
from passerelle.common.erasing import NAMELESS, Person, StillNeeded
from passerelle.domain.roles import SYSTEM, TeamRole

NOWHERE = "erased.invalid"
"""No mail can ever reach this domain (RFC 2606)."""


def erase_account(person: Person, now: datetime) -> None:
    everyone = list(TeamMember.objects.select_for_update(no_key=True).order_by("id"))
    user = User.objects.select_for_update(no_key=True).filter(pk__in=person.accounts).first()
    if user is None:
        return
    _leave_the_team(user, everyone)
    user.email, user.name, user.locale = f"{user.id}@{NOWHERE}", NAMELESS, ""
    user.last_login, user.is_active = None, False
    user.set_unusable_password()
    user.save(update_fields=["email", "name", "locale", "last_login", "is_active", "password"])
    QuerySet(EmailAddress).filter(user=user).delete()
    _end_sessions(user.pk)
    events.tell(events.about(user, "erased"), now=now, actor=SYSTEM)


def _leave_the_team(user: User, everyone: list[TeamMember]) -> None:
    owners = [one for one in everyone if one.active and one.role == TeamRole.OWNER]
    for own in (one for one in everyone if one.user_id == user.pk and one.active):
        if owners == [own]:
            raise StillNeeded("They are the only owner of the team: make somebody else one first.")
        own.active = False
        own.save(update_fields=["active"])


def _end_sessions(user_id: UUID) -> None:
    """Whose a session is stands inside it alone."""
    for session in Session.objects.iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == str(user_id):
            session.delete()
