"""A link with which somebody booked by phone makes their own account: once, in time, and not by anybody else."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from passerelle.accounts.models import User
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors.offers import Show, shown
from passerelle.bookings.services.asking import assign_interpreter
from passerelle.common.idempotency import HEADER
from passerelle.common.models import StoredAnswer
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import Actor
from passerelle.interpreters.claims import GOOD_FOR, claim, make_claim_link, withdraw_claim_link
from passerelle.interpreters.models import ClaimLink, Interpreter
from tests.factories.partners import a_day, a_request, put_on, signed_in
from tests.factories.people import (
    NOW,
    a_group_of,
    a_partner_of,
    a_profile,
    a_user,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)

EMAIL = "shirin@example.invalid"
LATER = NOW + timedelta(days=1)


def by_phone() -> Interpreter:
    return an_interpreter(a_profile("Shirin"), signs_in=False)


def a_link(interpreter: Interpreter, team: Actor) -> str:
    return make_claim_link(interpreter_id=interpreter.id, now=NOW, actor=team).token


def refused(token: str, email: str = EMAIL, now: Any = LATER) -> Code:
    with pytest.raises(Refusal) as caught:
        claim(token=token, email=email, locale="en", now=now)
    return caught.value.code


def test_what_somebody_was_booked_for_by_phone_is_theirs(db: None) -> None:
    team, agency, shirin = someone_of_the_team(), an_agency(), by_phone()
    session = put_on(a_request(a_group_of(agency), a_partner_of(agency)), a_day(team), team)
    assign_interpreter(shift_id=Shift.objects.get(session=session).id, interpreter_id=shirin.id, now=NOW, actor=team)
    user = claim(token=a_link(shirin, team), email=" Shirin@Example.invalid ", locale="prs", now=LATER)
    assert (user.name, user.email, user.locale) == ("Shirin", EMAIL, "prs")
    me = acting(Interpreter.objects.get(pk=shirin.id))
    assert (me.user_id, me.interpreter_id) == (user.id, shirin.id)
    assert list(shown(me, Show.MINE)) == [Offer.objects.get(interpreter=shirin)]


def test_it_works_once(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    token = a_link(shirin, team)
    claim(token=token, email=EMAIL, locale="en", now=LATER)
    assert refused(token, "somebody.else@example.invalid") is Code.LINK_OVER
    assert User.objects.filter(email="somebody.else@example.invalid").count() == 0


def test_it_ends(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    token = a_link(shirin, team)
    assert refused(token, now=NOW + GOOD_FOR) is Code.LINK_OVER
    assert claim(token=token, email=EMAIL, locale="en", now=NOW + GOOD_FOR - timedelta(seconds=1)).email == EMAIL


def test_it_can_be_withdrawn_and_a_new_one_takes_the_place_of_the_last(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    first = a_link(shirin, team)
    second = a_link(shirin, team)
    assert refused(first) is Code.LINK_OVER
    for _ in range(2):
        withdraw_claim_link(interpreter_id=shirin.id, now=NOW, actor=team)
    assert refused(second) is Code.LINK_OVER
    assert Interpreter.objects.get(pk=shirin.id).user is None


def test_a_made_up_link_and_one_of_somebody_inactive_do_not_work(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    token = a_link(shirin, team)
    assert refused(token + "x") is Code.LINK_OVER
    Interpreter.objects.filter(pk=shirin.id).update(active=False)
    assert refused(token) is Code.LINK_OVER


@pytest.mark.parametrize(("email", "code"), [("no address", Code.EMAIL_WRONG), ("taken@example.invalid", Code.EMAIL_TAKEN)])
def test_a_wrong_address_leaves_the_link_as_it_was(db: None, email: str, code: Code) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    a_user("Taken", "taken@example.invalid")
    token = a_link(shirin, team)
    assert refused(token, email) is code
    assert claim(token=token, email=EMAIL, locale="en", now=LATER).email == EMAIL


KEY = "6b3fe7c2-7f4e-4d4c-9d9e-2f6a5b1c0d3e"


def ask_for_a_link(shirin: Interpreter, team: Actor, key: str) -> Any:
    path = f"/api/v1/interpreters/{shirin.id}/claim-link"
    return signed_in(team).post(path, content_type="application/json", headers={HEADER: key})


def test_the_token_is_kept_nowhere_in_the_open(db: None) -> None:
    made = ask_for_a_link(by_phone(), someone_of_the_team(), KEY)
    token = made.json()["path"].removeprefix("/claim#")
    assert (made.status_code, len(token)) == (201, 43)
    assert token.encode() not in bytes(ClaimLink.objects.get().digest)
    assert token.encode() not in bytes(StoredAnswer.objects.get().body or b"")


def test_the_same_tap_sent_again_is_told_the_same_link_and_another_tap_another(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    first, again = [ask_for_a_link(shirin, team, KEY) for _ in range(2)]
    assert (again.status_code, again.content) == (201, first.content)
    assert ClaimLink.objects.count() == 1
    assert ask_for_a_link(shirin, team, str(uuid4())).content != first.content


def test_who_has_an_account_needs_no_link_and_only_the_team_makes_one(db: None) -> None:
    team, parwana, shirin = someone_of_the_team(), an_interpreter(a_profile("Parwana")), by_phone()
    with pytest.raises(Refusal) as caught:
        a_link(parwana, team)
    assert caught.value.code is Code.HAS_ACCOUNT
    for stranger in (a_partner_of(an_agency()), acting(parwana)):
        with pytest.raises(Forbidden):
            a_link(shirin, stranger)
        with pytest.raises(Forbidden):
            withdraw_claim_link(interpreter_id=shirin.id, now=NOW, actor=stranger)
    with pytest.raises(Missing):
        make_claim_link(interpreter_id=team.user_id, now=NOW, actor=team)  # type: ignore[arg-type]


def post_claim(client: Client, body: dict[str, str], **headers: str) -> Any:
    csrf = client.get("/claim").cookies["csrftoken"].value
    headers |= {"X-CSRFToken": csrf}
    return client.post("/api/v1/claims", body, content_type="application/json", headers=headers)


def over_the_api(shirin: Interpreter, team: Actor) -> str:
    made: str = (
        signed_in(team).post(f"/api/v1/interpreters/{shirin.id}/claim-link", content_type="application/json").json()["path"]
    )
    return made.removeprefix("/claim#")


def test_pressing_the_button_makes_the_account_and_signs_in(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    token, client = over_the_api(shirin, team), Client(enforce_csrf_checks=True)
    for _ in range(2):  # a scanner that opens the link
        client.get("/claim")
    assert Interpreter.objects.get(pk=shirin.id).user is None
    claimed = post_claim(client, {"token": token, "email": EMAIL, "locale": "fr"})
    assert claimed.status_code == 201
    me = client.get("/api/v1/me").json()
    assert me == claimed.json()
    assert (me["name"], me["roles"], me["interpreter_id"], me["locale"]) == ("Shirin", ["interpreter"], str(shirin.id), "fr")
    assert post_claim(Client(enforce_csrf_checks=True), {"token": token, "email": "b@example.invalid"}).status_code == 409


def test_without_the_token_against_forged_requests_and_signed_in_as_somebody_nothing_is_claimed(db: None) -> None:
    team, shirin = someone_of_the_team(), by_phone()
    body = {"token": over_the_api(shirin, team), "email": EMAIL}
    forged = Client(enforce_csrf_checks=True).post("/api/v1/claims", body, content_type="application/json")
    assert forged.status_code == 403
    assert signed_in(team).post("/api/v1/claims", body, content_type="application/json").status_code == 403
    assert Interpreter.objects.get(pk=shirin.id).user is None


def a_browser() -> Client:
    return Client(enforce_csrf_checks=True)


def test_whoever_lost_the_answer_claims_again_under_the_same_key_and_is_signed_in(db: None) -> None:
    token = over_the_api(by_phone(), someone_of_the_team())
    body, key = {"token": token, "email": EMAIL, "locale": "fr"}, {HEADER: KEY}
    first = post_claim(a_browser(), body, **key)
    without_cookie, with_cookie = a_browser(), a_browser()
    with_cookie.cookies = first.cookies
    for client in (without_cookie, with_cookie):
        again = post_claim(client, body, **key)
        assert (again.status_code, again.content) == (201, first.content)
        assert client.get("/api/v1/me").content == first.content
    assert User.objects.filter(email=EMAIL).count() == 1


def test_a_link_that_was_used_signs_nobody_in_without_the_key_it_was_used_under(db: None) -> None:
    token = over_the_api(by_phone(), someone_of_the_team())
    body = {"token": token, "email": EMAIL, "locale": "fr"}
    post_claim(a_browser(), body, **{HEADER: KEY})
    for headers, sent, status in (
        ({}, body, 409),
        ({HEADER: str(uuid4())}, body, 409),
        ({HEADER: KEY}, body | {"email": "other@example.invalid"}, 422),
    ):
        client = a_browser()
        assert post_claim(client, sent, **headers).status_code == status
        assert client.get("/api/v1/me").status_code == 401


def test_a_repeat_does_not_sign_in_whose_account_was_closed(db: None) -> None:
    token = over_the_api(by_phone(), someone_of_the_team())
    body, key = {"token": token, "email": EMAIL}, {HEADER: KEY}
    post_claim(a_browser(), body, **key)
    User.objects.filter(email=EMAIL).update(is_active=False)
    client = a_browser()
    assert post_claim(client, body, **key).status_code == 409
    assert client.get("/api/v1/me").status_code == 401
