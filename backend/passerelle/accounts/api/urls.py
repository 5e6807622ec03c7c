from django.urls import path

from passerelle.accounts.api.views import MeView, MyDataView, TeamView

urlpatterns = [
    path("me", MeView.as_view(), name="me"),
    path("me/data", MyDataView.as_view(), name="my-data"),
    path("team", TeamView.as_view(), name="team"),
]
