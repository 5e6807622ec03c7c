"""Spreadsheets in and out: for the team alone."""

from typing import Any

from passerelle.domain.words import ImportKind
from passerelle.imports.models import Import
from passerelle.imports.services import apply_import, start_import
from tests.contract.calls.call import Call, Subject, Upload, one
from tests.contract.world import TEAM, World
from tests.imports.sheets import PEOPLE, comma


def an_import(w: World) -> Import:
    return start_import(kind=ImportKind.INTERPRETERS, file_name="people.csv", data=comma(PEOPLE), now=w.now, actor=w.team)


def _ready(w: World, **body: Any) -> Subject:
    made = an_import(w)
    return one(made, version=made.version, **body)


def _applied(w: World) -> Subject:
    made = an_import(w)
    apply_import(import_id=made.id, version=made.version, now=w.now, actor=w.team)
    return one(made)


def _call(operation: str, **more: Any) -> Call:
    return Call(operation, may=TEAM, elsewhere=403, **more)


IMPORTS = (
    _call("GET imports"),
    _call("POST imports", status=201, on=lambda _: Subject({}, Upload({"kind": "interpreters"}, comma(PEOPLE)))),
    _call("GET imports/<uuid:pk>", on=lambda w: one(an_import(w))),
    _call("PATCH imports/<uuid:pk>", on=lambda w: _ready(w, columns=[{"index": 1, "field": None}])),
    _call("DELETE imports/<uuid:pk>", on=lambda w: one(an_import(w))),
    _call("GET imports/<uuid:pk>/rows", on=lambda w: one(an_import(w))),
    _call("POST imports/<uuid:pk>/apply", on=lambda w: _ready(w, skip_wrong=True)),
    _call("POST imports/<uuid:pk>/undo", on=_applied),
    _call("GET exports/<str:kind>", on=lambda _: Subject({"kind": "interpreters"})),
)
