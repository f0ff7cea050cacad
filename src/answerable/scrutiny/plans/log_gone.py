"""Whether the row of an action still stands in its log: as of the day of a log, and no more.

That a row was taken out closes nothing. It is one answer of the form of a log, `in-log`, beside
the heading that the row stands under: “no” from the day of the log that has it no longer, “yes”
from the day of one that has it again.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.log_headings import FORM
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.documents import Source
from answerable.vocabulary.facts import DetailStated

FIELD: Final = "in-log"
YES, NO = "yes", "no"


def gone_since(versions: Iterable[Version]) -> date | None:
    """The day of the log that no longer had the row, of the facts of one action; else None."""
    stated = [v for v in versions if told_by(v)]
    if not stated:
        return None
    last = max(stated, key=lambda v: (v.fact.valid.start, v.seq)).fact
    return last.valid.start if last.get("value") == NO else None


def told_by(version: Version) -> bool:
    """Does this fact say whether the row stands in its log?"""
    fact = version.fact
    return (
        isinstance(fact, DetailStated) and fact.get("form") == FORM and fact.get("field") == FIELD
    )


def gone(register: Register, *, stream: str, document: str, on: date) -> DetailStated:
    """The fact that a log of a day has the row no longer; `document` is that log's SHA-256.

    No place in the log is quoted, as there is none.
    """
    log = Sourced(source=Source(kind="original", doc=document), doc=document, said=on.isoformat())
    return DetailStated(
        **log.envelope(register, stream=stream, on=on), form=FORM, field=FIELD, value=NO
    )


def back(register: Register, *, stream: str, row: Sourced, on: date) -> DetailStated:
    """The fact that a log of a day has the row again."""
    return DetailStated(
        **row.envelope(register, stream=stream, on=on), form=FORM, field=FIELD, value=YES
    )
