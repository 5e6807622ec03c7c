"""What a window reads: each address once when it opens, and after that what changed."""

from collections import Counter
from datetime import UTC, datetime
from urllib.parse import urlsplit

from playwright.sync_api import Request, expect

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.bookings.models import Offer
from passerelle.bookings.services.answers import accept_offer
from passerelle.demo.world.cast import mail
from passerelle.domain.states.offer import OfferState
from tests.e2e.windows import Opener, Window, holds
from tests.support.waiting import until

WITHOUT_CURSOR = """(() => {
  const fetch = window.fetch.bind(window);
  window.fetch = async (...what) => {
    const answer = await fetch(...what);
    if (!answer.headers.has("live-cursor")) return answer;
    const headers = new Headers(answer.headers);
    headers.delete("live-cursor");
    return new Response(answer.body, { status: answer.status, headers });
  };
})();"""


def reads(window: Window) -> "Counter[str]":
    """The addresses of the API that the window reads from here on, and how often."""
    found: Counter[str] = Counter()

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.path.startswith("/api/") and request.method == "GET":
            found[f"{address.path}?{address.query}"] += 1

    window.page.on("request", note)
    return found


def is_live_and_done(window: Window) -> None:
    """The window was greeted since ``heard`` was emptied, and has read whatever it read for that."""
    until(lambda: window.page.evaluate("true") and any('"hello"' in said for said in window.line.heard), what="a hello")
    window.page.evaluate("fetch('/healthz').then(() => null)")  # from here on, for as long as a burst is gathered and longer
    holds(window.page, "window.readsNothing()")


def loaded_again(window: Window) -> "Counter[str]":
    """What the window reads when its page is loaded, until nothing more is read and it is live."""
    is_live_and_done(window)
    window.line.heard.clear()
    found = reads(window)
    window.page.reload()
    expect(window.page.locator("main h1").first).to_be_visible()
    is_live_and_done(window)
    return found


def test_the_first_load_of_an_interpreters_screen_reads_each_address_once(open_window: Opener) -> None:
    read = loaded_again(open_window("interpreter"))
    assert len(read) > 2
    assert set(read.values()) == {1}, read


def test_without_the_cursor_of_the_first_answer_everything_is_read_twice(open_window: Opener) -> None:
    """Else the test above could not fail."""
    interpreter = open_window("interpreter")
    interpreter.page.add_init_script(WITHOUT_CURSOR)
    read = loaded_again(interpreter)
    assert read["/api/v1/me?"] == 2


def answers_elsewhere() -> None:
    """Whose window it is says yes on another device."""
    who = actor_for(User.objects.get(email=mail("shirin")))
    asked = Offer.objects.filter(interpreter=who.interpreter_id, state=OfferState.ASKED).first()
    assert asked is not None
    accept_offer(offer_id=asked.id, now=datetime.now(UTC), actor=who)


def comes_back(window: Window) -> "Counter[str]":
    """What a window that was cut off reads once it has its line again."""
    window.line.heard.clear()
    found = reads(window)
    window.line.cut = False
    is_live_and_done(window)
    return found


def test_a_window_that_was_cut_off_reads_only_what_changed_meanwhile(open_window: Opener) -> None:
    interpreter = open_window("interpreter")
    loaded_again(interpreter)
    interpreter.line.cut_off()
    answers_elsewhere()
    read = comes_back(interpreter)
    assert read
    assert set(read.values()) == {1}, read
    assert {address for address in read if not address.startswith("/api/v1/offers")} == set()
    interpreter.line.cut_off()
    assert comes_back(interpreter) == {}
