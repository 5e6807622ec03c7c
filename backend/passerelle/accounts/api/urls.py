from django.urls import path

from passerelle.accounts.api.sign_ins import EndOtherSignInsView, EndSignInView, SignInsView
from passerelle.accounts.api.views import MeView, MyDataView, TeamView

urlpatterns = [
    path("me", MeView.as_view(), name="me"),
    path("me/data", MyDataView.as_view(), name="my-data"),
    path("me/sign-ins", SignInsView.as_view(), name="sign-ins"),
    path("me/sign-ins/end-others", EndOtherSignInsView.as_view(), name="end-other-sign-ins"),
    path("me/sign-ins/<uuid:pk>/end", EndSignInView.as_view(), name="end-sign-in"),
    path("team", TeamView.as_view(), name="team"),
]
