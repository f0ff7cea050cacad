"""The way from finding to proof, one line for each case: what `answerable demo` prints."""

from datetime import datetime

from answerable.operations import catalogue
from answerable.operations.pages.institutions import case
from answerable.operations.pages.look import Look


def lines(*, at: datetime) -> tuple[str, ...]:
    """Title, first sentence, and the lines from Asked for to Worked, for every case."""
    look = Look(at=at)
    found: list[str] = []
    for key in case.cases(look):
        told = case.case_of(look.register(key.institution), key, on=look.on)
        invented = catalogue.bodies()[key.institution].invented
        found += [f"{told.title}{' (invented)' if invented else ''}", f"  {told.sentence}"]
        for name in ("asked", "said", "done", "worked"):
            line = told.line(name)
            found.append(f"  {line.label + ':':<11} {line.words}")
        found.append("")
    head = look.head
    found.append(f"{head.size:,} entries on the record, root {head.root[:16]}.")
    return tuple(found)
