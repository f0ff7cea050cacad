"""Checks on figures of small areas: one edition of areas, and rows that have a place at all."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from answerable.evidence.spoken import Spoken
from answerable.vocabulary.language import say

LEAST_MATCHED = 0.99
MOST_WITHOUT_LOCATION = 0.05


def geography(
    *, codes: Mapping[date, Mapping[str, int]], edition: AbstractSet[str], name: str
) -> Spoken:
    """Stop the periods in which fewer than 99 % of coded rows match one edition of areas.

    `codes` are rows by area code for each period; a blank code is no code (see `location`).
    """
    shares = {}
    for period, counts in codes.items():
        coded = sum(n for code, n in counts.items() if code)
        matched = sum(n for code, n in counts.items() if code in edition)
        if coded:
            shares[period] = matched / coded
    poor = tuple(sorted(period for period, share in shares.items() if share < LEAST_MATCHED))
    if not poor:
        return Spoken(
            "geography", "ok", "one_edition", say("All periods match {name}.", name=name)
        )
    worst = min(shares[period] for period in poor)
    return Spoken(
        "geography",
        "stop",
        "other_edition",
        say(
            "In {count} of {count2} periods too few rows match {name} (at "
            "worst {value} %, at least 99 % are needed). Areas of two "
            "editions are not compared.",
            count=len(poor),
            count2=len(shares),
            name=name,
            value=f"{100 * worst:.1f}",
        ),
        poor,
    )


def location(*, rows: int, without: int) -> Spoken:
    """No map and no small-area count when over 5 % of rows have no location."""
    share = without / rows if rows else 0.0
    if share <= MOST_WITHOUT_LOCATION:
        return Spoken(
            "location",
            "ok",
            "located",
            say("{value} % have no location.", value=f"{100 * share:.1f}"),
        )
    return Spoken(
        "location",
        "stop",
        "unlocated",
        say(
            "{value} % of {rows} rows have no location. No map and no count "
            "for small areas is made; counts for the whole body are not "
            "affected.",
            value=f"{100 * share:.1f}",
            rows=f"{rows:,}",
        ),
    )
