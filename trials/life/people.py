"""What interpreters say of when and how they work, by themselves or by phone; and what the team holds about them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from passerelle.availability import services as availability
from passerelle.bookings.services import pairings, person, profile
from passerelle.domain.load import Limits
from passerelle.domain.roles import Actor
from passerelle.domain.words import CredentialKind, Gender, Theme
from passerelle.domain.words import Place as Where
from passerelle.interpreters import claims, services, wishes
from passerelle.interpreters.wishes import Wishes
from tests.factories.people import a_profile
from trials.life.cast import FRIDAYS
from trials.life.life import Service
from trials.life.playing import AREAS, Playing, aside, one_of
from trials.life.step import Row

WHO = st.integers(0, 4)
BY_PHONE = st.booleans()
SAID = st.sampled_from([True, True, False, None])
WITHOUT_ACCOUNT = 4
MOST_PEOPLE = 6


class _Own(Playing):
    def _row(self, who: int) -> Row:
        return self.life.rows.of["interpreter"][self.cast.people[who].id]

    def _says(self, service: Service, who: int, by_phone: bool, **more: Any) -> None:
        actor = None if by_phone else self.cast.actors[who]
        self.life.act(service, actor or self.cast.coordinator, interpreter_id=self.cast.people[who].id, **more)


class FreeDays(_Own):
    @aside(who=WHO, day=st.sampled_from(FRIDAYS), free=SAID, by_phone=BY_PHONE)
    def says_when_free(self, who: int, day: date, free: bool | None, by_phone: bool) -> None:
        self._says(availability.set_free_day, who, by_phone, day=day, free=free)

    @aside(who=WHO, free=SAID, by_phone=BY_PHONE)
    def says_what_is_usual(self, who: int, free: bool | None, by_phone: bool) -> None:
        self._says(availability.set_usual_day, who, by_phone, weekday=FRIDAYS[0].weekday(), free=free)

    @aside(who=WHO, by_phone=BY_PHONE)
    def says_the_same_as_before(self, who: int, by_phone: bool) -> None:
        self._says(availability.say_as_before, who, by_phone, days=list(FRIDAYS))

    @aside(who=WHO, until=st.sampled_from([None, None, *FRIDAYS[:2]]), by_phone=BY_PHONE)
    def takes_a_break(self, who: int, until: date | None, by_phone: bool) -> None:
        self._says(availability.take_break, who, by_phone, until=until)

    @rule(one=one_of(says_when_free, says_what_is_usual, says_the_same_as_before, takes_a_break))
    def say_when_they_are_free(self, one: tuple[str, dict[str, Any]]) -> None:
        self._do(one)


class Wishing(_Own):
    @aside(who=WHO, theme=st.booleans(), area=st.sampled_from(["", *AREAS]), by_phone=BY_PHONE)
    def says_how_they_work(self, who: int, theme: bool, area: str, by_phone: bool) -> None:
        row = self._row(who)
        themes = [Theme.GRIEF] if theme else []
        wished = Wishes([Where(place) for place in row["places"]], area, themes)
        self._says(profile.edit_profile, who, by_phone, version=row["version"], wishes=wished)

    @aside(most=st.sampled_from([None, 1, 99]), late=st.booleans())
    def says_how_much_is_too_much(self, most: int | None, late: bool = False) -> None:
        """By phone alone: who has an account says it there."""
        version = self._row(WITHOUT_ACCOUNT)["version"] - late
        self._says(wishes.record_limits, WITHOUT_ACCOUNT, True, version=version, limits=Limits(sessions_a_day=most))

    @aside(who=WHO, by=st.sampled_from(["interpreter", "coordinator", "colleague"]), whole=st.booleans())
    def is_not_to_be_paired(self, who: int, by: str, whole: bool) -> None:
        """With one group, or with none of its partner's."""
        of_the_team = {"coordinator": self.cast.coordinator, "colleague": self.cast.colleague}
        actor = of_the_team.get(by) or self.cast.actors[who] or self.cast.coordinator
        group = self.cast.groups[0]
        whom = {"agency_id": group.agency_id} if whole else {"group_id": group.id}
        self.life.act(pairings.rule_out_pairing, actor, interpreter_id=self.cast.people[who].id, **whom)

    @aside()
    def may_be_paired_again(self) -> None:
        for pairing in sorted(self.life.parts("pairing"), key=lambda row: row["set_at"])[:1]:
            self.life.act(pairings.allow_pairing, self._who_set(pairing), pairing_id=pairing["id"])

    @rule(one=one_of(says_how_they_work, says_how_much_is_too_much, is_not_to_be_paired, may_be_paired_again))
    def say_what_they_wish(self, one: tuple[str, dict[str, Any]]) -> None:
        self._do(one)

    def _who_set(self, pairing: Row) -> Actor:
        known = [self.cast.coordinator, self.cast.colleague, *filter(None, self.cast.actors)]
        return next(one for one in known if one.user_id == pairing["set_by_id"])


class People(_Own):
    @aside(who=WHO, kind=st.sampled_from([CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING]), days=st.integers(0, 9))
    def shows_a_paper(self, who: int, kind: CredentialKind, days: int) -> None:
        seen_on = self.life.now.date()
        more = {"kind": kind, "seen_on": seen_on, "expires_on": seen_on + timedelta(days=7 * days)}
        self._says(services.record_credential, who, True, **more)

    @aside(who=WHO, named=st.booleans(), active=st.sampled_from([True, True, True, False]), late=st.booleans())
    def is_written_anew(self, who: int, named: bool, active: bool, late: bool = False) -> None:
        """Their name, and whether they take bookings at the moment."""
        row, held = self._row(who), self.cast.people[who]
        written = a_profile("Parvin" if named else held.first_name, gender=Gender(held.gender))
        self._says(person.edit_interpreter, who, True, version=row["version"] - late, profile=written, active=active)

    @aside(with_account=st.booleans())
    def somebody_is_taken_on(self, with_account: bool) -> None:
        if len(self.life.some("interpreter")) > MOST_PEOPLE:
            return
        user = self.cast.newcomer.id if with_account else None
        self.life.act(services.add_interpreter, self.cast.coordinator, profile=a_profile("Roya"), user_id=user)

    @aside(act=st.sampled_from(["link", "withdrawn", "claimed", "claimed", "given"]))
    def gets_an_account(self, act: str) -> None:
        """By a link, or from the team: who answers by phone."""
        match act:
            case "link":
                self._says(claims.make_claim_link, WITHOUT_ACCOUNT, True)
            case "withdrawn":
                self._says(claims.withdraw_claim_link, WITHOUT_ACCOUNT, True)
            case "given":
                self._says(services.give_account, WITHOUT_ACCOUNT, True, user_id=self.cast.newcomer.id)
            case _:
                if "make_claim_link" not in self.life.told:
                    self._says(claims.make_claim_link, WITHOUT_ACCOUNT, True)
                address = {"email": f"claimed.{self.life.steps}@example.invalid", "locale": "fr"}
                self.life.act(claims.claim, self.cast.nobody, token=self._token(), **address)

    @rule(one=one_of(shows_a_paper, is_written_anew, somebody_is_taken_on, gets_an_account))
    def are_written_down(self, one: tuple[str, dict[str, Any]]) -> None:
        self._do(one)

    def _token(self) -> str:
        """Of the last link that was made: it may have been withdrawn or used since."""
        made = self.life.told.get("make_claim_link")
        return made.token if made is not None else "no such link"
