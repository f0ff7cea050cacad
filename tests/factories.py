"""The cast and the registers that tests use: facts in, a Register out, without a log.

`register(facts, valid=..., known=..., said=...)` gives what a reader would see. Facts are
numbered as they stand in the list. The log itself is tested in `tests/unit/ledger/`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any, TypeVar

from answerable.ledger.entry import By
from answerable.ledger.register import Register, Version
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import TYPES
from answerable.vocabulary.times import Period, first_day

FORCE = "anyshire-police"
COMMISSIONER = "anyshire-pcc"
INSPECTORATE = "hmicfrs"

F = TypeVar("F", bound=Fact)


def fact(cls: type[F], /, *, stream: str, on: str, until: str | None = None, **values: Any) -> F:
    """A fact about the invented force, true from `on`; said and sourced on that day."""
    values.setdefault("institution", FORCE)
    values.setdefault("said", on)
    values.setdefault(
        "source", Source(kind="summary", about=f"https://example.org/{values['said']}")
    )
    valid = Period(first_day(on), None if until is None else first_day(until))
    return cls(stream=stream, valid=valid, **values)


def versions(facts: Iterable[Fact], *, by: Mapping[int, str] | None = None) -> list[Version]:
    """Versions as the record holds them; `by` gives the body that recorded the n-th fact."""
    return [
        Version(
            fact=item,
            seq=seq,
            entry_id=f"{seq:032x}",
            recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
            by=By(body=(by or {}).get(seq, COMMISSIONER), person=f"{seq:032x}"),
            recorded_from=seq,
        )
        for seq, item in enumerate(facts)
    ]


def register(
    facts: Iterable[Fact],
    *,
    valid: date = date(2026, 11, 25),
    known: int | None = None,
    said: date | None = None,
    by: Mapping[int, str] | None = None,
    institution: str = FORCE,
) -> Register:
    """What a reader sees of these facts at the dates."""
    made = versions(facts, by=by)
    at = len(made) if known is None else known
    return Register(
        institution=institution,
        valid=valid,
        known=at,
        said=said,
        versions=tuple(v for v in made if v.visible(valid=valid, known=at, said=said)),
    )


def told(rows: Iterable[Mapping[str, Any]], *, stream: str) -> tuple[list[Fact], dict[int, str]]:
    """Facts of a table's rows `{type, on, ...fields}`, and who recorded those that say `by`."""
    made: list[Fact] = []
    by: dict[int, str] = {}
    for seq, row in enumerate(rows):
        values = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        kind = TYPES[(values.pop("type"), 1)]
        if "by" in values:
            by[seq] = values.pop("by")
        made.append(
            fact(kind, stream=values.pop("stream", stream), on=str(values.pop("on")), **values)
        )
    return made, by


def story_facts(name: str) -> list[tuple[Fact, str]]:
    """The facts of a story of the catalogue with who recorded them, in the file's order.

    Operations of a story (`do = ...`) are left out: they need the whole system.
    """
    file = files("answerable.catalogue").joinpath("story", name, "events.toml")
    made = []
    for row in tomllib.loads(file.read_text(encoding="utf-8"))["event"]:
        if "type" not in row:
            continue
        valid = row["valid"] if isinstance(row["valid"], list) else [row["valid"]]
        source = row.get("source", {})
        made.append(
            (
                TYPES[(row["type"], 1)].build(
                    values=row.get("fields", {}),
                    institution=row.get("institution", ""),
                    stream=row["stream"],
                    valid=Period(*(first_day(str(day)) for day in valid)),
                    said=row.get("said"),
                    quote=source.get("quote"),
                    source=Source(kind="summary", about=source.get("document")),
                ),
                str(row["by"]).partition("/")[0],
            )
        )
    return made


def story_register(
    name: str,
    *,
    institution: str,
    valid: date = date(2026, 11, 25),
    said: date | None = None,
) -> Register:
    """The register of an institution of a story, as all of its events are on the record."""
    told = [(item, by) for item, by in story_facts(name) if item.institution == institution]
    return register(
        [item for item, _ in told],
        valid=valid,
        said=said,
        by={seq: by for seq, (_, by) in enumerate(told)},
        institution=institution,
    )
