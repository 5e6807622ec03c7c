"""The hot paths: what each role reads every day, its first page, one deep in the past, and every filter offered."""

from dataclasses import dataclass
from urllib.parse import quote

from bench.person import Person
from bench.world.built import World

LIMIT = 20


@dataclass(frozen=True)
class Hot:
    """``path`` may name what is in the world, as in ``{planned}``.

    ``deep`` names the list whose marker leads into the middle of the past; ``next``: the page behind the first one.
    """

    name: str
    role: str
    path: str
    deep: str = ""


def _sessions(role: str) -> list[Hot]:
    filters = {
        "": "",
        "latest": "order=latest",
        "coming": "when=coming",
        "past": "when=past&order=latest",
        "past_soonest": "when=past",
        "requested": "state=requested",
        "two_states": "state=scheduled,confirmed",
        "cancelled_latest": "state=cancelled&order=latest&limit=4",
        "held_latest": "state=held&order=latest",
        "visit": "visit={planned}",
        "from": "from={recent}",
        "to": "to={recent}&order=latest",
        "between": "from={recent}&to={today}",
    }
    return [Hot(f"{role}_sessions{'_' * bool(name)}{name}", role, f"sessions?{words}") for name, words in filters.items()]


def _journal() -> list[Hot]:
    filters = {
        "": "",
        "type": "type=session",
        "kind": "kind=cancelled",
        "rare_kind": "kind=planned",
        "no_kind": "kind=nothing_of_the_kind",
        "who": "who={coordinator}",
        "interpreter": "who={speaking}",
        "partner": "who={partner}",
        "thing": "thing={planned}",
        "from": "from={recent}",
        "to": "to={recent}",
        "to_long_ago": "to={old}",
        "between_long_ago": "from={oldest}&to={old}",
        "zone": "from={recent}&to={today}&zone=Europe/Paris",
        "type_and_kind": "type=visit&kind=planned",
    }
    return [Hot(f"journal{'_' * bool(name)}{name}", "team", f"journal?{words}") for name, words in filters.items()]


def _team() -> list[Hot]:
    return [
        Hot("visits", "team", "visits?limit=10"),
        Hot("visits_latest", "team", "visits?limit=10&order=latest"),
        Hot("visits_from", "team", "visits?limit=10&from={today}"),
        Hot("visits_to", "team", "visits?limit=10&to={today}&order=latest"),
        Hot("visit", "team", "visits/{planned}"),
        Hot("board", "team", "visits/{planned}/board"),
        Hot("confirmation", "team", "visits/{ready}/confirmation"),
        Hot("sheet", "team", "visits/{ready}/sheet"),
        Hot("inbox", "team", "inbox"),
        Hot("waiting", "team", "waiting"),
        Hot("people", "team", "interpreters?"),
        Hot("people_search", "team", "interpreters?search=dari"),
        Hot("people_language", "team", "interpreters?language=prs"),
        Hot("people_active", "team", "interpreters?active=yes"),
        Hot("people_inactive", "team", "interpreters?active=no"),
        Hot("person", "team", "interpreters/{speaker}"),
        Hot("told_days", "team", "interpreters/{speaker}/free-days"),
        Hot("candidates", "team", "shifts/{place}/candidates"),
        Hot("history", "team", "sessions/{session}/history"),
    ]


def _interpreter() -> list[Hot]:
    return [
        Hot("asked", "interpreter", "offers?show=asked"),
        Hot("my_fridays", "interpreter", "offers?show=mine"),
        Hot("my_past", "interpreter", "offers?show=past"),
        Hot("not_for_me", "interpreter", "offers/not-for-me"),
        Hot("free_days", "interpreter", "free-days"),
    ]


def _deep() -> list[Hot]:
    return [
        Hot("asked_deep", "interpreter", "offers?show=asked&limit=10", "next"),
        Hot("my_fridays_deep", "interpreter", "offers?show=mine&limit=1", "next"),
        Hot("my_past_deep", "interpreter", "offers?show=past", "offers"),
        Hot("partner_sessions_deep", "partner", "sessions?order=latest", "sessions"),
        Hot("partner_past_deep", "partner", "sessions?when=past&order=latest", "sessions"),
        Hot("team_sessions_deep", "team", "sessions?", "sessions"),
        Hot("team_sessions_state_deep", "team", "sessions?state=cancelled", "sessions"),
        Hot("visits_deep", "team", "visits?limit=10&order=latest", "visits"),
        Hot("journal_deep", "team", "journal?", "journal"),
        Hot("journal_type_deep", "team", "journal?type=session", "journal"),
        Hot("people_deep", "team", "interpreters?limit=20", "next"),
    ]


HOT = [*_interpreter(), *_sessions("partner"), *_sessions("team"), *_team(), *_journal(), *_deep()]


def asked(hot: Hot, world: World, person: Person) -> str:
    """The path as it is asked in ``world``; ``person`` may have to ask for the page before it."""
    path = "/api/v1/" + hot.path.format(**world.found["words"])
    if "?" in path and "limit=" not in path:
        path += f"{'&' * (not path.endswith('?'))}limit={LIMIT}"
    if hot.deep:
        cursor = person.get(path).json()["next"] if hot.deep == "next" else world.found["cursors"][hot.deep]
        path += f"&cursor={quote(cursor)}"
    return path
