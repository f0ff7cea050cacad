"""A session ends; what was typed meanwhile comes back to the same person, and to nobody else."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth
from django.conf import settings
from django.test import Client

from answerable.ledger.book import Book
from answerable.store.models import Login
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from answerable.vocabulary.facts import DueDateMoved
from answerable.web import sessions
from tests.operations.cast import ACTION, begin
from tests.security.people import AWAY, PASSWORD, account, code_of, signed_in, with_password
from tests.web.acting import browser, hidden, words

OFFICER = "anyshire-pcc/governance-officer"
MOVE = f"/actions/{ACTION}/move/"
TYPED = {
    "due-day": "30",
    "due-month": "9",
    "due-year": "2031",
    "reason": "Two posts are vacant & nobody <yet>.",
    "authoriser": "commissioner",
}


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """One finding and one action."""
    begin(book)


def age(client: Client, **back: timedelta) -> None:
    """Set the marks of a session back, as if that much time had passed."""
    session = client.session
    for name, by in back.items():
        key = {"seen": sessions.SEEN, "began": sessions.BEGAN}[name]
        session[key] = (datetime.fromisoformat(session[key]) - by).isoformat()
    session.save()


def moves() -> int:
    register = registers.register("anyshire-police", valid=datetime(2100, 1, 1).date())  # noqa: DTZ001
    return len(register.of(DueDateMoved))


def test_a_form_sent_too_late_comes_back_after_signing_in_and_is_written_once() -> None:
    login = account(Role.GOVERNANCE_OFFICER)
    client = signed_in(Role.GOVERNANCE_OFFICER, login=login)
    form = hidden(client.get(MOVE))
    age(client, seen=timedelta(hours=3))
    late = client.post(MOVE, {**form, **TYPED, "step": "save"})
    assert late.status_code == 302
    assert late.url.startswith("/account/sign-in/")
    assert moves() == 0
    assert "What you typed is kept and not written yet" in words(client.get(late.url))
    assert "What you typed is kept" not in words(browser("").get(late.url))
    client.force_login(login)
    back = client.get("/account/go-on/")
    assert "nothing you typed is lost" in words(back)
    assert "Two posts are vacant &amp; nobody &lt;yet&gt;." in back.content.decode()
    sent = _fields(back)
    done = client.post(MOVE, sent)
    assert done.status_code == 302
    assert moves() == 1
    client.post(MOVE, sent)
    assert moves() == 1, "the key of the command came back too"


def test_the_three_boxes_of_a_day_come_back_half_filled_as_they_were() -> None:
    login = account(Role.GOVERNANCE_OFFICER)
    client = signed_in(Role.GOVERNANCE_OFFICER, login=login)
    path = "/findings/new/?body=anyshire-police"
    form = hidden(client.get(path))
    typed = {"on-day": "4", "on-month": "Smarch", "on-year": "", "due-day": "", "due-month": "Ju"}
    age(client, seen=timedelta(hours=3))
    assert client.post(path, {**form, **typed, "due-year": "2031"}).url == sessions.SIGN_IN
    client.force_login(login)
    back = client.get(sessions.GO_ON)
    assert "On 4 Smarch" in words(back), "a day is one thing: told in one line"
    assert "Due Ju 2031" in words(back)
    again = client.post(path, _fields(back))
    assert again.status_code == 422
    html = again.content.decode()
    for name, value in typed.items():
        assert re.search(rf'name="{name}"[^>]*value="{value}"', html), name


def _fields(answer: Any) -> dict[str, str]:
    import html  # noqa: PLC0415

    return {name: html.unescape(value) for name, value in hidden(answer).items()}


def test_what_one_typed_is_never_shown_to_the_next_who_signs_in() -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    form = hidden(client.get(MOVE))
    age(client, seen=timedelta(hours=3))
    client.post(MOVE, {**form, **TYPED})
    client.force_login(account(Role.COMMISSIONER))
    assert "Nothing waits to be sent" in words(client.get("/account/go-on/"))


@pytest.mark.parametrize(
    "back", [{"seen": timedelta(hours=3)}, {"began": timedelta(hours=13)}], ids=["idle", "long"]
)
def test_an_old_session_acts_no_more(back: dict[str, timedelta]) -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    client.get("/account/")
    age(client, **back)
    assert client.get("/account/").status_code == 302
    assert "You act as" not in words(client.get(MOVE))


def test_a_session_in_use_goes_on() -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    client.get("/account/")
    for _ in range(3):
        age(client, seen=timedelta(minutes=100))
        assert client.get("/account/").status_code == 200


def test_a_program_that_saves_in_the_background_is_told_so(home: Path) -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    client.get("/account/")
    age(client, seen=timedelta(hours=3))
    answer = client.post(MOVE, '{"text": "x"}', content_type="application/json")
    assert answer.status_code == 401


def test_a_form_without_an_office_comes_back_once_one_is_chosen_in_this_browser() -> None:
    client, other = browser(), browser()
    form = {**hidden(client.get(MOVE)), **TYPED, "step": "save"}
    assert client.post(MOVE, form).status_code == 403
    assert "What you had typed waits" in words(client.get(f"/roles/?next={MOVE}"))
    assert "What you had typed waits" not in words(other.get(f"/roles/?next={MOVE}"))
    chosen = client.post("/roles/", {"office": OFFICER, "next": MOVE})
    assert chosen.url == "/account/go-on/"
    back = client.get(chosen.url)
    assert "nothing you typed is lost" in words(back)
    assert client.post(MOVE, _fields(back)).status_code == 302
    assert moves() == 1
    assert "Nothing waits to be sent" in words(client.get("/account/go-on/"))


def test_without_its_mark_nothing_of_a_form_is_kept() -> None:
    client = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
    assert client.post(MOVE, TYPED).status_code == 403
    assert "Nothing waits to be sent" in words(client.get("/account/go-on/"))


def _marked(page: Any) -> dict[str, str]:
    """The mark that protects a form against other sites."""
    (mark,) = set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode()))
    return {"csrfmiddlewaretoken": mark}


def _gone(client: Client) -> None:
    """The cookie of the session is no more in this browser."""
    del client.cookies[settings.SESSION_COOKIE_NAME]


def _signed_out(client: Client) -> None:
    """Signed out in another tab of the same browser."""
    mark = _marked(client.get("/account/sign-out/"))
    assert client.post("/account/sign-out/", mark).status_code == 302


@pytest.mark.parametrize("end", [_gone, _signed_out], ids=["cookie gone", "signed out"])
def test_a_form_sent_without_its_session_comes_back_to_who_was_signed_in(end: Any) -> None:
    with_password(Role.GOVERNANCE_OFFICER, name="officer")
    login = Login.objects.get(name="officer")
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(login, secret)
    client = Client(enforce_csrf_checks=True, **AWAY)
    client.force_login(login)
    page = client.get(MOVE)
    form = {**hidden(page), **_marked(page)}
    end(client)
    late = client.post(MOVE, {**form, **TYPED, "step": "save"})
    assert (late.status_code, late.url) == (302, sessions.SIGN_IN)
    assert moves() == 0
    assert client.get(sessions.GO_ON).status_code == 302, "shown to nobody before they sign in"
    given = {"login": "officer", "password": PASSWORD, "next": sessions.GO_ON}
    asked = client.post("/account/sign-in/", {**given, **_marked(client.get(sessions.SIGN_IN))})
    assert asked.status_code == 302
    code = {"code": code_of(secret), **_marked(client.get(asked.url))}
    entered = client.post(asked.url, code)
    assert entered.url == sessions.GO_ON
    back = client.get(sessions.GO_ON)
    assert "Two posts are vacant &amp; nobody &lt;yet&gt;." in back.content.decode()
    assert client.post(MOVE, {**_fields(back), **_marked(back)}).status_code == 302
    assert moves() == 1
    assert "Nothing waits to be sent" in words(client.get(sessions.GO_ON))


def test_a_form_sent_without_its_session_is_not_shown_to_the_next_who_signs_in() -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    form = hidden(client.get(MOVE))
    _gone(client)
    client.post(MOVE, {**form, **TYPED})
    client.force_login(account(Role.COMMISSIONER))
    assert "Nothing waits to be sent" in words(client.get(sessions.GO_ON))


def test_nothing_is_kept_of_a_browser_in_which_nobody_signed_in() -> None:
    login = account(Role.GOVERNANCE_OFFICER)
    client = Client(**AWAY)
    for value in ("", f"{login.pk}", f"{login.pk}:x:y"):
        client.cookies[settings.WHO_COOKIE_NAME] = value
        assert client.post(MOVE, TYPED).status_code == 403
    client.force_login(login)
    assert "Nothing waits to be sent" in words(client.get(sessions.GO_ON))


def test_what_is_kept_is_thrown_away_after_twelve_hours() -> None:
    login = account(Role.GOVERNANCE_OFFICER)
    client = signed_in(Role.GOVERNANCE_OFFICER, login=login)
    form = hidden(client.get(MOVE))
    _gone(client)
    client.post(MOVE, {**form, **TYPED})
    session = client.session
    held = session[sessions.TYPED]
    then = datetime.fromisoformat(held["at"]) - timedelta(hours=13)
    session[sessions.TYPED] = {**held, "at": then.isoformat()}
    session.save()
    client.force_login(login)
    assert "Nothing waits to be sent" in words(client.get(sessions.GO_ON))


@pytest.mark.parametrize("wanted", ["application/json", "*/*"])
def test_a_script_that_saves_without_its_session_is_refused_and_not_led_away(wanted: str) -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    form = hidden(client.get(MOVE))
    age(client, seen=timedelta(hours=3))
    late = client.post(MOVE, {**form, **TYPED}, headers={"accept": wanted})
    assert late.status_code == 401
    _gone(client)
    lost = client.post(MOVE, {**form, **TYPED}, headers={"accept": wanted})
    assert lost.status_code == 403, "the page keeps what was typed, and says that it is not saved"
