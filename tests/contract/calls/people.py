"""People, partners and interpreters, and what interpreters say about their work."""

from datetime import timedelta
from typing import Any

from passerelle.accounts.models import SignIn, User
from passerelle.agencies.models import Agency, Member
from passerelle.availability.services import set_free_day
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.interpreters.models import Interpreter
from tests.contract.calls.call import Call, Subject, one, open_to_all
from tests.contract.world import COORDINATOR, INTERPRETER, INTERPRETERS, LEAD, PARTNER, TEAM, World
from tests.factories.people import a_profile, acting, an_interpreter
from tests.support.sockets import session_of


def _member(w: World) -> Subject:
    member = Member.objects.get(user=w.partner.user_id)
    return Subject({"pk": w.agency.id, "member": member.id}, {"told_by_default": False})


def _another_device(w: World) -> Subject:
    user = User.objects.get(pk=str(w.partner.user_id))
    return Subject({"pk": SignIn.objects.get(session=session_of(user)).id}, {})


def _all_on_another_device(w: World) -> Subject:
    for user in User.objects.filter(pk__in=[str(actor.user_id) for actor in w.people.values()]):
        session_of(user)
    return Subject({}, {})


def _ruled_out(w: World) -> Subject:
    w.confirmed()
    made = rule_out_pairing(group_id=w.group.id, now=w.now, actor=w.people[INTERPRETER])
    return one(made)


def _known_group(w: World) -> Subject:
    w.confirmed()
    return Subject({}, {"group": str(w.group.id), "interpreter": str(w.shirin.id)})


def _team(operation: str, **more: Any) -> Call:
    """For the team alone; everybody else is refused before anything is looked up."""
    return Call(operation, may=TEAM, elsewhere=403, **more)


def _someone() -> dict[str, Any]:
    """An interpreter as the team writes them."""
    return {
        "first_name": "Leyla",
        "family_name": "",
        "languages": [{"language": "prs", "varieties": []}],
        "places": ["france"],
        "pay_status": "fees",
        "gender": "woman",
        "phone": "",
        "base_area": "",
        "reads": "",
    }


def _without_account(_w: World) -> Subject:
    return one(an_interpreter(a_profile("Leyla"), signs_in=False))


def _month_on(w: World) -> str:
    return (w.now.date() + timedelta(days=30)).isoformat()


def _told_free(w: World) -> Subject:
    return Subject({"pk": w.shirin.id, "day": _month_on(w)}, {"free": True})


def _told_limits(w: World) -> Subject:
    told = _without_account(w)
    version = Interpreter.objects.get(pk=told.names["pk"]).version
    return Subject(told.names, {"version": version, "limits": {"sessions_a_day": 1}})


def _edit(w: World) -> Subject:
    return one(w.shirin, version=w.shirin.version, person=_someone(), active=True)


def _credential(w: World) -> Subject:
    days = {"seen_on": w.now.date().isoformat(), "expires_on": w.a_friday().isoformat()}
    return one(w.shirin, kind="check", **days)


def _member_to_remove(w: World) -> Subject:
    return Subject({"pk": w.agency.id, "user": w.partner.user_id}, {})


def _group(w: World, **more: Any) -> dict[str, Any]:
    return {"name": "Sewing", "kind": "families", "women_only": False, "under_18s": True, **more}


def _edit_group(w: World) -> Subject:
    return one(w.group, **_group(w, version=w.group.version, active=True))


def _edit_agency(w: World) -> Subject:
    agency = Agency.objects.get(pk=w.agency.id)  # its members count as changes of it
    return one(agency, version=agency.version, name="Art Refuge UK")


SITE = {"name": "The harbour", "area": "Calais centre", "address": "1 quai du Rhin"}

PARTNERS_BY_THE_TEAM = (
    _team("GET agencies/<uuid:pk>", on=lambda w: one(w.agency)),
    _team("PUT agencies/<uuid:pk>", on=_edit_agency),
    _team("POST agencies", status=201, on=lambda _w: Subject({}, {"name": "Women's Centre"})),
    _team("POST agencies/<uuid:pk>/invite", status=201, on=lambda w: one(w.agency, email="new@example.invalid", name="New")),
    _team("POST agencies/<uuid:pk>/members/<uuid:user>/remove", on=_member_to_remove),
    _team("POST agencies/<uuid:pk>/groups", status=201, on=lambda w: one(w.agency, **_group(w, site=str(w.group.site_id)))),
    _team("GET groups/<uuid:pk>", on=lambda w: one(w.group)),
    _team("PUT groups/<uuid:pk>", on=_edit_group),
    _team("GET sites"),
    _team("POST sites", status=201, on=lambda _w: Subject({}, {**SITE, "country": "FR", "time_zone": "Europe/Paris"})),
    _team("PUT sites/<uuid:pk>", on=lambda w: one(w.group.site, version=w.group.site.version, **SITE)),
)

BY_THE_TEAM = (
    *PARTNERS_BY_THE_TEAM,
    _team("GET inbox"),
    _team("GET waiting"),
    _team("GET waiting/<uuid:pk>/message", on=lambda w: one(w.asked().interpreter)),
    _team("GET offers/<uuid:pk>/message", on=lambda w: one(w.asked())),
    _team("POST interpreters", status=201, on=lambda _w: Subject({}, _someone())),
    _team("GET interpreters/<uuid:pk>", on=lambda w: one(w.shirin)),
    _team("PUT interpreters/<uuid:pk>", on=_edit),
    _team("POST interpreters/<uuid:pk>/credentials", on=_credential),
    _team("GET interpreters/<uuid:pk>/free-days", on=lambda w: one(w.shirin)),
    _team("PUT interpreters/<uuid:pk>/free-days/usual", on=lambda w: one(w.shirin, weekday=4, free=True)),
    _team("PUT interpreters/<uuid:pk>/free-days/break", on=lambda w: one(w.shirin, until=_month_on(w))),
    _team("PUT interpreters/<uuid:pk>/free-days/<day:day>", on=_told_free),
    _team("GET interpreters/<uuid:pk>/limits", on=lambda w: one(w.shirin)),
    _team("PUT interpreters/<uuid:pk>/limits", on=_told_limits),
    _team("POST interpreters/<uuid:pk>/claim-link", status=201, on=_without_account),
    _team("POST interpreters/<uuid:pk>/withdraw-claim-link", on=_without_account),
)

PEOPLE = (
    open_to_all("GET me"),
    open_to_all("GET me/data"),
    open_to_all("PATCH me", on=lambda _w: Subject({}, {"locale": "fr"})),
    open_to_all("GET me/sign-ins"),
    open_to_all("POST me/sign-ins/end-others", on=_all_on_another_device),
    Call("POST me/sign-ins/<uuid:pk>/end", may={PARTNER}, on=_another_device),
    Call("GET team", may=TEAM, elsewhere=403),
    open_to_all("GET groups"),
    open_to_all("GET agencies"),
    Call("GET agencies/<uuid:pk>/members", may=TEAM | {PARTNER}, on=lambda w: one(w.agency)),
    Call("PUT agencies/<uuid:pk>/members/<uuid:member>", may=TEAM | {PARTNER}, on=_member),
    Call("GET groups/<uuid:pk>/interpreters", may=TEAM | {PARTNER}, on=lambda w: one(w.group)),
    Call("GET interpreters", may=TEAM, elsewhere=403),
    Call("GET journal", may=TEAM, elsewhere=403),
    Call("GET audit", may={COORDINATOR, LEAD}, elsewhere=403),
)


def _said_before(w: World) -> Subject:
    for _ in range(2):
        w.a_visit()
    for person in (w.shirin, w.omid):
        set_free_day(interpreter_id=person.id, day=w.now.date(), free=True, now=w.now, actor=acting(person))
    return Subject({}, {})


def _own(operation: str, **more: Any) -> Call:
    """For interpreters, about themselves."""
    return Call(operation, may=INTERPRETERS, elsewhere=403, **more)


def _in_a_month(w: World) -> Subject:
    return Subject({}, {"until": _month_on(w)})


OF_INTERPRETERS = (
    _own("GET free-days"),
    _own("PUT free-days/<day:day>", on=lambda w: Subject({"day": _month_on(w)}, {"free": True})),
    _own("PUT free-days/usual", on=lambda _w: Subject({}, {"weekday": 4, "free": True})),
    _own("PUT free-days/break", on=_in_a_month),
    _own("POST free-days/as-before", on=_said_before),
    _own("GET profile"),
    _own("PUT profile", on=lambda w: Subject({}, {"version": w.shirin.version, "places": ["france"]})),
    open_to_all("GET pairings"),
    Call("POST pairings", may=TEAM | {INTERPRETER}, on=_known_group, status=201),
    _own("GET pairings/choices"),
    Call("POST pairings/<uuid:pk>/allow", may={INTERPRETER}, on=_ruled_out),
    Call("GET travel-times", may=TEAM, elsewhere=403),
    Call(
        "PUT travel-times",
        may=TEAM,
        elsewhere=403,
        on=lambda _w: Subject({}, {"area": "Calais centre", "other": "Dunkirk", "minutes": 40}),
    ),
)
