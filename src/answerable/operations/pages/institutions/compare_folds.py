"""What a comparison sets apart: findings new to the record, the rows of one import, the same."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.operations import installation
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Link, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.compare import Row
from answerable.scrutiny.phrases import plural, start
from answerable.vocabulary.finding_kinds import CAUSE
from answerable.vocabulary.language import say

LEAST = 5
"""So many new actions from one file are an import: fewer stand in the table."""
MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """The new rows of one import, or those that are the same, behind one line that opens.

    `unchanged` says so of the latter: a paper on what changed counts them and prints none.
    """

    summary: str
    links: tuple[Link, ...] = ()
    table: Table | None = None
    rest: str = ""
    unchanged: bool = False


@dataclass(frozen=True)
class Apart:
    """The rows of a comparison in parts; `new` are on the record only since the first day."""

    new: tuple[Row, ...]
    others: tuple[Row, ...]
    folds: tuple[Fold, ...]


def apart(rows: Sequence[Row], proof: Proof, *, since: date) -> Apart:
    """The rows that the table shows, those new to the record first, and what is folded.

    Only a record that an office keeps itself tells what was new to it: a demonstration is
    written down in one go, long after its days. A finding that was published before and has
    changed since is new to the record and stands there alone, unless it got better or worse.
    """
    own = installation.installed() is not None
    folded = _imports(rows)
    away = {row.key for held in folded.values() for row in held}
    shown = [row for row in rows if row.key not in away]
    new = tuple(r for r in shown if own and not r.action and r.recorded and r.recorded > since)
    keys = {row.key for row in new}
    return Apart(
        new=tuple(sorted(new, key=lambda row: f"/{CAUSE}/" not in row.key)),
        others=tuple(
            row
            for row in shown
            if row.key not in keys or row.kind not in ("new", "same", "changed")
        ),
        folds=tuple(_fold(doc, held, proof) for doc, held in folded.items()),
    )


def _imports(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind == "new" and row.action and row.doc:
            found[row.doc].append(row)
    return {doc: held for doc, held in found.items() if len(held) >= LEAST}


def _fold(doc: str, held: Sequence[Row], proof: Proof) -> Fold:
    filed = proof.documents.get(doc)
    n = len(held)
    title = filed.title if filed and filed.title else say("a file")
    return Fold(
        summary=say(
            "{n} new {actions} from “{title}”",
            n=f"{n:,}",
            actions=plural("action", n),
            title=title,
        ),
        links=tuple(
            Link(
                label=f"{row.name}: {short(start(row.title))}: {row.now}",
                url=proof.look.url(f"/findings/{row.key}/"),
            )
            for row in held[:MOST]
        ),
        rest=say("{rest} more stand in the register.", rest=f"{n - MOST:,}") if n > MOST else "",
    )
