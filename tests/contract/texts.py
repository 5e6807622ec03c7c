"""Every field of the API in which a person may write what they like: looked through before it is saved, or why it is not."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from drf_spectacular.generators import SchemaGenerator

from tests.contract.asking import ask, browser, is_refusal
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject
from tests.contract.routes import path_of
from tests.contract.world import World

Path = tuple[str | int, ...]
_WAYS_OUT = ("enum", "format", "pattern")
"""A schema with one of these takes no free text."""


class Text(NamedTuple):
    """One field of one operation, by its path; ``most`` is how many characters it takes."""

    operation: str
    path: Path
    most: int

    @property
    def field(self) -> str:
        return ".".join(str(part) for part in self.path)

    def __str__(self) -> str:
        return f"{self.operation} {self.field}"


def texts() -> list[Text]:
    """Every string without choices and without a form that the serializers of the running router take."""
    paths = _document()["paths"]
    described = {(call.method, path_of(call.address)): call.operation for call in CALLS}
    found = []
    for address, methods in paths.items():
        for method, operation in methods.items():
            name = described.get((method.upper(), address), f"{method.upper()} {address}")
            for content in operation.get("requestBody", {}).get("content", {}).values():
                found += [Text(name, path, most) for path, most in _fields(content["schema"])]
    return sorted(set(found), key=str)


@cache
def _document() -> dict[str, Any]:
    """Drawn anew from the router: what is committed may be older than the code."""
    found: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return found


def _fields(schema: Mapping[str, Any], before: Path = ()) -> Iterator[tuple[Path, int]]:
    if "$ref" in schema:
        schema = _document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for one in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())):
        yield from _fields(one, before)
    kinds = schema.get("type", ())
    if "string" in ([kinds] if isinstance(kinds, str) else kinds) and not any(way in schema for way in _WAYS_OUT):
        yield before, schema.get("maxLength", 1000)
    for name, inner in schema.get("properties", {}).items():
        yield from _fields(inner, (*before, name))
    if "items" in schema:
        yield from _fields(schema["items"], (*before, 0))
    if isinstance(schema.get("additionalProperties"), Mapping):
        yield from _fields(schema["additionalProperties"], (*before, "any"))


SCANNED = frozenset({
    "POST agencies name",
    "PUT agencies/<uuid:pk> name",
    "POST agencies/<uuid:pk>/groups name",
    "POST agencies/<uuid:pk>/invite name",
    "PUT groups/<uuid:pk> name",
    "POST interpreters first_name",
    "POST interpreters family_name",
    "PUT interpreters/<uuid:pk> person.first_name",
    "PUT interpreters/<uuid:pk> person.family_name",
    "POST sessions brief.notes",
    "POST sessions contact.name",
    "POST sessions staff_present.0",
    "POST sessions/<uuid:pk>/edit brief.notes",
    "POST sessions/<uuid:pk>/edit contact.name",
    "POST sessions/<uuid:pk>/edit staff_present.0",
    "POST sessions/<uuid:pk>/edit-details brief.notes",
    "POST sessions/<uuid:pk>/edit-details contact.name",
    "POST sessions/<uuid:pk>/edit-details staff_present.0",
    "POST sessions/<uuid:pk>/cancel note",
    "POST sessions/<uuid:pk>/decline note",
    "POST sessions/<uuid:pk>/propose-change note",
    "POST sessions/<uuid:pk>/withdraw note",
    "POST shifts/<uuid:pk>/override reason",
    "POST sites name",
    "POST sites area",
    "POST sites address",
    "PUT sites/<uuid:pk> name",
    "PUT sites/<uuid:pk> area",
    "PUT sites/<uuid:pk> address",
    "PUT travel-times area",
    "PUT travel-times other",
    "POST visits/<uuid:pk>/cancel note",
    "POST visits/<uuid:pk>/move note",
    "POST visits/<uuid:pk>/change-mode gap_reasons.0.reason",
    "POST visits/<uuid:pk>/confirm gap_reasons.0.reason",
    "POST visits/<uuid:pk>/confirm therapists_reason",
})  # fmt: skip
"""Those looked through: a phone number in them is refused, and nothing is written."""
OF_PLACES = frozenset(name for name in SCANNED if name.startswith(("POST sites ", "PUT sites/<uuid:pk> ", "PUT travel-times ")))
"""Streets and halls are named after days: in these a day is nobody's birth."""

_A_CLOSED_LIST = "nothing but a word of a list is taken"
NOT_SCANNED = {
    "locale": _A_CLOSED_LIST,
    "reads": _A_CLOSED_LIST,
    "person.reads": _A_CLOSED_LIST,
    "country": _A_CLOSED_LIST,
    "time_zone": _A_CLOSED_LIST,
    "base_area": "only the area of a site is taken, and that was looked through",
    "person.base_area": "only the area of a site is taken, and that was looked through",
    "columns.0.field": "only the name of a field is taken",
    "phone": "it is for a phone number: an interpreter's, which the team alone sees, or the duty phone of a day",
    "person.phone": "it is for the interpreter's phone number, which the team alone sees",
    "contact.phone": "it is for the number of a member of staff, shown once the session is confirmed",
    "email": "it is for the address of who is invited, or signs in",
    "token": "it is the secret of a link, compared and never stored",
}
"""By field, why it is not looked through."""

_AROUND: dict[str, Any] = {"gap_reasons": [{"session": "00000000-0000-4000-8000-000000000001", "reason": "Nobody was found."}]}
"""What stands around a text where the body that is well has nothing there."""


def call_of(text: Text) -> Call:
    return next(call for call in CALLS if call.operation == text.operation)


def with_text(text: Text, subject: Subject, words: str) -> dict[str, Any]:
    """The body that is well, with ``words`` in the place of that field."""
    first = text.path[0]
    body = dict(subject.body or {})
    if first in _AROUND and not body.get(str(first)):
        body[str(first)] = _AROUND[str(first)]
    found: dict[str, Any] = _put(body, text.path, words)
    return found


def _put(body: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    first, *rest = path
    if isinstance(first, int):
        return [_put(body[0] if body else None, tuple(rest), value)]
    kept = dict(body or {})
    return {**kept, first: _put(kept.get(first), tuple(rest), value)}


def send(world: World, text: Text, subject: Subject, words: str) -> Any:
    """Send the call about ``subject`` with ``words`` in that field, by one who may."""
    call = call_of(text)
    return ask(browser(world, call.one_who_may()), call, subject, body=with_text(text, subject, words))


def told_at(text: Text, answer: Any) -> set[str]:
    """The codes that a refusal tells at that field, or at what it is a part of."""
    if answer.status_code < 400:
        return set()
    places = [(line["code"], line.get("field", "")) for line in is_refusal(answer)]
    return {code for code, at in places if at and f"{text.field}.".startswith(f"{at}.")}
