"""Under which heading of its log an action stands, such as “Custody”: in the log's own words.

A heading that names a time or a state only, such as “2023 ACTIONS”, is kept and is no theme.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.facts import DetailStated

FORM: Final = "action-log"
FIELD: Final = "heading"
_NO_THEME: Final = frozenset(
    (
        *("action", "actions", "item", "items", "log", "list", "tracker", "other", "misc"),
        *("open", "closed", "complete", "completed", "done", "overdue", "outstanding", "new"),
        *("ongoing", "current", "live", "archive", "archived", "carried", "forward", "from"),
        *("year", "fy", "q", "quarter", "the", "and", "to", "of", "all", "previous", "this"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun"),
        *("jul", "aug", "sep", "sept", "oct", "nov", "dec", "old", "general"),
    )
)
"""Words of a heading that say when, or how things stand, and not what it is about."""


def heading_of(versions: Iterable[Version]) -> str | None:
    """The heading that was stated last, of the facts of one action."""
    stated = [v for v in versions if _is(v)]
    if not stated:
        return None
    last = max(stated, key=lambda v: (v.fact.valid.start, v.seq))
    return str(last.fact.get("value") or "") or None


def headings(register: Register) -> dict[str, str]:
    """Action -> the heading that it stands under, where that is a theme."""
    found: dict[str, list[Version]] = {}
    for version in register.versions_of(DetailStated):
        found.setdefault(version.fact.stream, []).append(version)
    told = {stream: heading_of(versions) for stream, versions in found.items()}
    return {stream: words for stream, heading in told.items() if (words := theme_of(heading))}


def theme_of(heading: str | None) -> str:
    """The heading, unless it names no more than a time or a state: then nothing.

    >>> theme_of("CUSTODY"), theme_of("2023 ACTIONS"), theme_of("Closed actions 2024/25")
    ('CUSTODY', '', '')
    >>> theme_of("Q3 2025"), theme_of("November 2026"), theme_of("Custody 2024")
    ('', '', 'Custody 2024')
    """
    words = re.findall(r"[^\W\d_]+", heading or "")
    return (heading or "") if any(w.casefold() not in _NO_THEME for w in words) else ""


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
