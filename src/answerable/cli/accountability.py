"""Commands of accountability in depth: claims, and what stands beside them."""

import typer

from answerable.cli import (
    catalogue_forms,
    claims,
    escalation,
    findings,
    handover,
    money,
    oversight,
    partners,
)


def register(app: typer.Typer) -> None:
    """Add the commands of these subjects."""
    for subject in (
        *(claims, money, partners, escalation, handover, findings),
        *(catalogue_forms, oversight),
    ):
        subject.register(app)
