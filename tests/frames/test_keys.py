"""The front end fetches again with every type that an answer shows: its keys and ``resources`` say the same."""

import re

import pytest

from tests.frames.conftest import Stage
from tests.frames.keys import Query, queries, sources
from tests.frames.resources import RESOURCES
from tests.frames.scenarios.agencies import A_LONG_WAY
from tests.frames.scenarios.interpreters import RULED_OUT

ROUTES = [resource.route for resource in RESOURCES]

NO_PLACES = "What is read with this key has no places: a partner reads none, and what the team asks for is a request."

NARROWER: dict[tuple[str, str], tuple[str, str]] = {
    ("features/board/queries.ts", "sessions"): ("shift+interpreter", NO_PLACES),
    ("features/requests/queries.ts", "sessions"): ("shift+interpreter", NO_PLACES),
    ("features/requests/queries.ts", "sessions/<uuid:pk>"): ("shift+interpreter", NO_PLACES),
}
"""Types that an answer may show and a key need not name; and why."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def shown(stage: Stage) -> dict[str, frozenset[str]]:
    """The types each address shows to any reader."""
    found: dict[str, frozenset[str]] = {}
    for reader in stage.readers:
        for part in reader.everything().values():
            route = _UUID.sub("<uuid:pk>", part.key.split(" ")[0].split("?")[0]).removeprefix("/")
            found[route] = found.get(route, frozenset()) | part.shows
    return found


def too_narrow(asked: list[Query], shows: dict[str, frozenset[str]]) -> list[str]:
    found = []
    for query in asked:
        allowed, _ = NARROWER.get((query.file, query.route), ("", ""))
        missing = shows.get(query.route, frozenset()) - query.types - set(allowed.split("+"))
        if missing:
            found.append(f"{query.file}: {query.route} shows {', '.join(sorted(missing))} too.")
    return found


def test_every_key_names_the_types_that_its_answer_shows(stage: Stage) -> None:
    for missing_there in (RULED_OUT, A_LONG_WAY):
        missing_there.act(stage.world)
    shows, asked = shown(stage), queries(sources(), ROUTES)
    assert too_narrow(asked, shows) == []
    assert {query.route for query in asked} <= set(shows), "nobody reads it in this world, so nothing was compared"
    assert set(NARROWER) <= {(query.file, query.route) for query in asked}


FILE = """
const KEY = "session";
const keys = {
  all: [KEY] as const,
  list: (show: "mine" | "past") => [`${KEY}+shift`, "list", show] as const,
  rest: (id: string) =>
    ["visit+group", "rest", id] as const,
};
function fetchOne(id: string) {
  return data(api.GET("/api/v1/visits/{id}", { params: { path: { id } } }));
}
export function useList() {
  return useQuery({ queryKey: keys.list("mine"), queryFn: () => data(api.GET("/api/v1/sessions")) });
}
export function useRest(id: string) {
  return useInfiniteQuery({
    queryKey: keys.rest(id),
    queryFn: () => fetchOne(id),
  });
}
export function useHere() {
  return useQuery({
    queryKey: [KEY, "here"],
    queryFn: async () =>
      data(
        api.GET("/api/v1/waiting", {}),
      ),
  });
}
export function placesFound(search: string) {
  return { queryKey: ["site", search], queryFn: () => data(api.GET("/api/v1/sites")) };
}
"""


def test_keys_are_read_however_they_are_written() -> None:
    assert queries([("a.ts", FILE)], ROUTES) == [
        Query("a.ts", "sessions", frozenset({"session", "shift"})),
        Query("a.ts", "visits/<uuid:pk>", frozenset({"visit", "group"})),
        Query("a.ts", "waiting", frozenset({"session"})),
        Query("a.ts", "sites", frozenset({"site"})),
    ]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('queryKey: elsewhere, queryFn: () => api.GET("/api/v1/waiting")', "a.ts: what is elsewhere?"),
        ('queryFn: () => api.GET("/api/v1/waiting")', "a.ts: no key in useQuery({"),
        ('queryKey: ["session"], queryFn: ask', "a.ts: what is fetched by useQuery({"),
    ],
)
def test_a_key_that_cannot_be_read_is_not_passed_over(written: str, says: str) -> None:
    with pytest.raises(LookupError, match=re.escape(says)):
        queries([("a.ts", f"useQuery({{\n  {written},\n}});\n}}")], ROUTES)


def test_what_is_handed_over_under_another_name_is_not_passed_over() -> None:
    written = 'export function places() {\n  return { queryKey: ["site"], queryFn: () => api.GET("/api/v1/sites") };\n}'
    with pytest.raises(LookupError, match=re.escape("a.ts: something is fetched in no query")):
        queries([("a.ts", written)], ROUTES)


def test_a_key_that_lacks_a_type_is_named() -> None:
    asked = [Query("a.ts", "waiting", frozenset({"session"}))]
    shows = {"waiting": frozenset({"session", "travel_time"})}
    assert too_narrow(asked, shows) == ["a.ts: waiting shows travel_time too."]
