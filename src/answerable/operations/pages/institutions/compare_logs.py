"""What a comparison tells of imported logs: one line for each, and none of their cells.

A row of a log is no statement to quote: it stands in the table where it changed, and in the
register. A log is any file that a row was read from, with its cells parted by a bar.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from answerable.ledger.register import Version
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.compare import Row
from answerable.scrutiny.phrases import number, start
from answerable.scrutiny.plans import log_gone
from answerable.vocabulary.facts import ActionPromised, FindingLinked
from answerable.vocabulary.language import say, say_many

_LOG = "/log/"
_CELLS = " | "


def logs(versions: Iterable[Version]) -> frozenset[str]:
    """The SHA-256 of each file that rows of a log were read from."""
    return frozenset(
        doc
        for version in versions
        if _LOG in version.fact.stream and (doc := doc_of(version))
        if _CELLS in (version.fact.quote or "") or log_gone.told_by(version)
    )


def doc_of(version: Version) -> str:
    """The file that a fact was read from; “” where it was typed."""
    source = version.fact.source
    return (source.doc if source else None) or ""


def lines(
    rows: Sequence[Row], versions: Iterable[Version], seen: frozenset[str], proof: Proof
) -> tuple[str, ...]:
    """“Action log, 27 November 2026: 17 rows changed, 8 are gone and 6 are new.”, for each log.

    `versions` are those that stand now; those of which the entry is in `seen` stood before. A row
    is new in the log that it was first read from, whatever a later one says of it; one of which
    only a link was made has not changed in the log.
    """
    since = [
        v for v in versions if v.entry_id not in seen and not isinstance(v.fact, FindingLinked)
    ]
    begun = {v.fact.stream: v.seq for v in since if isinstance(v.fact, ActionPromised)}
    by_row = {row.key: row for row in rows if row.kind != "same"}
    told: dict[str, dict[str, str]] = defaultdict(dict)
    found = logs(since)
    for version in since:
        doc, row = doc_of(version), by_row.get(version.fact.stream)
        if doc not in found or row is None or version.seq < begun.get(row.key, 0):
            continue
        kinds = told[doc]
        if row.kind == "new" and row.doc == doc:
            kinds[row.key] = "new"
        elif log_gone.told_by(version) and version.fact.get("value") == log_gone.NO:
            kinds[row.key] = "gone"
        else:
            kinds.setdefault(row.key, "changed")
    return tuple(
        say(
            "{log}: {counts}.",
            log=proof.label(filed)
            if (filed := proof.documents.get(doc))
            else say("A log of which the file is not public"),
            counts=_counts(kinds),
        )
        for doc, kinds in told.items()
    )


def _counts(kinds: Mapping[str, str]) -> str:
    had = list(kinds.values())
    changed, gone, new = (had.count(kind) for kind in ("changed", "gone", "new"))
    parts = [
        say_many("{count} row changed", "{count} rows changed", changed, shown=number(changed)),
        say_many("{count} is gone", "{count} are gone", gone, shown=number(gone)),
        say_many("{count} is new", "{count} are new", new, shown=number(new)),
    ]
    first, second, third = parts
    return say("{first}, {second} and {third}", first=first, second=second, third=third)


def on_record(versions: Iterable[Version]) -> Mapping[str, tuple[str, Version]]:
    """File of a log -> how many of its rows these facts hold, in words, and one of the facts."""
    rows: dict[str, dict[str, Version]] = defaultdict(dict)
    held_now = tuple(versions)
    found = logs(held_now)
    for version in held_now:
        if _LOG in version.fact.stream and doc_of(version) in found:
            rows[doc_of(version)].setdefault(version.fact.stream, version)
    return {
        doc: (
            start(
                say_many(
                    "{count} row recorded from this log; the register has it.",
                    "{count} rows recorded from this log; the register has them.",
                    len(held),
                )
            ),
            next(iter(held.values())),
        )
        for doc, held in rows.items()
    }
