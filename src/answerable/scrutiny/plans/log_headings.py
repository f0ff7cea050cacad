"""Under which heading of its log an action stands, such as “Custody”: in the log's own words."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.facts import DetailStated

FORM: Final = "action-log"
FIELD: Final = "heading"


def heading_of(versions: Iterable[Version]) -> str | None:
    """The heading that was stated last, of the facts of one action."""
    stated = [v for v in versions if _is(v)]
    if not stated:
        return None
    last = max(stated, key=lambda v: (v.fact.valid.start, v.seq))
    return str(last.fact.get("value") or "") or None


def headings(register: Register) -> dict[str, str]:
    """Action -> the heading that it stands under."""
    found: dict[str, list[Version]] = {}
    for version in register.versions_of(DetailStated):
        found.setdefault(version.fact.stream, []).append(version)
    told = {stream: heading_of(versions) for stream, versions in found.items()}
    return {stream: heading for stream, heading in told.items() if heading}


def stated(
    register: Register, *, stream: str, heading: str, sourced: Sourced, on: date
) -> DetailStated:
    """The fact that an action stands under a heading of its log."""
    return DetailStated(
        **sourced.envelope(register, stream=stream, on=on), form=FORM, field=FIELD, value=heading
    )


def _is(version: Version) -> bool:
    fact = version.fact
    return (
        isinstance(fact, DetailStated) and fact.get("form") == FORM and fact.get("field") == FIELD
    )
