"""Signing in: password, code, limits, invitations, leaving; a forwarded request is never here."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY as TYPED,
)
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from answerable.operations import people
from answerable.operations.rights import accounts, inviting
from answerable.operations.rights.accounts import NotAnAccount
from answerable.store.people import accounts as held
from answerable.vocabulary.access import Role
from answerable.vocabulary.refusal import Refusal
from tests.security.people import (
    AT,
    AWAY,
    OFFICES,
    PASSWORD,
    account,
    code_of,
    signed_in,
    with_password,
)
from tests.web.acting import browser, words

SIGN_IN = "/account/sign-in/"


@pytest.fixture(autouse=True)
def fresh(home: Path) -> None:
    """No attempt of another test counts."""
    cache.clear()


def typed(client: Client, name: str, password: str = PASSWORD, **more: str) -> object:
    return client.post(SIGN_IN, {"login": name, "password": password, **more})


def test_password_then_code_and_only_then_the_office_acts() -> None:
    with_password(Role.GOVERNANCE_OFFICER, name="j.ashe")
    client = Client(**AWAY)
    answer = typed(client, "j.ashe")
    assert answer.status_code == 302
    assert "Set up your second factor" in words(client.get("/account/"))
    assert "until then you read as a reader does" in words(client.get("/account/"))
    shown = client.get("/account/second-factor/")
    assert shown.status_code == 200, "the password was typed this moment"
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", shown.content.decode())[1]
    done = client.post("/account/second-factor/", {"code": code_of(secret)}, follow=True)
    assert len(re.findall(r"<li><code>", done.content.decode())) == 10
    acts = words(client.get("/account/"))
    assert "You act as Governance officer of Anyshire Police and Crime Commissioner" in acts

    again = Client(**AWAY)
    answer = typed(again, "J.Ashe@example.org")
    assert answer.url == "/account/code/"
    assert again.get("/account/").status_code == 302, "the password alone signs nobody in"
    wrong = again.post("/account/code/", {"code": "000000"})
    assert "That code is not right" in words(wrong)
    cache.clear()
    assert again.post("/account/code/", {"code": code_of(secret)}).status_code in (200, 302)


def test_an_open_screen_sets_up_no_second_factor() -> None:
    with_password(Role.GOVERNANCE_OFFICER, name="j.ashe")
    client = Client(**AWAY)
    typed(client, "j.ashe")
    session = client.session
    for one in session[TYPED]:
        one["at"] -= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    session.save()
    asked = client.get("/account/second-factor/")
    assert asked.url.startswith("/account/confirm/")
    confirmed = {"password": PASSWORD, "next": "/account/second-factor/"}
    shown = client.post("/account/confirm/", confirmed, follow=True)
    assert re.search(r"<code>([A-Z2-7 ]+)</code>", shown.content.decode())


def test_whoever_has_a_second_factor_confirms_before_it_is_changed() -> None:
    """Signing in with both steps is no confirmation for what protects the account."""
    client = signed_in(Role.ANALYST)
    assert client.get("/account/recovery-codes/new/").url.startswith("/account/confirm")


def test_a_recovery_code_signs_in_once() -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes  # noqa: PLC0415

    with_password(Role.ANALYST, name="a.nalyst")
    login = held.by_name("a.nalyst")
    from answerable.store.models import Login  # noqa: PLC0415

    user = Login.objects.get(pk=login.id)
    from allauth.mfa.totp.internal import auth  # noqa: PLC0415

    auth.TOTP.activate(user, auth.generate_totp_secret())
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    for expected in (302, 200):
        client = Client(**AWAY)
        typed(client, "a.nalyst")
        assert client.post("/account/code/", {"code": code}).status_code == expected
        cache.clear()


def test_the_secret_of_the_codes_is_sealed_in_the_database() -> None:
    from allauth.mfa.models import Authenticator  # noqa: PLC0415
    from allauth.mfa.totp.internal import auth  # noqa: PLC0415

    login = account(Role.ANALYST, factor=False)
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(login, secret)
    assert secret not in str(Authenticator.objects.get(user=login).data)


def test_guessing_stops_after_a_few_wrong_passwords() -> None:
    with_password(Role.ANALYST, name="a.nalyst")
    client = Client(**AWAY)
    for _ in range(5):
        typed(client, "a.nalyst", "wrong password here")
    told = words(typed(client, "a.nalyst"))
    assert "Too many" in told
    assert client.get("/account/").status_code == 302


def test_a_wrong_name_and_a_wrong_password_are_answered_alike() -> None:
    with_password(Role.ANALYST, name="a.nalyst")
    one = typed(Client(**AWAY), "a.nalyst", "wrong password here")
    two = typed(Client(**AWAY), "nobody", "wrong password here")
    told = [words(answer).partition("As at")[0] for answer in (one, two)]  # before the minute
    assert "not" in told[0]
    assert told[0].replace("a.nalyst", "") == told[1].replace("nobody", "")


def test_nobody_signs_up() -> None:
    client = Client(**AWAY)
    assert client.get("/account/signup/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404


def test_an_invitation_is_used_once_and_ends() -> None:
    made = inviting.invite(
        by=people.administrator(),
        at=AT,
        name="new.officer",
        office=OFFICES[Role.GOVERNANCE_OFFICER],
        roles=["governance-officer"],
    )
    token = made.path.rsplit("/", 2)[1]
    with pytest.raises(Refusal, match="over"):
        inviting.read(token=token, at=AT + timedelta(days=7))
    with pytest.raises(NotAnAccount, match="12 characters"):
        inviting.accept(token=token, at=AT, password="short")
    assert inviting.accept(token=token, at=AT, password=PASSWORD).name == "new.officer"
    with pytest.raises(Refusal, match="used"):
        inviting.accept(token=token, at=AT, password=PASSWORD)


def test_whoever_accepts_types_the_password_in_one_form_only() -> None:
    made = inviting.invite(
        by=people.administrator(),
        at=datetime.now(UTC),  # noqa: TID251  # the page reads its own clock
        name="new.officer",
        office=OFFICES[Role.GOVERNANCE_OFFICER],
        roles=["governance-officer"],
    )
    client = Client(**AWAY)
    twice = {"password1": PASSWORD, "password2": PASSWORD}
    shown = client.post(made.path, twice, follow=True)
    assert shown.redirect_chain == [("/account/second-factor/", 302)]
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", shown.content.decode())[1]
    client.post("/account/second-factor/", {"code": code_of(secret)})
    assert "You act as Governance officer" in words(client.get("/account/"))


def test_an_invitation_is_opened_in_a_page_and_called_back() -> None:
    at = datetime.now(UTC)  # noqa: TID251  # the page reads its own clock
    made = inviting.invite(
        by=people.administrator(),
        at=at,
        name="p.artner",
        office=OFFICES[Role.PARTNER],
        roles=["partner"],
    )
    client = Client(**AWAY)
    shown = client.get(made.path)
    assert "You are invited to act as partner" in words(shown)
    differ = client.post(made.path, {"password1": PASSWORD, "password2": "other"})
    assert "not the same" in words(differ)
    (offer,) = inviting.waiting(by=people.administrator(), at=at)
    inviting.revoke(by=people.administrator(), at=at, number=offer.id)
    assert "called back" in words(client.get(made.path))
    sent = client.post(made.path, {"password1": PASSWORD, "password2": PASSWORD})
    assert sent.status_code == 404
    assert held.by_name("p.artner") is None


def test_a_new_link_changes_nothing_until_it_is_used_and_then_ends_the_old_sessions() -> None:
    login = account(Role.ANALYST)
    client = signed_in(Role.ANALYST, login=login)
    made = inviting.renew(by=people.administrator(), at=AT, name="analyst")
    assert client.get("/account/").status_code == 200
    inviting.accept(token=made.path.rsplit("/", 2)[1], at=AT, password=PASSWORD)
    assert client.get("/account/").status_code == 302
    assert not held.by_name("analyst").second_factor


def test_who_leaves_is_out_at_once() -> None:
    client = signed_in(Role.GOVERNANCE_OFFICER)
    assert client.get("/account/").status_code == 200
    left = accounts.leave(by=people.administrator(), at=AT, name="governance-officer")
    assert left.sessions == 1
    assert client.get("/account/").status_code == 302
    assert "second factor" not in words(client.get("/week/"))
    with pytest.raises(NotAnAccount, match="closed"):
        accounts.leave(by=people.administrator(), at=AT, name="governance-officer")


def test_an_acting_office_has_an_end_and_acts_no_more_from_it() -> None:
    with pytest.raises(NotAnAccount, match="when the acting office ends"):
        accounts.post(
            "anyshire-pcc/commissioner",
            ["commissioner"],
            holding="acting",
            ends=None,
            on=AT.date(),
        )
    login = account(Role.COMMISSIONER)
    accounts.change(
        by=people.administrator(), at=AT, name=login.name, holding="acting", ends="2026-12-01"
    )
    assert accounts.acting(login.pk, at=AT) is not None
    assert accounts.acting(login.pk, at=AT + timedelta(days=6)) is None


def test_an_administrator_records_no_facts_and_nobody_acts_for_two_bodies() -> None:
    with pytest.raises(NotAnAccount, match="second account"):
        accounts.post(
            "anyshire-pcc/x",
            ["administrator", "analyst"],
            holding="substantive",
            ends=None,
            on=AT.date(),
        )
    account(Role.ANALYST)
    with pytest.raises(NotAnAccount, match="two bodies"):
        accounts.change(
            by=people.administrator(), at=AT, name="analyst", office="anyshire-police/analyst"
        )


def test_offices_are_chosen_by_click_only_where_nobody_signs_in() -> None:
    here = browser("anyshire-pcc/governance-officer")
    assert "You act as" in words(here.get("/roles/"))
    account(Role.ADMINISTRATOR)
    assert b"<form" not in here.get("/roles/").content
    assert "Sign in to write" in words(here.get("/roles/"))
    assert here.post("/roles/", {"office": "anyshire-pcc/commissioner"}).status_code == 403


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_VIA", "HTTP_X_FORWARDED_PROTO"])
def test_what_was_forwarded_is_never_taken_for_this_machine(header: str) -> None:
    client = browser(SERVER_NAME="127.0.0.1", **{header: "https"})
    assert client.post("/roles/", {"office": "anyshire-pcc/commissioner"}).status_code == 403


def test_what_a_proxy_says_is_not_believed_without_a_setting() -> None:
    assert settings.SECURE_PROXY_SSL_HEADER is None
    assert settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0
