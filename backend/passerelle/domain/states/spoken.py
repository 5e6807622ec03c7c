"""How a state is said to a person inside a sentence ("it is now …"). Screens have their own words."""

from passerelle.domain.refusals import _
from passerelle.domain.states.spoken_to_team import OF_THE_TEAM

SPOKEN: dict[str, str] = {
    **OF_THE_TEAM,
    "accepted": _("answered with yes"),
    "asked": _("waiting for an answer"),
    "cancelled": _("cancelled"),
    "confirmed": _("confirmed"),
    "declined": _("declined"),
    "done": _("over"),
    "draft": _("a draft"),
    "held": _("held and closed"),
    "lapsed": _("not answered in time"),
    "missed": _("recorded as missed"),
    "new": _("not asked yet"),
    "open": _("open"),
    "planning": _("being planned"),
    "requested": _("requested"),
    "reserve": _("on standby"),
    "scheduled": _("scheduled"),
    "stood_down": _("not needed this time"),
    "taken": _("taken"),
    "unfilled": _("left empty"),
    "withdrawn": _("withdrawn"),
    "worked": _("recorded as worked"),
}
