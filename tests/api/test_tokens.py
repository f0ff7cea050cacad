"""Tokens: shown once, for what was named, ended by time, by hand, and with the account."""

from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.account.internal.flows import login as flows
from django.test import Client
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.operations import people, tokens
from answerable.operations.rights import accounts
from answerable.operations.tokens import NotAToken, OutOfScope
from answerable.store.engine import database
from answerable.store.models import Login
from answerable.store.people import tokens as store
from answerable.vocabulary.access import Role
from tests.security.people import AT, account, signed_in
from tests.web.acting import words

NOON = AT + timedelta(hours=3)


@pytest.fixture
def officer(home: object) -> Login:
    return account(Role.GOVERNANCE_OFFICER)


def make(login: Login, *, until: date | None = None, scopes: tuple[str, ...] = ("plans",)) -> str:
    made = tokens.make(account=login.pk, at=AT, label="Action log", scopes=scopes, until=until)
    return made.secret


def test_a_token_acts_as_its_account_and_only_its_digest_is_kept(officer: Login) -> None:
    secret = make(officer)
    found = tokens.bearer(secret=secret, at=NOON)
    assert found.actor == accounts.acting(officer.pk, at=NOON)
    kept = str(database.rows("SELECT * FROM access_token"))
    assert secret not in kept
    assert secret.removeprefix(tokens.PREFIX) not in kept
    (one,) = tokens.own(account=officer.pk)
    assert one.last_used_at == NOON.isoformat()


def test_the_last_use_is_written_to_the_minute(officer: Login) -> None:
    secret = make(officer)
    for seconds in (0, 30, 61):
        tokens.bearer(secret=secret, at=NOON + timedelta(seconds=seconds))
        (one,) = store.of_login(officer.pk)
        assert (
            one.last_used_at == (NOON + timedelta(seconds=61 if seconds > 60 else 0)).isoformat()
        )


def test_a_token_ends_by_its_day_and_by_hand(officer: Login) -> None:
    secret = make(officer, until=date(2026, 11, 26))
    tokens.bearer(secret=secret, at=datetime(2026, 11, 25, 23, 59, tzinfo=UTC))
    with pytest.raises(NotAToken):
        tokens.bearer(secret=secret, at=datetime(2026, 11, 26, 0, 0, tzinfo=UTC))
    other = make(officer)
    number = tokens.own(account=officer.pk)[0].id
    tokens.revoke(account=officer.pk, at=AT, number=number)
    with pytest.raises(NotAToken):
        tokens.bearer(secret=other, at=NOON)
    with pytest.raises(NotAToken):
        tokens.revoke(account=officer.pk, at=AT, number=number)


def test_a_token_ends_with_its_account(officer: Login) -> None:
    secret = make(officer)
    with database.transaction() as to:
        to.execute("UPDATE login SET ends = ? WHERE id = ?", ("2026-11-25", officer.pk))
    with pytest.raises(NotAToken):
        tokens.bearer(secret=secret, at=NOON)
    with database.transaction() as to:
        to.execute("UPDATE login SET ends = NULL WHERE id = ?", (officer.pk,))
    tokens.bearer(secret=secret, at=NOON)
    accounts.leave(by=people.administrator(), at=NOON, name=officer.name)
    with pytest.raises(NotAToken):
        tokens.bearer(secret=secret, at=NOON)


def test_roles_are_those_of_the_account_now(officer: Login) -> None:
    secret = make(officer)
    with database.transaction() as to:
        to.execute("UPDATE login SET roles = ? WHERE id = ?", ('["analyst"]', officer.pk))
    assert tokens.bearer(secret=secret, at=NOON).actor.roles == {Role.ANALYST}


@pytest.mark.parametrize("until", [date(2026, 11, 25), date(2027, 12, 1)])
def test_a_token_ends_within_a_year(until: date, officer: Login) -> None:
    with pytest.raises(NotAToken, match="a year"):
        make(officer, until=until)


@pytest.mark.parametrize("scopes", [(), ("",), ("everything",), ("plans", "drop")])
def test_a_token_is_for_things_that_there_are(scopes: tuple[str, ...], officer: Login) -> None:
    with pytest.raises(NotAToken):
        make(officer, scopes=scopes)


def test_a_group_is_its_operations_and_no_more(officer: Login) -> None:
    found = tokens.bearer(secret=make(officer, scopes=("plans", "reply")), at=NOON)
    for good in ("move_due_date", "judge_plan", "reply"):
        found.require(good)
    for bad in ("state_money", "erase", tokens.READ):
        with pytest.raises(OutOfScope):
            found.require(bad)


def test_who_does_not_act_makes_no_token(home: object) -> None:
    login = account(Role.ANALYST, factor=False)
    with pytest.raises(NotAToken, match="does not act"):
        make(login)


def test_an_account_has_so_many_tokens_and_no_more(officer: Login) -> None:
    for _ in range(tokens.MOST_TOKENS):
        make(officer)
    with pytest.raises(NotAToken, match="at most"):
        make(officer)


def confirmed(login: Login) -> Client:
    """A browser of somebody who has just given the password."""
    client = signed_in(Role.GOVERNANCE_OFFICER, login=login)
    session = client.session
    now = datetime.now(UTC).timestamp()  # noqa: TID251  # the library reads this clock
    session[flows.AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "password", "at": now, "reauthenticated": True}
    ]
    session[flows._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(login.pk)
    session.save()
    return client


def test_a_person_makes_a_token_on_a_page_sees_it_once_and_ends_it(officer: Login) -> None:
    client = confirmed(officer)
    assert "Make a token" in words(client.get("/account/tokens/new/"))
    typed = {"label": "Action log", "scopes": "read-own\nplans"}
    answer = client.post("/account/tokens/new/", typed)
    assert answer.status_code == 200
    secret = next(w for w in words(answer).split() if w.startswith(tokens.PREFIX))
    assert "no-store" in answer["Cache-Control"]
    listed = words(client.get("/account/tokens/"))
    assert "Action log" in listed
    assert secret not in listed
    number = tokens.own(account=officer.pk)[0].id
    assert client.get(f"/account/tokens/{number}/end/").status_code == 200
    assert client.post(f"/account/tokens/{number}/end/").status_code == 302
    headers = {"authorization": f"Bearer {secret}"}
    assert client.get("/api/v1/bodies", headers=headers).status_code == 401
    wrong = client.post("/account/tokens/new/", {**typed, "scopes": "everything"})
    assert wrong.status_code == 422
    assert "nothing that a token can be for" in words(wrong)


def test_a_session_alone_makes_no_token_and_ends_no_other_account_s(officer: Login) -> None:
    make(officer)
    number = tokens.own(account=officer.pk)[0].id
    stolen = signed_in(Role.GOVERNANCE_OFFICER, login=officer)
    answer = stolen.post("/account/tokens/new/", {"label": "x", "scopes": "commands"})
    assert answer.status_code == 302
    assert len(tokens.own(account=officer.pk)) == 1
    other = signed_in(Role.ANALYST)
    assert other.post(f"/account/tokens/{number}/end/").status_code == 404
    assert tokens.one(account=officer.pk, number=number).open(AT)


def test_the_same_by_command(officer: Login) -> None:
    run = CliRunner().invoke
    asked = ["account", "token", officer.name, "--for", "Nightly", "--scope", "read-own"]
    made = run(app, asked)
    assert made.exit_code == 0, made.output
    assert made.output.startswith(tokens.PREFIX)
    listed = run(app, ["account", "tokens", officer.name])
    assert "Nightly" in listed.output
    number = str(tokens.own(account=officer.pk)[0].id)
    assert run(app, ["account", "end-token", officer.name, number]).exit_code == 0
    assert "over" in run(app, ["account", "tokens", officer.name]).output
    assert run(app, [*asked[:-1], "everything"]).exit_code == 2
