from typing import Any

from passerelle.accounts.models import User
from passerelle.interpreters.models import Interpreter


def own_interpreter(user: User) -> dict[str, Any]:
    """The interpreter ``user`` is, if any."""
    return {"interpreter_id": Interpreter.objects.filter(user=user, active=True).values_list("id", flat=True).first()}
