"""How many actions stand, in one sentence: for a finding that many of them answer."""

from collections.abc import Sequence

from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say


def standing(found: Sequence[Progress]) -> str:
    """“Said to be done 20, overdue 18, otherwise open 16.”"""
    done = sum(p.group == "done" for p in found)
    worked = sum(p.group == "worked" for p in found)
    late = sum(p.overdue for p in found)
    shut = sum(not p.open and p.group not in ("done", "worked") for p in found)
    counts = (
        (say("said to be done"), done),
        (say("worked"), worked),
        (say("overdue"), late),
        (say("closed or followed elsewhere"), shut),
        (say("otherwise open"), len(found) - done - worked - late - shut),
    )
    return stop(start(", ".join(f"{words} {count:,}" for words, count in counts if count)))
