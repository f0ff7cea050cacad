"""The check of the record for pages, which is asked for again after every entry.

What an earlier check found to hold is not taken apart again while it lies byte for byte as it
lay then; `answerable verify` takes all of it apart each time.
"""

from dataclasses import dataclass, replace

from answerable.operations.record import ledger
from answerable.store import since_checked
from answerable.store.checks.verification import Verification
from answerable.store.engine import database, start
from answerable.store.engine.keys import keys_of
from answerable.store.since_checked import Mark


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and the mark that a later check can begin with."""

    result: Verification
    mark: Mark | None


def checked(before: Mark | None) -> Checked:
    """Check the record in force, beginning with what an earlier check found to hold."""
    return (_since(before) if before else None) or _whole()


def _since(before: Mark) -> Checked | None:
    tree = ledger.verify(tree_only=True)
    if not tree.holds or tree.size < before.size:
        return None
    settings, engine = start.configured(), database.engine()
    found = since_checked.since(
        engine, keys_of(settings), before, size=tree.size, documents=settings.documents
    )
    return found and Checked(replace(tree, tree_only=False, files=found.files), found.mark)


def _whole() -> Checked:
    engine = database.engine()
    lay = engine.state()
    result = ledger.verify()
    plain = result.holds and not result.unopened and not result.absent
    mark = (
        since_checked.mark(engine, keys_of(start.configured()), size=result.size)
        if plain
        else None
    )
    return Checked(result, mark if engine.state() == lay else None)
