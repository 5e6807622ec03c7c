from django.urls import path

from passerelle.interpreters.api.views import ClaimsView, InterpretersView

urlpatterns = [
    path("interpreters", InterpretersView.as_view(), name="interpreters"),
    path("claims", ClaimsView.as_view(), name="claims"),
]
