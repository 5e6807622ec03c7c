"""What a partner does, or the team for them."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from passerelle.bookings.services import details, requests
from passerelle.bookings.services.asks import Details, PeopleNeed
from passerelle.domain.roles import Actor
from passerelle.domain.words import Language, Quality, Room, Strength, Theme
from tests.races.friday import an_ask, local
from trials.life.cast import FRIDAYS
from trials.life.playing import HOURS, WHICH, Playing, few, has, pick
from trials.life.step import Row

AHEAD = ("requested", "scheduled", "confirmed")
FOR_THEM = st.booleans()
DETAILS = {
    "as they were": Details(needs=[PeopleNeed(Language.DARI, 6)]),
    "a theme": Details(needs=[PeopleNeed(Language.DARI, 6)], theme=Theme.GRIEF),
    "whom to call": Details(needs=[PeopleNeed(Language.DARI, 6)], contact_name="Ines", contact_phone="+33 3 53 01 00 12"),
    "who is there": Details(needs=[PeopleNeed(Language.DARI, 9)], staff_present=["Ben"], room=[Room.QUIET]),
    "another language": Details(needs=[PeopleNeed(Language.DARI, 6), PeopleNeed(Language.PASHTO, 2)]),
    "what interpreters must be": Details(
        needs=[PeopleNeed(Language.DARI, 6)], requirements={Quality.WOMAN: Strength.REQUIRED}, notes="Paper is there."
    ),
}


class Partner(Playing):
    def _by(self, for_them: bool) -> Actor:
        return self.cast.coordinator if for_them else self.cast.partner

    @precondition(few("session", *AHEAD, most=2))
    @rule(group=st.integers(0, 1), day=st.integers(0, 1), hour=HOURS, minutes=st.sampled_from([60, 90]))
    def asks_for_a_session(self, group: int, day: int, hour: int, minutes: int) -> None:
        ask = an_ask(FRIDAYS[day], hour, minutes)
        self.life.act(requests.request_session, self.cast.partner, group_id=self.cast.groups[group].id, ask=ask)

    @precondition(has("session", *AHEAD))
    @rule(which=WHICH, hour=HOURS, for_them=FOR_THEM)
    def proposes_a_change(self, which: int, hour: int, for_them: bool = False) -> None:
        session = pick(self.life.some("session", *AHEAD), which)
        starts_at = local(session["starts_at"].date(), hour)
        self.life.act(
            requests.propose_change,
            self._by(for_them),
            session_id=session["id"],
            version=session["version"],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
            people_expected=7,
        )

    @precondition(lambda self: bool(self.proposed()))
    @rule(which=WHICH, for_them=FOR_THEM)
    def takes_a_proposal_back(self, which: int, for_them: bool = False) -> None:
        session = pick(self.proposed(), which)
        self.life.act(requests.withdraw_change, self._by(for_them), session_id=session["id"], version=session["version"])

    def proposed(self) -> list[Row]:
        return [row for row in self.life.some("session", *AHEAD) if row["proposed_change"]]

    @precondition(few("session", "withdrawn", most=0))
    @precondition(has("session", *AHEAD))
    @rule(which=WHICH, for_them=FOR_THEM)
    def withdraws_a_request(self, which: int, for_them: bool = False) -> None:
        session = pick(self.life.some("session", *AHEAD), which)
        self.life.act(requests.withdraw_session, self._by(for_them), session_id=session["id"])

    @precondition(has("session", *AHEAD))
    @rule(which=WHICH, what=st.sampled_from(sorted(DETAILS)), for_them=FOR_THEM, late=st.booleans())
    def writes_the_details(self, which: int, what: str, for_them: bool = False, late: bool = False) -> None:
        """``late``: from what they had read before somebody else wrote."""
        session = pick(self.life.some("session", *AHEAD), which)
        version = session["version"] - late
        self.life.act(
            details.edit_details, self._by(for_them), session_id=session["id"], version=version, details=DETAILS[what]
        )

    @precondition(has("session", *AHEAD))
    @rule(which=WHICH, nobody=st.booleans())
    def says_who_hears_of_it(self, which: int, nobody: bool) -> None:
        session = pick(self.life.some("session", *AHEAD), which)
        members = [row["id"] for row in self.life.parts("member") if row["agency_id"] == session["agency_id"] and row["active"]]
        told = [] if nobody else members
        self.life.act(
            requests.choose_told, self.cast.partner, session_id=session["id"], version=session["version"], members=told
        )


class Drafts(Playing):
    """Of a partner, and of somebody of the team who writes for them: nobody else of the team reads it."""

    @precondition(few("session", "draft", most=1))
    @rule(day=st.integers(0, 1), hour=HOURS, ours=st.booleans())
    def begins_a_draft(self, day: int, hour: int, ours: bool) -> None:
        by, ask = self.cast.coordinator if ours else self.cast.partner, an_ask(FRIDAYS[day], hour)
        self.life.act(requests.request_session, by, group_id=self.cast.groups[0].id, ask=ask, submit=False)

    def _writer(self, draft: Row) -> Actor:
        ours = draft["requested_by_id"] == self.cast.coordinator.user_id
        return self.cast.coordinator if ours else self.cast.partner

    @precondition(has("session", "draft"))
    @rule(which=WHICH, hour=HOURS, group=st.integers(0, 1), send=st.booleans())
    def writes_a_draft_anew(self, which: int, hour: int, group: int, send: bool) -> None:
        draft = pick(self.life.some("session", "draft"), which)
        self.life.act(
            requests.edit_draft,
            self._writer(draft),
            session_id=draft["id"],
            version=draft["version"],
            ask=an_ask(FRIDAYS[0], hour),
            group_id=self.cast.groups[group].id,
            submit=send,
        )

    @precondition(has("session", "draft"))
    @rule(which=WHICH, send=st.booleans())
    def sends_a_draft_or_throws_it_away(self, which: int, send: bool) -> None:
        draft = pick(self.life.some("session", "draft"), which)
        service = requests.submit_session if send else requests.discard_draft
        self.life.act(service, self._writer(draft), session_id=draft["id"])
