"""States of what only the team works with, as they are said inside a sentence."""

from passerelle.domain.refusals import _

OF_THE_TEAM: dict[str, str] = {
    "applied": _("imported"),
    "matching": _("waiting for its columns"),
    "ready": _("ready to be imported"),
    "undone": _("taken back"),
}
