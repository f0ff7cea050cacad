"""A date of a log that is not the register's: what moved, and what was asked before."""

from dataclasses import dataclass, replace

from answerable.vocabulary.times import last_day


@dataclass(frozen=True, slots=True)
class Moved:
    """A date of the log that is not the register's; `later` says that it can be moved to.

    `again`: the log before gave the same, and nobody said who agreed; `then`: what that log gave,
    where it is a third date.
    """

    before: str | None
    now: str
    later: bool
    again: bool = False
    then: str | None = None

    @property
    def first(self) -> bool:
        """Is it a date where the register has none, so that nothing moved?"""
        return self.before is None


def apart(now: str | None, due: str | None) -> Moved | None:
    """The date of a log against that of the register; None where the log has none, or the same."""
    if now is None or now == due:
        return None
    later = due is None or last_day(now) > last_day(due)
    return Moved(due, now, later)


def since(moved: Moved, *, now: str | None, then: str | None, same: bool) -> Moved:
    """The same, with what the log before gave. `same`: it gave these dates already."""
    if same:
        return replace(moved, again=True)
    return replace(moved, then=then if then not in (now, moved.before) else None)
