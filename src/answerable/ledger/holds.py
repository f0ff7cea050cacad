"""Legal holds: while one covers an entry, nothing of it is erased (LEDGER section 11)."""

from collections.abc import Iterable

from answerable.ledger.register import Version
from answerable.vocabulary.facts import HoldOpened, HoldReleased

KINDS = ("foi", "inquiry", "litigation", "audit")


def open_holds(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Holds that were opened and neither released nor withdrawn, in the order of the record."""
    standing = [version for version in versions if version.recorded_to is None]
    released = {v.fact.ref for v in standing if isinstance(v.fact, HoldReleased)}
    return tuple(
        v for v in standing if isinstance(v.fact, HoldOpened) and v.entry_id not in released
    )


def covers(hold: Version, *, institution: str, stream: str) -> bool:
    """Does a hold cover an item? Its scope is the institution, or a reference and all under it."""
    scope = hold.fact.get("scope") or institution
    return scope in (institution, stream) or stream.startswith(f"{scope}/")


def covering(versions: Iterable[Version], *, institution: str, stream: str) -> Version | None:
    """The first open hold that covers an item."""
    found = open_holds(versions)
    return next((h for h in found if covers(h, institution=institution, stream=stream)), None)
