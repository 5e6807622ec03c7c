"""django-allauth's addresses, and the one of them that counts more than it does."""

from allauth.core import context, ratelimit
from allauth.core.internal.ratelimit import get_ip
from allauth.headless.account.inputs import RequestLoginCodeInput
from allauth.headless.account.views import RequestLoginCodeView
from allauth.headless.constants import Client
from django.urls import URLPattern, URLResolver, include, path

from passerelle.accounts.adapter import too_often


class RequestCodeInput(RequestLoginCodeInput):  # type: ignore[misc]
    def clean_email(self) -> str:
        """Counted for this account from this address too: from elsewhere its owner can still ask."""
        key = f"{self.cleaned_data['email'].lower()} {get_ip(context.request)}"
        if not ratelimit.consume(context.request, action="request_login_code_here", key=key):
            raise too_often()
        email: str = super().clean_email()
        return email


class RequestCodeView(RequestLoginCodeView):  # type: ignore[misc]
    input_class = RequestCodeInput


urlpatterns: list[URLPattern | URLResolver] = [
    path("browser/v1/auth/code/request", RequestCodeView.as_api_view(client=Client.BROWSER)),
    path("", include("allauth.headless.urls")),
]
