"""Passages of a document that no rule has read, for the page of the queue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.operations.pages.documents.waiting import RESIDUE, in_document
from answerable.operations.pages.parts import Link, Row
from answerable.scrutiny.phrases import times
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import marked, say

MOST_RESIDUE = 30
SEE = marked("See it in the document")
READ_AS = marked("Read it as …")


@dataclass(frozen=True, kw_only=True)
class Unread:
    """Passages that nothing has read: the first of them, and the rest of one document."""

    first: tuple[Row, ...] = ()
    rest: tuple[Row, ...] = ()
    words: str = ""


_SIGNS = {
    "duty": marked("Perhaps a duty or a promise"),
    "judgment": marked("Perhaps a grade or a concern"),
    "meeting": marked("Perhaps a meeting"),
    "person": marked("Perhaps a person"),
    "figure": marked("Perhaps a number or a sum"),
}
_LIKELY = {
    "high": marked("{sign}, likely missed: “{trigger}”. {document}"),
    "middle": marked("{sign}: “{trigger}”. {document}"),
    "low": marked("{sign}, but seldom: “{trigger}”. {document}"),
}


def unread(here: Sequence[Candidate], named: Mapping[str, str], *, whole: bool) -> Unread:
    """What nothing has read, duties and the likeliest misses first; the same words once.

    `whole`: one document is looked at, so that all of it can be shown.
    """
    groups = passages(here)
    rows = [_residue(group, named) for group in (groups if whole else groups[:MOST_RESIDUE])]
    return Unread(
        first=tuple(rows[:MOST_RESIDUE]),
        rest=tuple(rows[MOST_RESIDUE:]),
        words=_unread_words(len(groups), whole=whole),
    )


def passages(here: Sequence[Candidate]) -> list[list[Candidate]]:
    """What nothing has read, in the order of the page; the same words of a document together."""
    found = sorted((c for c in here if c.kind == RESIDUE), key=_rank)
    same: dict[tuple[str, str], list[Candidate]] = {}
    for one in found:
        words = " ".join(one.record["quote"]["exact"].casefold().split())
        same.setdefault((one.document, words), []).append(one)
    return list(same.values())


def _unread_words(n: int, *, whole: bool) -> str:
    if n <= MOST_RESIDUE:
        return say("Duties and promises first.") if n > 1 else ""
    if whole:
        return say("{n} passages; duties and promises first.", n=f"{n:,}")
    return say(
        "The first {shown} of {n} passages, duties and promises first. Choose a document to "
        "see all of its own.",
        shown=MOST_RESIDUE,
        n=f"{n:,}",
    )


def _rank(found: Candidate) -> tuple[int, int]:
    return tuple(_SIGNS).index(_sign(found)), tuple(_LIKELY).index(_likelihood(found))


def _sign(found: Candidate) -> str:
    """What it may be; readings of before it was said stand with the duties."""
    said = found.record["fields"].get("sign")
    return said if said in _SIGNS else "duty"


def _likelihood(found: Candidate) -> str:
    """How likely a miss is; readings of before it was said stand in the middle."""
    said = found.record["fields"].get("likelihood")
    return said if said in _LIKELY else "middle"


def _residue(group: Sequence[Candidate], named: Mapping[str, str]) -> Row:
    found = group[0]
    note = say(
        _LIKELY[_likelihood(found)],
        sign=say(_SIGNS[_sign(found)]),
        trigger=found.record["fields"]["trigger"],
        document=named[found.document],
    )
    if len(group) > 1:
        note = say("{note}. It stands there {times}.", note=note, times=times(len(group)))
    return Row(
        title=found.record["quote"]["exact"],
        note=note,
        links=(
            Link(label=SEE, url=in_document(found)),
            Link(label=READ_AS, url=f"/review/{found.record['id']}/#read-as"),
        ),
    )
