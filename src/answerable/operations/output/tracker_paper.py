"""The action tracker as a file: the actions of one session, the open ones, or all of them.

It is what a reader without an account sees. Of one session it is short; the others are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.output import pack_parts, publishing
from answerable.operations.output.pack_frame import framed
from answerable.operations.output.pack_parts import Sources
from answerable.operations.output.session_papers import NoSuchPaper
from answerable.operations.pages import naming, whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions.held_session import Held, action_number
from answerable.publishing.packs.content import Pack, PackPart, PackTable
from answerable.scrutiny.lateness import since_the_end
from answerable.scrutiny.phrases import moved_words, number, plural, start, stop
from answerable.scrutiny.plans.log_number import asked_as, known_as
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionPromised, MeetingHeld
from answerable.vocabulary.posts import only_named, post_of
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOTHING_SINCE = "Agreed in the session; nothing said of it since."
OPEN, ALL = "open", "all"
WHICH = (OPEN, ALL)
NAMED_IN_LOG = "Named in the log"
NONE = "No action is on our record."


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What a tracker holds: its title, and the actions under the name of their part."""

    title: str
    part: str
    found: Sequence[Progress]
    absent: str = NONE


def tracker(look: Look, reference: str) -> Pack:
    """`BODY/DAY` has the actions of that session; `BODY/open` those that nobody says are done;
    `BODY/all` every one; `BODY` those of the last session that agreed any, else the open ones.
    """
    seen = replace(publishing.public(look), path="/")
    asked, _, rest = reference.strip("/").partition("/")
    institution = whose.institution_of(asked)
    ours = whose.keeps_own_record(institution)
    register = seen.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    chosen = _chosen(seen, register, names, asked=asked, rest=rest)
    found = chosen.found
    waiting = sum(item.waiting and not item.log_calls for item in found)
    aside = sum(bool(item.waiting and item.log_calls) for item in found)
    about = [version for item in found for version in item.versions]
    sources = Sources(seen, institution)
    if not ours:
        sources.behind(about)
    name = naming.body_words(institution)
    return framed(
        seen,
        title=f"{chosen.title}: {name}" if ours else f"Actions that our sources tell of: {name}",
        institution=institution,
        sentence=_sentence(len(found), waiting, aside)
        if ours or found
        else "What was agreed to be done is not in our sources.",
        parts=[
            tracked(
                chosen.part,
                found,
                register,
                names,
                key="tracker",
                absent=chosen.absent,
            ),
        ],
        own=ours,
        body=asked if asked != institution else None,
        about=about,
        sources=sources.items,
        notice=sources.notice,
    )


def _sentence(count: int, waiting: int, aside: int) -> str:
    """“Two actions, of which one waits to be done.”; what a log sets aside is counted apart."""
    if aside:
        called = (
            f"{number(aside)} {'is' if aside == 1 else 'are'} called superseded, replaced or "
            "the like by the log and closed by nobody"
        )
        waits = f"{number(waiting)} {'waits' if waiting == 1 else 'wait'} to be done"
        return start(f"{number(count)} {plural('action', count)}: {waits}, {called}.")
    wait = "waits to be done" if waiting == 1 else "wait to be done"
    many = f"{number(count)} {plural('action', count)}"
    if not count:
        return "No action."
    if waiting == count:
        return start(f"{many} {wait}.")
    return start(f"{many}, of which {number(waiting)} {wait}.")


def _chosen(look: Look, register: Register, names: Names, *, asked: str, rest: str) -> _Chosen:
    """The actions that were asked for; a refusal says which there are."""
    every = actions(register, names=names)
    if rest == ALL:
        return _Chosen("All actions", "Actions", every)
    waiting = tuple(item for item in every if item.waiting)
    if rest == OPEN:
        return _Chosen("Open actions", "Actions that nobody says are done", waiting)
    day, own = _of_session(look, register, f"session/{asked}/{rest}" if rest else "")
    if day:
        held = tuple(item for item in every if item.reference in own)
        none = "No action was agreed in this session."
        return _Chosen(f"Action tracker of the session of {day}", "Actions", held, none)
    if rest:
        raise NoSuchPaper(
            f"No session of {naming.body_words(asked)} is held under “{rest[:40]}”. Write the day "
            f"of one, as {asked}/2026-09-17, or {asked}/{OPEN}, or {asked}/{ALL}."
        )
    return _Chosen("Open actions", "Actions that nobody says are done", waiting)


def _of_session(look: Look, register: Register, stream: str) -> tuple[str, set[str]]:
    """The day of the session in words, and the actions that it agreed; nothing where none did."""
    every = sorted(register.versions_of(MeetingHeld), key=lambda v: v.fact.valid.start)
    for version in reversed(every):
        if stream in ("", version.fact.stream):
            found = Held(look, register, version)
            own = {v.fact.stream for v in found.agreed(ActionPromised)}
            if own or stream:
                return in_words(found.day), own
    return "", set()


def _pressing(item: Progress) -> tuple[bool, bool, str, str]:
    late = item.waiting and not item.log_calls
    return not late, not item.waiting, item.due or "9", item.reference


def _late(item: Progress) -> str:
    if since_the_end(item.due):
        return f"Overdue since the end of {in_words(item.due or '')}. "
    days = item.days_overdue
    return f"Overdue by {days:,} {plural('day', days)}. "


def _numbered(item: Progress) -> int:
    return int(action_number(item.reference) or 0)


def _stands(item: Progress, names: Names) -> str:
    """“Overdue by 44 days. …”, and how often its date moved."""
    overdue = item.overdue and not item.log_calls
    late = _late(item) if overdue else ""
    silent = item.agreed and item.waiting and item.news is None
    said = NOTHING_SINCE if silent else item.sentence
    moved = moved_words(item, names) if item.moves else ""
    status = item.log_status or ""
    told = f" The log says: {stop(status)}" if status not in item.sentence else ""
    return late + said + (f" {moved}" if moved not in said else "") + told


def _named(register: Register, item: Progress) -> str:
    """The number of its own log, and of what it answers there; else where the record has it."""
    own = known_as(register, item.reference)
    if not own:
        under = f"{register.institution}/"
        return item.reference.removeprefix("action/").removeprefix(under)
    cells, nowhere, _ = asked_as(register, item.reference, item.answers)
    asked = "; ".join(dict.fromkeys(filter(None, (*cells.values(), nowhere))))
    return f"{own} ({asked})" if asked else own


def _owner(owner: str | None) -> str:
    """The post of an owner: who is below a chief officer is named in no paper that goes out."""
    if only_named(owner):
        return NAMED_IN_LOG
    return start(post_of(owner))


def tracked(
    title: str,
    found: Sequence[Progress],
    register: Register,
    names: Names,
    *,
    key: str,
    named: bool = True,
    absent: str = NONE,
) -> PackPart:
    """Actions as a table: owner, first due, due now, where each stands; `named` by reference.

    Otherwise by the number of each in its session, in that order, as an amendment of its minutes
    names it. In a tracker the longest overdue come first, then what waits by its day, what its
    log sets aside, and what is said to be done.
    """
    rows = tuple(
        (
            _named(register, item) if named else action_number(item.reference),
            pack_parts.said(item),
            _owner(item.owner),
            in_words(item.due_first) if item.due_first else "",
            in_words(item.due) if item.due else "",
            _stands(item, names),
        )
        for item in (sorted(found, key=_pressing) if named else sorted(found, key=_numbered))
    )
    return PackPart(
        title=title,
        key=key,
        table=PackTable(
            head=(
                "Reference" if named else "No.",
                *("Action", "Owner", "First due", "Due now", "Where it stands"),
            ),
            rows=rows,
            widths=(8 if named else 4, 15, 11, 8, 8, 14),
        )
        if rows
        else None,
        absent="" if rows else absent,
    )
