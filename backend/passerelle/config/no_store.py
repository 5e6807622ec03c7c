"""What the API answers is about people: no browser writes it down (decision 33)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

ABOUT_PEOPLE = ("/api/", "/_allauth/")


def no_store(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    def answer(request: HttpRequest) -> HttpResponseBase:
        found = get_response(request)
        if request.path.startswith(ABOUT_PEOPLE):
            found.headers.setdefault("Cache-Control", "no-store")
        return found

    return answer
