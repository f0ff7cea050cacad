"""A program with a token of an account, as tests use it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from answerable.operations import tokens
from answerable.store.models import Login
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from tests.security.people import account

API = "/api/v1"


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
