"""What confirmed minutes say about a finding: an item, a judgement, an action that was agreed.

It counts alike whether the minutes were typed here or read from a file. A link of an action to a
finding that a person made later counts as of the session which agreed that action.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from answerable.ledger.register import Register, Version
from answerable.scrutiny.answering import answered
from answerable.vocabulary.facts import ActionPromised, AssuranceJudged, ItemTaken

SESSION = "session/"

Minuted = Mapping[str, tuple[Version, ...]]


def minuted(register: Register) -> Minuted:
    """What is spoken of, by its reference or theme -> what minutes say about it, oldest first."""
    return register.once(minuted, lambda: _read(register))


def lines(register: Register, about: Iterable[str]) -> tuple[Version, ...]:
    """What the minutes of the last session that has any say of these, read from a file, each once.

    Minutes that were typed here have questions and answers instead.
    """
    held = minuted(register)
    found: dict[tuple[str, str], Version] = {}
    for version in (v for name in about for v in held.get(name, ())):
        if version.fact.doc and version.fact.quote:
            found.setdefault((version.fact.doc, version.fact.quote), version)
    last = max((v.fact.valid.start for v in found.values()), default=None)
    return tuple(v for v in found.values() if v.fact.valid.start == last)


def session_of(version: Version) -> str:
    """The session in which it was said: `session/anyshire-pcc/2026-06-11`; else “”."""
    fact = version.fact
    named = fact.get("plan") if isinstance(fact, ActionPromised) else fact.get("meeting")
    return named if isinstance(named, str) and named.startswith(SESSION) else ""


def items(register: Register) -> Mapping[str, tuple[str, ...]]:
    """Item of a session, by its reference -> what it was about."""
    return {item.stream: item.about or () for item in register.of(ItemTaken)}


def spoken_of(version: Version, under: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a line of minutes names, and of a judgement what the item is about that it is under.

    `under`: the items of the register. Typed minutes name the number of an item, which several
    sessions have: their judgements name what they are about themselves.
    """
    about = getattr(version.fact, "about", None) or ()
    named = (about,) if isinstance(about, str) else about
    item = version.fact.item if isinstance(version.fact, AssuranceJudged) else None
    return (*named, *under.get(str(item), ()))


def _read(register: Register) -> Minuted:
    found: dict[str, list[Version]] = defaultdict(list)
    linked = answered(register)
    under = items(register)
    for version in register.versions_of(ItemTaken, AssuranceJudged, ActionPromised):
        if not session_of(version):
            continue
        named = spoken_of(version, under)
        for name in dict.fromkeys((*named, *linked.get(version.fact.stream, ()))):
            found[name].append(version)
    return {
        name: tuple(sorted(said, key=lambda v: (v.fact.valid.start, v.seq)))
        for name, said in found.items()
    }
