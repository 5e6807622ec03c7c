"""``/imports``: a spreadsheet is taken in, its columns matched, its rows looked at; then applied, or taken back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.accesses import note_read
from passerelle.common.inputs import output_of, query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import Errors, Nothing, act_on, answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.refusals import Code, Refusal, Stale
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports.api.inputs import Applying, Matching
from passerelle.imports.api.uploads import UploadView
from passerelle.imports.exporting import ExportFormat, export
from passerelle.imports.kinds.all import KINDS
from passerelle.imports.languages import written_language
from passerelle.imports.selectors import import_view, import_views, one_import, row_views, visible_imports
from passerelle.imports.services import apply_import, check_again, discard_import, match_columns, undo_import
from passerelle.imports.shapes import ImportPage, ImportRowPage, ImportView

OF_KINDS = OpenApiParameter("kind", str, description="Of one of these kinds, separated by commas.")
STATES = OpenApiParameter("state", str, description="In one of these states, separated by commas; all unless told.")


class ImportsView(UploadView):
    permission_classes = [TeamOnly]

    @documented("list_imports", ImportPage, parameters=[OF_KINDS, *PAGING])
    def get(self, request: Request) -> Response:
        """Every import, the newest first."""
        actor, rows = actor_of(request), visible_imports(actor_of(request))
        if kinds := query(request, {"kind"}).words("kind", ImportKind):
            rows = rows.filter(kind__in=kinds)
        found = page(rows, request, keys=("created_at", "id"), descending=True)
        return answer(ImportPage(import_views(found.rows, actor), found.next))


class OneImportView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_import", ImportView)
    def get(self, request: Request, pk: UUID) -> Response:
        return answer(import_view(pk, actor_of(request)))

    @documented("match_columns", ImportView, takes=Matching)
    def patch(self, request: Request, pk: UUID) -> HttpResponse:
        """Take columns for other fields and check every row anew."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> ImportView:
            match_columns(import_id=pk, **given, now=moment, actor=actor)
            return import_view(pk, actor)

        try:
            return perform(request, takes=Matching, act=act)
        except Stale as stale:
            stale.current = import_view(pk, actor)
            raise

    @documented("discard_import", Nothing, takes=Nothing)
    def delete(self, request: Request, pk: UUID) -> HttpResponse:
        """Throw away one that was not applied."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> Nothing:
            discard_import(import_id=pk, **given, now=moment, actor=actor)
            return Nothing()

        return perform(request, takes=Nothing, act=act)


class ImportRowsView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_import_rows", ImportRowPage, parameters=[STATES, *PAGING])
    def get(self, request: Request, pk: UUID) -> Response:
        """The rows of the sheet, in its order."""
        found = one_import(pk, actor_of(request))
        rows = found.rows.all()
        if states := query(request, {"state"}).words("state", ImportRowState):
            rows = rows.filter(state__in=states)
        some = page(rows, request, keys=("number",))
        return answer(ImportRowPage(row_views(some.rows, len(found.columns)), some.next))


FORMAT = OpenApiParameter("format", str, enum=[*ExportFormat], description="CSV unless told.")
TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ExportView(APIView):
    permission_classes = [TeamOnly]

    @extend_schema(
        operation_id="export",
        parameters=[FORMAT],
        responses={(200, "text/csv"): bytes, (200, TYPES[ExportFormat.XLSX]): bytes}
        | dict.fromkeys([400, 401, 403, 404], output_of(Errors)),
    )
    def get(self, request: Request, kind: str) -> HttpResponse:
        """Everything of this kind as a spreadsheet in the reader's language, which can be imported again."""
        if kind not in KINDS:
            raise Http404
        actor, known, at = actor_of(request), ImportKind(kind), now()
        wanted = ExportFormat(query(request, {"format"}).choice("format", list(ExportFormat)))
        file = export(known, wanted, written_language(), now=at, actor=actor)
        note_read(request, AccessKind.EXPORT)
        name = f"{kind}-{at.date()}.{wanted}"
        return HttpResponse(file, content_type=TYPES[wanted], headers={"Content-Disposition": f'attachment; filename="{name}"'})


_Apply = act_on(
    operation="apply_import", service=apply_import, key="import_id", takes=Applying, shape=ImportView, show=import_view
)
_Undo = act_on(operation="undo_import", service=undo_import, key="import_id", takes=Nothing, shape=ImportView, show=import_view)


class ApplyImportView(_Apply):  # type: ignore[misc, valid-type]
    permission_classes = [TeamOnly]

    @documented("apply_import", ImportView, takes=Applying)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Write every row that is new or changed, all of them or none.

        What is outdated is checked again before it is said, so that the reader finds it as it is now.
        """
        try:
            answered: HttpResponse = super().post(request, pk)
        except Refusal as refusal:
            if refusal.code is Code.IMPORT_OUTDATED:
                check_again(import_id=pk, now=now(), actor=actor_of(request))
            raise
        return answered


class UndoImportView(_Undo):  # type: ignore[misc, valid-type]
    permission_classes = [TeamOnly]


ACTS: dict[str, type[APIView]] = {"apply": ApplyImportView, "undo": UndoImportView}
