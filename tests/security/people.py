"""Accounts for tests: made in the home in force, with a second factor, and signed in."""

import time
from datetime import UTC, datetime
from typing import Any

from allauth.mfa.totp.internal import auth
from django.test import Client

from answerable.operations import people
from answerable.operations.rights import accounts
from answerable.store.engine import database
from answerable.store.models import Login
from answerable.store.people import accounts as held
from answerable.vocabulary.access import Role

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PASSWORD = "seven green bicycles"  # of tests
AWAY = {"SERVER_NAME": "127.0.0.1", "REMOTE_ADDR": "10.0.0.1"}

OFFICES = {
    Role.PANEL_MEMBER: "anyshire-pcc/panel-member",
    Role.GOVERNANCE_OFFICER: "anyshire-pcc/governance-officer",
    Role.COMMISSIONER: "anyshire-pcc/commissioner",
    Role.FORCE_LIAISON: "anyshire-police/force-liaison",
    Role.CHIEF_OFFICER: "anyshire-police/chief-constable",
    Role.INSPECTOR: "anyshire-inspectorate/inspector",
    Role.PARTNER: "hmicfrs/partner",
    Role.ANALYST: "anyshire-pcc/analyst",
    Role.ADMINISTRATOR: "anyshire-pcc/administrator",
}
"""Role -> an office that holds it. The tenth role, public, has no account."""


def account(role: Role, *, name: str = "", factor: bool = True, at: datetime = AT) -> Login:
    """An account of a role, made without the cost of hashing a password."""
    called = name or role.value
    body, _, office = OFFICES[role].partition("/")
    with database.transaction() as to:
        held.insert(
            to,
            "login",
            {
                "name": called,
                "email": f"{called}@example.org",
                "body": body,
                "office": office,
                "roles": f'["{role.value}"]',
                "is_active": True,
                "holding": "substantive",
                "review_by": "2027-11-25",
                "made_at": at.isoformat(),
                "password": "kept",
            },
        )
    made = Login.objects.get(name=called)
    if factor:
        auth.TOTP.activate(made, auth.generate_totp_secret())
    return made


def signed_in(role: Role, *, login: Login | None = None, **where: Any) -> Client:
    """A browser elsewhere, signed in as a role."""
    client = Client(**(where or AWAY))
    client.force_login(login or account(role))
    return client


def with_password(role: Role, *, name: str, ends: str | None = None) -> None:
    """An account made as the command makes it."""
    accounts.add(
        by=people.administrator(),
        at=AT,
        name=name,
        office=OFFICES[role],
        roles=[role.value],
        password=PASSWORD,
        email=f"{name}@example.org",
        holding="acting" if ends else "substantive",
        ends=ends,
    )


def code_of(secret: str) -> str:
    """The six digits that an authenticator app shows now."""
    counter = int(time.time()) // 30  # noqa: TID251  # the library reads this clock
    return str(auth.format_hotp_value(auth.hotp_value(secret.replace(" ", ""), counter)))
