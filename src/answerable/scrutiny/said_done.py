"""Done: what the institution says it did, and whether anybody else has checked it.

The two are never one number: “the force says” and “checked by” stay apart.
"""

from collections.abc import Mapping

from answerable.ledger.register import Version
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.ladder import Rung

Told = tuple[str, tuple[Version, ...]]
NOTHING = "Nothing in our sources says that anything is done."
UNCHECKED = "Nobody else has checked it, in our sources."
_AFTER = (" said that ", " says that ", " confirmed that ")


def done(matter: Matter, short: Mapping[str, str]) -> Told:
    """Steps of the latest report's findings and of the actions; one alone is quoted.

    `short` gives, by reference, the short words in which a page says what was done: “profiles
    are now provided”. Without them the words come from the step's own quote.
    """
    items = [
        item
        for item in (*matter.found, *matter.actions)
        if item.rung is not None and item.rung.order >= Rung.DELIVERED.order
    ]
    if not items:
        return NOTHING, ()
    behind = tuple(step.version for item in items for step in item.steps)
    unchecked = [item for item in items if item.rung is Rung.DELIVERED]
    if len(items) == 1 and unchecked:
        return f"{_claim(unchecked[0], matter, short)} {UNCHECKED}", behind
    return _counted(items, unchecked, matter), behind


def _claim(item: Progress, matter: Matter, short: Mapping[str, str]) -> str:
    step = next(s for s in reversed(item.steps) if s.rung is Rung.DELIVERED)
    said = f"{start(matter.names.institution)} said on {on_day(step.on)} that"
    words = short.get(item.reference) or _clause(step.version.fact.quote or "", matter)
    if words:
        return f"{said} {words.rstrip('.')}."
    text = f": {item.text.rstrip('.')}" if item.text else ""
    return f"{said} it had done what was asked{text}."


def _clause(quote: str, matter: Matter) -> str:
    """What stands after “said that”, with the institution called “it”; “” if nothing does."""
    for words in _AFTER:
        _, found, clause = quote.partition(words)
        if found:
            subject = f"{matter.names.institution} "
            return f"it {clause.removeprefix(subject)}" if clause.startswith(subject) else clause
    return ""


def _counted(items: list[Progress], unchecked: list[Progress], matter: Matter) -> str:
    everything = (*matter.found, *matter.actions)
    n, a, total = len(items), len(unchecked), len(everything)
    kinds = {item.kind.replace("-", " ") for item in everything}
    what = plural(kinds.pop(), total) if len(kinds) == 1 else "findings and actions"
    are = "is" if n == 1 else "are"
    lead = f"{start(matter.names.institution)} says that {n} of {total} {what} {are} done."
    if a == n:
        return f"{lead} Nobody else has checked them, in our sources."
    if not a:
        return f"{lead} Others have checked {'it' if n == 1 else 'them all'}."
    return (
        f"{lead} Others have checked {n - a} of them; the rest nobody else has checked, in our "
        "sources."
    )
