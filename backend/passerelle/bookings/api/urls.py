"""Addresses of bookings. An act on a thing is ``POST /things/{id}/act``; the tables of acts stand in each module."""

from datetime import date

from django.urls import URLPattern, path, register_converter
from rest_framework.views import APIView

from passerelle.bookings.api import (
    free_days,
    groups,
    offers,
    partners,
    people,
    profile,
    sessions,
    shifts,
    team,
    told,
    travel,
    visits,
)


class DayConverter:
    """A calendar day in an address; what is none is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")


def acts(noun: str, table: dict[str, type[APIView]]) -> list[URLPattern]:
    return [path(f"{noun}/<uuid:pk>/{name}", view.as_view(), name=f"{noun}-{name}") for name, view in table.items()]


urlpatterns = [
    path("visits", visits.VisitsView.as_view()),
    path("visits/<uuid:pk>", visits.OneVisitView.as_view()),
    path("visits/<uuid:pk>/board", visits.BoardView.as_view()),
    path("visits/<uuid:pk>/confirmation", visits.ConfirmationView.as_view()),
    path("visits/<uuid:pk>/modes", visits.DayModesView.as_view()),
    path("visits/<uuid:pk>/sheet", visits.SheetView.as_view()),
    path("visits/<uuid:pk>/move", visits.MoveDayView.as_view()),
    path("visits/<uuid:pk>/therapists/<uuid:member>", visits.TherapistView.as_view()),
    path("visits/<uuid:pk>/duty-phone", visits.DutyPhoneView.as_view()),
    *acts("visits", visits.ACTS),
    path("sessions", sessions.SessionsView.as_view()),
    path("sessions/<uuid:pk>", sessions.OneSessionView.as_view()),
    path("sessions/<uuid:pk>/history", sessions.HistoryView.as_view()),
    path("sessions/<uuid:pk>/message", sessions.MessageOfSessionView.as_view()),
    *acts("sessions", sessions.ACTS),
    path("groups/<uuid:pk>/interpreters", groups.InterpretersOfGroupView.as_view()),
    path("shifts/<uuid:pk>", shifts.OneShiftView.as_view()),
    path("shifts/<uuid:pk>/candidates", shifts.CandidatesView.as_view()),
    path("shifts/<uuid:pk>/edit-meaning", shifts.EditMeaningView.as_view()),
    *acts("shifts", shifts.ACTS),
    path("offers", offers.OffersView.as_view()),
    path("offers/not-for-me", offers.NotForMeView.as_view()),
    path("offers/<uuid:pk>/message", team.OfferMessageView.as_view()),
    path("offers/<uuid:pk>", offers.OneOfferView.as_view()),
    *acts("offers", offers.ACTS),
    path("interpreters/<uuid:pk>", people.OneInterpreterView.as_view()),
    path("interpreters/<uuid:pk>/claim-link", people.ClaimLinkOfInterpreterView.as_view()),
    path("interpreters/<uuid:pk>/free-days", told.ToldFreeDaysView.as_view()),
    path("interpreters/<uuid:pk>/free-days/usual", told.ToldUsualDaysView.as_view()),
    path("interpreters/<uuid:pk>/free-days/break", told.ToldBreakView.as_view()),
    path("interpreters/<uuid:pk>/free-days/<day:day>", told.ToldFreeDayView.as_view()),
    path("interpreters/<uuid:pk>/limits", told.ToldLimitsOfView.as_view()),
    *acts("interpreters", people.ACTS),
    path("agencies/<uuid:pk>", partners.OneAgencyView.as_view()),
    path("agencies/<uuid:pk>/invite", partners.InviteMemberView.as_view()),
    path("agencies/<uuid:pk>/members/<uuid:user>/remove", partners.RemoveMemberView.as_view()),
    path("agencies/<uuid:pk>/groups", partners.GroupsOfAgencyView.as_view()),
    path("groups/<uuid:pk>", partners.OneGroupView.as_view()),
    path("sites", partners.SitesView.as_view()),
    path("sites/<uuid:pk>", partners.OneSiteView.as_view()),
    path("inbox", team.InboxView.as_view()),
    path("waiting", team.WaitingView.as_view()),
    path("waiting/<uuid:pk>/message", team.WaitingMessageView.as_view()),
    path("free-days", free_days.FreeDaysView.as_view()),
    path("free-days/usual", free_days.UsualDaysView.as_view()),
    path("free-days/as-before", free_days.AsBeforeView.as_view()),
    path("free-days/break", free_days.BreakView.as_view()),
    path("free-days/<day:day>", free_days.OneFreeDayView.as_view()),
    path("profile", profile.OwnProfileView.as_view()),
    path("pairings", profile.PairingsView.as_view()),
    path("pairings/choices", profile.PairingChoicesView.as_view()),
    path("pairings/<uuid:pk>/allow", profile.AllowPairingView.as_view()),
    path("travel-times", travel.TravelTimesView.as_view()),
]
