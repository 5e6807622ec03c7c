"""Taking in a file: its size is asked for before anything of it is read into memory."""

from collections.abc import Mapping
from typing import IO, Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.views import APIView

from passerelle.common.idempotency import once
from passerelle.common.inputs import output_of
from passerelle.common.permissions import actor_of
from passerelle.common.views import IDEMPOTENCY, Errors, now
from passerelle.domain.refusals import Code, Refusal, problem, refuse
from passerelle.domain.words import ImportKind
from passerelle.imports.kinds.all import KINDS
from passerelle.imports.reading.sheet import MOST_BYTES
from passerelle.imports.selectors import import_view
from passerelle.imports.services import start_import
from passerelle.imports.shapes import ImportView

_AROUND = 64 * 1024
"""What a form adds around its file."""
FORM = {
    "multipart/form-data": {
        "type": "object",
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "kind": {"type": "string", "enum": [kind.value for kind in ImportKind]},
        },
        "required": ["file", "kind"],
    }
}


class BoundedForm(MultiPartParser):
    """Refuses what is too large before reading it."""

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None) -> Any:
        length = (parser_context or {})["request"].META.get("CONTENT_LENGTH")
        if not str(length or "").isdigit() or int(length) > MOST_BYTES + _AROUND:
            raise refuse(Code.FILE_TOO_LARGE, at="file", most=f"{MOST_BYTES // 1024**2} MB")
        return super().parse(stream, media_type, parser_context)


class UploadView(APIView):
    parser_classes = [BoundedForm]

    @extend_schema(
        operation_id="start_import",
        request=FORM,
        parameters=[IDEMPOTENCY],
        responses={201: output_of(ImportView)} | dict.fromkeys([400, 401, 403, 409, 422], output_of(Errors)),
    )
    def post(self, request: Request) -> HttpResponse:
        """Read a spreadsheet and check it with the columns that its headers suggest. Nothing else is stored."""
        actor, moment = actor_of(request), now()
        kind, name, data = _form(request)

        def act() -> ImportView:
            made = start_import(kind=kind, file_name=name, data=data, now=moment, actor=actor)
            return import_view(made.id, actor)

        return once(request, act, status=201, sent=b"\0".join([kind.encode(), name.encode(), data]))


def _form(request: Request) -> tuple[ImportKind, str, bytes]:
    """Kind, the file's name and its bytes; every problem of the form at once."""
    form: Any = request.data
    file, kind = request.FILES.get("file"), str(form.get("kind", ""))
    found = [] if file is not None else [problem(Code.EMPTY, at="file")]
    if kind not in KINDS:
        found.append(problem(Code.FIELD_UNKNOWN if kind else Code.EMPTY, at="kind"))
    if file is None or found:
        raise Refusal(*found)
    return ImportKind(kind), file.name or "", file.read()
