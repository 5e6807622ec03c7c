"""Every operation of the document: those of ``tests/contract``, and those that ask nobody who they are."""

from passerelle.accounts.models import User
from passerelle.demo.world.cast import mail
from passerelle.interpreters.claims import make_claim_link
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject
from tests.contract.world import COORDINATOR, INTERPRETER, PARTNER, World
from tests.factories.people import a_profile, a_user, an_interpreter
from tests.fuzz.surroundings import NOBODY


def _claim(w: World) -> Subject:
    by_phone = an_interpreter(a_profile("Leyla"), signs_in=False)
    link = make_claim_link(interpreter_id=by_phone.id, now=w.now, actor=w.team)
    return Subject({}, {"token": link.token, "email": f"{by_phone.id}@example.invalid", "locale": "prs"})


def _demo(_w: World) -> Subject:
    if not User.objects.filter(email=mail("hannah")).exists():
        a_user("Hannah", mail("hannah"))
    return Subject({}, {"key": "team"})


EVERY = (
    *CALLS,
    Call("POST claims", may={NOBODY}, status=201, on=_claim),
    Call("GET demo/people", may={NOBODY, PARTNER, INTERPRETER, COORDINATOR}, on=_demo),
    Call("POST demo/sign-in", may={NOBODY, PARTNER, INTERPRETER, COORDINATOR}, on=_demo),
)
