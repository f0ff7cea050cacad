"""Whether a page from the middle of minutes, without their head, shows that it is one.

What is handed in is often a few pages or an item of minutes: no title, nobody listed as there. Its
sentences still are those of minutes: a motion with its seconder, a clerk who "was asked to", an
item with the number of its year, "Decisions" and "Actions" as headings.
"""

import re
from functools import lru_cache
from itertools import islice

from answerable.reading.worded import Worded, worded

_WHO = (
    r"(?:Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Dr|[Tt]he (?:Parish |Town |Community )?Clerk|Clerk"
    r"|[A-Z]{2,3})"
)
# "proposed by Cllr Orr, seconded by Cllr Vane": nothing but minutes says it in this form.
_MOVED = worded(
    "econded",
    r"\b[Pp]roposed (?:by |as |that |from |to |the |an? )?[^.\n]{2,160}?(?:[,;:.] | and )"
    r"(?:and )?[Ss]econded(?: by)?:? (?:Cllr|Councillor|[A-Z]|the )"
    rf"|{_WHO} [^.;\n]{{0,40}}proposed[;,:.] ?{_WHO} [^.;\n]{{2,40}}seconded\b",
)
_SIGNS: tuple[tuple[int, Worded], ...] = (
    # "75/17 Chairman’s Report", "23/171 Highways"; two of them
    (2, worded("/", r"^\W*\d{1,3}/\d{1,3}(?:\.\d{1,2})? [A-Z][a-z]", re.MULTILINE)),
    # "Matters arising", "Clerk’s Report", "Any other business" on a line
    (
        1,
        worded(
            "matters arising|clerk’s |clerk's |correspondence|any other business|declaration"
            "|apologies|minutes of the |actions|decisions",
            r"^\W*(?:[\d./]{1,8}[.)]?\s+)?(?:matters arising\b[^\n.]{0,40}"
            r"|clerk[’']s (?:report|update)|correspondence(?: received)?|any other business"
            r"|declarations? of interests?|apologies(?: for absence)?"
            r"|minutes of the (?:last|previous) meeting|actions|decisions)\W*$",
            re.MULTILINE | re.IGNORECASE,
        ),
    ),
    # "Clerk undertook to investigate", "The Clerk was asked to write", "KW agreed to send"
    (
        1,
        worded(
            "undertook to |agreed to |offered to |asked to |requested to |asked the ",
            rf"\b{_WHO}(?: (?:[A-Z][\w’.-]*|and|&)){{0,4}} (?:undertook|agreed|offered"
            r"|(?:was|were) (?:asked|requested)) to [a-z]"
            rf"|\b{_WHO}(?: [A-Z][\w’.-]*){{0,3}} asked the (?:Parish |Town )?Clerk to [a-z]",
        ),
    ),
    # "Cllr Orr reported that", "The Clerk advised that"; two of them
    (
        2,
        worded(
            "reported |advised |confirmed |noted |mentioned |explained ",
            rf"\b{_WHO}(?: [A-Z][\w’.-]*){{0,3}} (?:had )?(?:reported|advised|confirmed|noted"
            r"|mentioned|explained) (?:that |on |the |back )",
        ),
    ),
    # "The Board agreed that", "Members noted"; two of them
    (
        2,
        worded(
            "agreed|noted|resolved|RESOLVED|greed to |AGREED",
            r"\b(?:(?:[Tt]he )?(?:Board|Panel|Committee|Authority|Council|Group|Members"
            r"|Councillors|Trustees|Governors) (?:agreed|noted|resolved)\b"
            r"|[Ii]t was (?:unanimously |then |further |also )?(?:agreed|resolved|noted)\b"
            r"|RESOLVED\b|unanimously agreed|AGREED\b)",
        ),
    ),
)
_ENOUGH = 2  # kinds of signs


@lru_cache(maxsize=8)
def minuted(text: str) -> bool:
    """Whether a text without the head of minutes tells in their way what was said and settled."""
    if _MOVED.search(text) is not None:
        return True
    kinds = 0
    for least, sign in _SIGNS:
        kinds += sum(1 for _ in islice(sign.finditer(text), least)) == least
        if kinds == _ENOUGH:
            return True
    return False
