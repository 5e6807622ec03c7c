from django.urls import path

from passerelle.accounts.api.views import MeView, TeamView

urlpatterns = [path("me", MeView.as_view(), name="me"), path("team", TeamView.as_view(), name="team")]
