"""R-06: the clock jumps back an hour, on ten years, over summer time, or stands still."""

import random
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from answerable.ledger.entry import STAMP
from answerable.store.book import book
from answerable.store.reads import registers
from answerable.store.writes.writing import WAITED
from tests.trust.campaigns import Round, Tally
from tests.trust.campaigns.writers import use, wrong
from tests.trust.cast import AT, add, promised

JUMPS = (
    *(timedelta(hours=-1), timedelta(days=3_650), timedelta(days=-3_650), timedelta()),
    *(timedelta(seconds=-5), timedelta(seconds=-6), timedelta(microseconds=1)),
    *(timedelta(days=1), timedelta(minutes=61), timedelta(days=-90)),
)
A_RECORD = 40
EARLIEST, LATEST = AT.replace(year=1990), AT.replace(year=2090)
LONDON = ZoneInfo("Europe/London")


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one record of forty entries; the clock jumps before each of them."""
    empty = use(home.with_name("empty"), like=home)
    for number in range(10**9):
        current, now = use(home.with_name(f"clock-{number}"), like=empty), AT
        told, clocks, last = dict[int, int](), list[str](), None
        for entry in range(A_RECORD):
            now = min(max(now + chance.choice(JUMPS), EARLIEST), LATEST)
            shown = now.astimezone(LONDON) if chance.random() < 0.5 else now
            clocks.append("regressed" if last is not None and now + WAITED < last else "ok")
            told[entry] = add(book(), promised(entry), key=f"command-{entry}", at=shown).first
            last = now if last is None else max(now, last + timedelta(microseconds=1))
        found = [entry.content for entry in book().entries()]
        stamps = [content["recorded_at"] for content in found]
        tally["entries with a clock that went back"] += clocks.count("regressed")
        if [content["clock"] for content in found] != clocks:
            yield "an entry does not say that the clock went back, or says it wrongly"
        elif not all(one < other for one, other in pairwise(stamps)):
            yield "a stamp does not come after the one before"
        elif last is None or stamps[-1] != last.strftime(STAMP):
            yield "the last stamp is not the latest moment that the clock had shown"
        elif registers.known_on(last.astimezone(LONDON).date()) != A_RECORD - 1:
            yield "the day of the last entry does not lead to it"
        else:
            yield wrong(current, told)
