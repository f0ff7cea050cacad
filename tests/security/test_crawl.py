"""Every address as each of the ten roles and as nobody: no defect, no marked value, no gap.

A route that anybody adds is crawled too; one that is not for everybody has a line in
`who_may.toml`.
"""

import tomllib
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver

from answerable.operations import access, people, tokens
from answerable.store.papers import readings
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from tests.api.acting import secret
from tests.security import addresses, canaries
from tests.security.people import AWAY, OFFICES, account, signed_in
from tests.web.acting import HERE

ONLY = tomllib.loads(Path(__file__).with_name("who_may.toml").read_text("utf-8"))["only"]
ONE_CLICK = frozenset({"stop-mail", "stop-search-mail"})
"""Programs for mail end a digest or news by a bare POST to a secret address (RFC 8058)."""
NO_COOKIE = frozenset({"api", "api-index"})
"""It knows nobody by a cookie, so no other site can send anything in a person's name."""
EXPECTED = frozenset({200, 301, 302, 304, 401, 403, 404, 405, 422})


@pytest.mark.parametrize("role", [None, *OFFICES], ids=lambda role: role or "nobody")
def test_every_address_as_a_role(home: Path, role: Role | None) -> None:
    held = canaries.made()
    login = account(Role.ADMINISTRATOR)
    if role is None:
        client = Client(**AWAY)
    else:
        client = signed_in(role, login=login if role is Role.ADMINISTRATOR else None)
    hidden = [c.words for c in canaries.CANARIES if role not in c.roles]
    found = set()
    for name, address in addresses.every(held):
        answer = client.get(address)
        shown = addresses.readable(answer)
        assert answer.status_code in EXPECTED, f"{address}: {answer.status_code}"
        leaked = [words for words in hidden if words in shown]
        assert not leaked, f"{address} shows {leaked} to {role or 'nobody'}"
        found |= {c.words for c in canaries.CANARIES if c.words in shown}
        if name in ONLY:
            may = role is not None and ("*" in ONLY[name] or role.value in ONLY[name])
            assert (answer.status_code == 200) == may, f"{address} as {role or 'nobody'}"
    assert found == {c.words for c in canaries.CANARIES} - set(hidden), "the crawl sees them"
    logged = {line.field for line in readings.latest(1_000)}
    wanted = {"reason", "quote"} if role in canaries.RESTRICTED else set()
    assert wanted <= logged if wanted else not logged, "each reading is logged"


@pytest.mark.parametrize("role", OFFICES, ids=str)
def test_every_list_by_a_token_of_a_role(home: Path, role: Role) -> None:
    """With a token the lists show what the account may see on pages, and nothing else."""
    canaries.made()
    headers = {"authorization": f"Bearer {secret(role, scopes=(tokens.READ,))}"}
    hidden = [c.words for c in canaries.CANARIES if role not in c.roles]
    found = set()
    for name in (*addresses.LISTS, "readings", "search?q=canary"):
        answer = Client(**AWAY).get(f"/api/v1/{name}", headers=headers)
        shown = addresses.readable(answer)
        closed = name == "readings" and "accept" not in access.MAY[role]
        assert answer.status_code == (403 if closed else 200), name
        assert "public" not in answer["Cache-Control"]
        leaked = [words for words in hidden if words in shown]
        assert not leaked, f"{name} shows {leaked} to {role}"
        found |= {c.words for c in canaries.CANARIES if c.words in shown}
    assert found == {c.words for c in canaries.CANARIES} - set(hidden)


def test_every_line_of_the_table_is_an_address() -> None:
    names = {pattern.name for pattern in get_resolver().url_patterns}
    assert set(ONLY) <= names


def test_every_form_asks_for_its_mark(home: Path) -> None:
    held = canaries.made()
    strict = Client(enforce_csrf_checks=True, **HERE)
    strict.force_login(account(Role.GOVERNANCE_OFFICER))
    before = registers.head()
    for name, address in addresses.every(held):
        if name not in ONE_CLICK | NO_COOKIE:
            assert strict.post(address, {}).status_code in (403, 405), address
        if name in NO_COOKIE:
            assert strict.post(address, {}).status_code in (401, 405), address
    assert registers.head() == before


@pytest.mark.parametrize("role", [None, Role.ADMINISTRATOR], ids=str)
def test_who_records_no_facts_writes_nothing_anywhere(home: Path, role: Role | None) -> None:
    held = canaries.made()
    login = account(Role.ADMINISTRATOR)
    client = signed_in(role, login=login) if role else Client(**AWAY)
    before = registers.head()
    typed = {"text": "x", "reason": "x", "seen": "1", "key": "k", "step": "save", "basis": "x"}
    for name, address in addresses.every(held):
        if not name.startswith(("account", "mfa", "close-account", "renew")):
            answer = client.post(address, typed)
            assert answer.status_code in EXPECTED, f"{address}: {answer.status_code}"
    assert registers.head() == before


def test_the_mistake_of_a_reader_is_the_only_thing_a_reader_writes() -> None:
    from answerable.operations import access  # noqa: PLC0415

    assert access.MAY[Role.PUBLIC] == access.MAY[Role.PANEL_MEMBER] == {"report_mistake"}
    assert people.reader().is_public
