"""``/interpreters``."""

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented
from passerelle.interpreters.selectors import interpreter_views, visible_interpreters
from passerelle.interpreters.shapes import InterpreterPage


class InterpretersView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_interpreters", InterpreterPage, parameters=PAGING)
    def get(self, request: Request) -> Response:
        """Everyone who interprets, by first name."""
        query(request, set())
        rows = visible_interpreters(actor_of(request)).prefetch_related("languages", "credentials")
        found = page(rows, request, keys=("first_name", "id"))
        return answer(InterpreterPage(interpreter_views(found.rows), found.next))
