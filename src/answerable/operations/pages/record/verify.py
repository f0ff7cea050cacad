"""Check that nothing was altered: what was checked, against what, and how to check it alone."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from threading import Lock

from answerable.ledger import merkle
from answerable.operations.pages.look import ZONE, Look, banner
from answerable.operations.pages.parts import Aside, FormError, Item, Link, Page
from answerable.operations.pages.record import witnessed
from answerable.operations.record import rechecking
from answerable.store.book import book
from answerable.store.checks.verification import Verification
from answerable.store.engine import database, start
from answerable.store.since_checked import Mark
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_ENTRIES = 50_000
"""A larger record is checked by the command only: a page must not hold a server for long."""
LEAST_DIGITS, ROOT_DIGITS = 8, 64
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check found, in words; `fault` when something does not hold."""

    title: str
    words: tuple[str, ...]
    fault: bool = False
    hash: str = ""


@dataclass(frozen=True, kw_only=True)
class VerifyPage(Page):
    """The check, the root of the record, and the way to check without this site."""

    check: Check
    compared: Check | None
    root: str
    entry: str
    noted: str
    steps: tuple[str, ...]
    command: str
    action: str = "/history/verify/"


@dataclass(frozen=True, slots=True)
class _Done:
    state: tuple[object, ...]
    result: Verification
    at: datetime


class _LastCheck:
    """The last check of this process, kept while neither the record nor its file changes.

    After that only what is new is taken apart; the rest by the mark of the last one.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._done: _Done | None = None
        self.mark: Mark | None = None

    def of(self, look: Look) -> _Done:
        """The check of the record as it lies now; one at a time."""
        with self._lock:
            if self._done is None or self._done.state != _state(look):
                self._done, self.mark = _checked(look, self.mark)
            return self._done

    def keep(self, done: _Done, mark: Mark | None) -> None:
        """What another process has found."""
        with self._lock:
            self._done, self.mark = done, mark


_last = _LastCheck()


@contextmanager
def beside(look: Look) -> Iterator[None]:
    """Check the record in a process beside this one, and know at the end what it found.

    For whoever has other work meanwhile and asks for a page with the check afterwards; the record
    is checked again then, where it was touched since the check began.
    """
    if look.head.size > MOST_ENTRIES:
        yield
        return
    database.close()  # no connection is carried into a fork
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as other:
        asked = other.submit(_checked, look, _last.mark)
        yield
        _last.keep(*asked.result())


def begin_with(mark: tuple[int, str] | None) -> None:
    """Let the first check begin with what an earlier process found to hold: size, how it lay."""
    if _last.mark is None and mark is not None:
        _last.mark = Mark(*mark)


def mark_of_last() -> tuple[int, str] | None:
    """What a later process can begin with."""
    return _last.mark


def _checked(look: Look, before: Mark | None) -> tuple[_Done, Mark | None]:
    """The state is read before the check: what changes meanwhile makes it another."""
    database.connection()
    state = _state(look)
    done = rechecking.checked(before)
    return _Done(state, done.result, look.at), done.mark


def check(look: Look) -> Check:
    """Everything in the record set against its leaves and its root, in words."""
    if look.head.size > MOST_ENTRIES:
        return Check(
            title=say("Not checked on this page"),
            words=(
                say(
                    "The record has {size} entries, too many to check while a page "
                    "waits. The command below checks all of them.",
                    size=f"{look.head.size:,}",
                ),
            ),
        )
    done = _last.of(look)
    if look.is_still:  # a copy is made at some hour, and says none: its bytes stay the same
        day = in_words(look.on.isoformat())
        return _in_words(done.result, say("when this copy of {day} was made", day=day))
    return _in_words(done.result, say("at {moment}", moment=_moment(done.at)))


def verify(look: Look, *, entry: int | None = None, noted: str = "") -> VerifyPage:
    """The page; `entry` and `noted` are the number and root printed at the foot of a page."""
    found = check(look)
    noted = noted.strip().lower()[:ROOT_DIGITS]
    errors = _errors(look, entry, noted)
    asked = entry is not None and bool(noted) and not errors
    compared = _compared(entry, noted) if asked and entry is not None else None
    return VerifyPage(
        title=say("Check that nothing was altered"),
        area="history",
        sentence=_sentence(found, compared),
        banner=banner(),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Check the record"), url="/history/"),),
        errors=errors,
        check=found,
        compared=compared,
        root=look.head.root,
        entry="" if entry is None else str(entry),
        noted=noted,
        steps=STEPS,
        command=COMMAND,
        aside=(
            Aside(
                title=say("The record"),
                facts=(
                    Item(label=say("Entries"), words=f"{look.head.size:,}"),
                    Item(label=say("Last entry"), words=f"{max(look.head.size - 1, 0):,}"),
                    witnessed.of_record(look.head.size),
                    Item(label=say("Read at"), words=_moment(look.at)),
                ),
                links=(Link(label=say("All entries, newest first"), url="/history/"),),
            ),
        ),
    )


STEPS = (
    marked(
        "Print or save any page of this site. Its foot names an entry "
        "and the first digits of the root as it was then. Type both "
        "above at any later time: had an entry up to that one been "
        "changed, the root would be another."
    ),
    marked(
        "Whoever holds the record can read every entry, value and hash "
        "again with “answerable verify”. It names the first entry that "
        "does not hold."
    ),
    marked(
        "Whoever holds it can also sign it (“answerable checkpoint”) and "
        "write all of it as files (“answerable export DIR”), with a "
        "verifier that needs only Python. On another machine, with a "
        "policy from somebody other than us, run:"
    ),
)
COMMAND = marked("python verify.py export DIR POLICY")


def _sentence(found: Check, compared: Check | None) -> str:
    first = found.words[0]
    return f"{compared.title}. {first}" if compared else first


def _in_words(result: Verification, when: str) -> Check:
    if not result.holds:
        return Check(
            title=say("Something does not hold"),
            words=(
                say(
                    "{size} entries were checked {when}, and {count} of the "
                    "things checked do not hold.",
                    size=f"{result.size:,}",
                    when=when,
                    count=len(result.faults),
                ),
                *(f"{str(fault)[0].upper()}{str(fault)[1:]}." for fault in result.faults),
            ),
            fault=True,
        )
    words = [
        say(
            "{entries} checked {when}: every leaf, value and hash agrees with the root.",
            entries=_entries(result.size),
            when=when,
        )
    ]
    if result.checkpoints:
        n = result.checkpoints
        many = "1 checkpoint" if n == 1 else say("{n} checkpoints", n=f"{n:,}")
        words.append(say("Compared with {many} kept with the record.", many=many))
    else:
        words.append(
            say(
                "Compared with no checkpoint: none is kept here. If somebody had rewritten every "
                "entry and the root together, this check alone could not tell. A root that you "
                "noted earlier can."
            )
        )
    if result.unopened:
        words.append(
            say(
                "{unopened:,} values are sealed and were not opened: their keys are not here.",
                unopened=result.unopened,
            )
        )
    return Check(title=say("The record holds together"), words=tuple(words))


def _entries(n: int) -> str:
    return say("1 entry was") if n == 1 else say("{n} entries were", n=f"{n:,}")


def _errors(look: Look, entry: int | None, noted: str) -> tuple[FormError, ...]:
    if entry is None and not noted:
        return ()
    errors = []
    if entry is None:
        errors.append(FormError(words=say("Give the number of the entry."), target="entry"))
    elif entry >= min(look.head.size, MOST_ENTRIES):
        last = min(look.head.size, MOST_ENTRIES) - 1
        words = say(
            "Give an entry from 0 to {last}: the record has no other to compare here.",
            last=f"{last:,}",
        )
        errors.append(FormError(words=words, target="entry"))
    if len(noted) < LEAST_DIGITS or not set(noted) <= _HEX:
        words = say("Give at least the first 8 digits of the root: 0 to 9 and a to f.")
        errors.append(FormError(words=words, target="root"))
    return tuple(errors)


def _compared(entry: int, noted: str) -> Check:
    """The root over the first entries, worked out anew, beside the one that was noted."""
    leaves = [merkle.leaf_hash(e.leaf) for e in book().entries(begin=0, end=entry + 1)]
    root = merkle.root_of(leaves).hex()
    up_to = say("entry {entry}", entry=f"{entry:,}") if entry else say("entry 0, the first one")
    if root.startswith(noted):
        return Check(
            title=say("The same root as you noted"),
            words=(
                say(
                    "Nothing up to {up_to} has been changed, left out or added since "
                    "you noted it. The record up to there has this root:",
                    up_to=up_to,
                ),
            ),
            hash=root,
        )
    return Check(
        title=say("Not the root that you noted"),
        words=(
            say(
                "Check both numbers. If they are right, the record up to there "
                "is not the one that you saw. Up to {up_to} it has this root:",
                up_to=up_to,
            ),
        ),
        fault=True,
        hash=root,
    )


def _state(look: Look) -> tuple[object, ...]:
    """Head and what lies beneath: a change behind the record's back is a change too."""
    return (start.ready().book, look.head, database.engine().state())


def _moment(at: datetime) -> str:
    local = at.astimezone(ZONE)
    return say("{local} on {day}", local=f"{local:%H:%M}", day=in_words(local.date().isoformat()))
