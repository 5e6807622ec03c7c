"""Every address the product answers on."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView

from passerelle.config import pages

api: list[URLPattern | URLResolver] = [
    path("", include("passerelle.accounts.api.urls")),
    path("", include("passerelle.agencies.api.urls")),
    path("", include("passerelle.interpreters.api.urls")),
    path("", include("passerelle.bookings.api.urls")),
    path("", include("passerelle.imports.api.urls")),
    path("", include("passerelle.journal.api.urls")),
    path("", include("passerelle.demo.api.urls")),
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("docs", pages.docs, name="docs"),
]

urlpatterns = [
    path("healthz", pages.healthz),
    path("api/v1/", include(api)),
    path("_allauth/", include("passerelle.accounts.api.ways_in")),
    re_path(r"^(?!api/|_allauth/|admin/|ws(?:/|$)|static/|assets/).*$", pages.front_end),
]

handler400 = "passerelle.config.pages.bad_request"
handler404 = "passerelle.config.pages.not_found"
handler500 = "passerelle.config.pages.fault"
