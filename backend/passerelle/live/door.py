"""Who is let in, by socket or by poll: somebody signed in, who does not come too often and has a seat left."""

import asyncio
import logging

import django.db
from django.conf import settings

from passerelle.live.closing import Close
from passerelle.live.rights import Person, person_in
from passerelle.live.seats import Seats
from passerelle.live.turns import Turns

logger = logging.getLogger(__name__)


class Door:
    """One a process. ``seats`` and ``turns`` are of each person, whichever way they come."""

    def __init__(self, seats: Seats, turns: Turns) -> None:
        self._seats = seats
        self._turns = turns

    async def let_in(self, cookies: dict[str, str]) -> Person | Close:
        """Who it is, on a seat of theirs until they ``leave``; or why they are sent away."""
        session = cookies.get(settings.SESSION_COOKIE_NAME)
        clock = asyncio.get_running_loop().time
        if session and self._turns.must_wait(session, clock()):
            return Close.TOO_SOON
        try:
            person = await person_in(session)
        except django.db.Error as error:
            logger.warning("Somebody is sent away, the database does not answer: %s", error)
            return Close.TRY_LATER
        if person is None or not session:
            return Close.SIGNED_OUT
        if not self._turns.take(person.id, session, clock()):
            return Close.TOO_SOON
        return person if self._seats.take(person.id) else Close.TOO_MANY

    def leave(self, person: Person) -> None:
        """Of somebody who was let in."""
        self._seats.give_back(person.id)
