"""Bodies named by their bare place, where a document names them in full elsewhere."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from answerable.reading.gazetteer import Body, Mention, place_of


def places(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Bare place names of bodies that only this document names in full: "in Orrinshire"."""
    known: dict[str, Body] = {}
    for one in named:
        short = place_of(one.body.name) if one.body.id is None else None
        if short and known.setdefault(short, one.body) != one.body:
            known.pop(short)
    if not known:
        return
    spans = [(one.start, one.end) for one in named]
    starts = [start for start, _ in spans]
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(known))) + r")\b(?! [A-Z])")
    for match in pattern.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or spans[at][1] <= match.start():
            yield Mention(match.start(), match.end(), known[match.group()], weak=True)
