"""A program with a token of an account, as tests use it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from answerable.operations import tokens
from answerable.operations.documents import reading
from answerable.operations.documents.reader import Meta
from answerable.store.models import Login
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from tests.operations.cast import AT, OFFICER
from tests.security.people import account
from tests.web.small_home import FORCE

API = "/api/v1"
LETTER = b"""<html><title>Letter</title><body><h1>Inspection report</h1>
<p>By 30 September 2026 the force should:</p>
<ul><li>train every lead officer; and keep a record of who has completed the training;</li>
<li>visit every shop that was robbed twice and offer advice to its owner.</li></ul>
<p>Cause of concern</p>
<p>The force does not protect repeat victims of burglary well enough.</p></body></html>"""
META = Meta(
    name="letter.html",
    title="Inspection report",
    publisher="anyshire-inspectorate",
    published="2026-04-20",
    subject=FORCE,
)


def secret(
    role: Role = Role.GOVERNANCE_OFFICER,
    *,
    scopes: Sequence[str] = (tokens.READ, tokens.ALL),
    login: Login | None = None,
) -> str:
    """The token of a new account of a role, or of one that is there."""
    return tokens.make(
        account=(login or account(role)).pk,
        at=datetime.now(UTC),  # noqa: TID251  # a token is judged by the door's own clock
        label="tests",
        scopes=scopes,
    ).secret


def post(
    client: Client,
    name: str,
    body: Any,
    *,
    token: str = "",
    key: str | None = "k-1",
    seen: int | str | None = "head",
    content_type: str = "application/json",
) -> Any:
    """Send a command; `seen` is the head unless it is said otherwise."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    if key is not None:
        headers["idempotency-key"] = key
    if seen is not None:
        headers["if-match"] = f'"{registers.head().size - 1 if seen == "head" else seen}"'
    return client.post(
        f"{API}/commands/{name}",
        body if isinstance(body, str | bytes) else json.dumps(body),
        content_type=content_type,
        headers=headers,
    )


def hand_in(key: str) -> str:
    """Let a letter be read, so that readings wait; its SHA-256."""
    return reading.read(by=OFFICER, at=AT, key=key, data=LETTER, meta=META).document


def waiting(kind: str) -> list[str]:
    """The names of the readings of a kind that wait."""
    return [str(c.record["id"]) for c in review.waiting(kind=kind)]
