"""What reached the server of what was done on a phone: exactly one of each, whatever happened on the way."""

from collections import Counter
from dataclasses import dataclass, field

from playwright.sync_api import Request

from passerelle.accounts.models import User
from passerelle.common.models import StoredAnswer
from passerelle.journal.models import Change
from tests.e2e.windows import Window


@dataclass
class Sent:
    """The acts a phone sent, as its browser says: by address, and the keys they went under."""

    _noted: dict[str, list[str]] = field(default_factory=dict)
    _windows: list[Window] = field(default_factory=list)

    def listen(self, window: Window) -> "Sent":
        window.page.context.on("request", self._note)
        self._windows.append(window)
        return self

    @property
    def keys(self) -> dict[str, list[str]]:
        """By address. What a browser says waits until it is asked something."""
        for window in self._windows:
            if not window.page.is_closed():
                window.page.evaluate("true")
        return self._noted

    def _note(self, request: Request) -> None:
        if request.method in {"POST", "PUT"} and "/api/v1/" in request.url:
            key = request.headers.get("idempotency-key", "none")
            self._noted.setdefault(request.url.split("/api/v1")[1], []).append(key)

    @property
    def posts(self) -> Counter[str]:
        """By address: how often it was sent."""
        return Counter({path: len(keys) for path, keys in self.keys.items()})

    def all_keys(self) -> set[str]:
        return {key for keys in self.keys.values() for key in keys}

    def counted(self) -> Counter[str]:
        """By key: how often it was sent."""
        return Counter(key for keys in self.keys.values() for key in keys)


def of_the_journal(user: User, entity: str) -> list[str]:
    """What the journal says that ``user`` did to things of that type, in order."""
    found = Change.objects.filter(actor_id=user.pk, entity=entity).order_by("number")
    return list(found.values_list("kind", flat=True))


def stored_keys(user: User) -> list[str]:
    """The keys whose acts took effect, in order."""
    return [str(key) for key in StoredAnswer.objects.filter(user_id=user.pk).order_by("at").values_list("key", flat=True)]


def not_one(sent: Sent, user: User, acts: int) -> list[str]:
    """What is wrong where ``user`` did so many acts, none of them overtaken; empty when each was sent and happened once."""
    keys = sent.all_keys()
    stored = set(stored_keys(user))
    wrong = [f"{key} was sent and never happened" for key in keys - stored]
    wrong += [f"{key} happened and was not sent" for key in stored - keys]
    return wrong if len(stored) == acts else [*wrong, f"{len(stored)} happened of {acts}"]
