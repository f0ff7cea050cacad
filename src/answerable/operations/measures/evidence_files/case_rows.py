"""Rows of a judged file to cases: one target each, every refusal with its row."""

from collections.abc import Sequence
from datetime import date

from answerable.evidence.cases import Body, Case
from answerable.evidence.protocol import Kind
from answerable.evidence.series import Series
from answerable.operations.measures.evidence_files.cells import (
    a_date,
    a_number,
)
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
    Row,
    Table,
)

ROLES = ("target", "peer")


def grouped(table: Table) -> dict[str, list[Row]]:
    """Rows by case, in the order in which the cases first appear."""
    cases: dict[str, list[Row]] = {}
    for row in table.rows:
        cases.setdefault(row.get("case") or "1", []).append(row)
    return cases


def bodies(case: str, rows: Sequence[Row], *, kind: Kind) -> Case:
    """The case its rows make. Raises FileRefused: `duplicate_period`, `negative_count`,
    `not_a_number`, `not_a_date`, `denominator_missing`, `no_target`, `two_targets`,
    `unknown_role`, `two_roles`, `body_missing`."""
    roles: dict[str, str] = {}
    values: dict[str, dict[date, float | None]] = {}
    dens: dict[str, dict[date, float | None]] = {}
    for row in rows:
        where = f"case {case}, row {row.line}"
        body = _named(row, roles, where=where)
        day = a_date(row.get("period"), where=where)
        held = values.setdefault(body, {})
        if day in held:
            raise FileRefused(
                f"{body} has two rows for {day}. Keep one row per body and period.",
                code="duplicate_period",
                where=where,
            )
        held[day] = a_number(row.get("value"), where=where)
        dens.setdefault(body, {})[day] = a_number(row.get("denominator"), where=where)
        _check(held[day], dens[body][day], kind=kind, where=where)
    targets = [body for body, role in roles.items() if role == "target"]
    if not targets:
        raise FileRefused(
            f"Case {case} has no row with the role “target”.",
            code="no_target",
            where=f"case {case}, row {rows[0].line}",
        )

    def made(body: str) -> Body:
        held, den = values[body], dens[body]
        series = Series(tuple(held), tuple(held.values()), name=body)
        if all(value is None for value in den.values()):
            return Body(body, series)
        return Body(body, series, Series(tuple(den), tuple(den.values()), name=body))

    peers = tuple(made(body) for body, role in roles.items() if role == "peer")
    return Case(case, made(targets[0]), peers)


def _named(row: Row, roles: dict[str, str], *, where: str) -> str:
    """The row's body, its role noted in `roles`."""
    body, role = row.get("body"), row.get("role").casefold()
    if not body:
        raise FileRefused("The row names no body.", code="body_missing", where=where)
    if role not in ROLES:
        raise FileRefused(
            f"“{row.get('role')[:40]}” is not a role. Write target or peer.",
            code="unknown_role",
            where=where,
        )
    if roles.setdefault(body, role) != role:
        raise FileRefused(
            f"{body} is both target and peer of one case. Give it one role.",
            code="two_roles",
            where=where,
        )
    others = [name for name, held in roles.items() if held == "target" and name != body]
    if role == "target" and others:
        raise FileRefused(
            f"The case has two targets, {others[0]} and {body}. Give each target its own case.",
            code="two_targets",
            where=where,
        )
    return body


def _check(value: float | None, den: float | None, *, kind: Kind, where: str) -> None:
    if (den is not None and den < 0) or (kind != "mean" and value is not None and value < 0):
        raise FileRefused(
            "A count is below zero. Correct it, or leave the cell empty if it is missing.",
            code="negative_count",
            where=where,
        )
    if kind in ("rate", "percent") and value is not None and den is None:
        raise FileRefused(
            f"A {kind} needs a denominator beside every value, in a column “denominator”.",
            code="denominator_missing",
            where=where,
        )
