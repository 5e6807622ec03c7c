from django.db.models import OuterRef, Subquery

from passerelle.accounts.facets import Facet
from passerelle.interpreters.models import Interpreter


def own_interpreter() -> dict[str, Facet]:
    """The interpreter somebody is, if any."""
    own = Interpreter.objects.filter(user=OuterRef("pk"), active=True).order_by()
    return {"interpreter_id": Facet(Subquery(own.values("id")))}
