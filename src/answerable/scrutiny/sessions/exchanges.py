"""Which answer was given to which question of a session, and what was agreed on it.

The record files a question and an answer under their item. The signed words, or the places in the
file that was read, say in which order they stood; where neither does, an item's questions stand
together with its answers, and nobody guesses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from answerable.ledger.register import Version
from answerable.vocabulary.facts import ActionPromised, AnswerGiven, ItemTaken, QuestionAsked

Place = tuple[int, int]
"""Where a line stands: paragraph and line of signed words; else file offset and 0."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Questions that stand together, the answers to them, and the actions agreed then.

    `item` is the reference of the item; without questions something was said unasked.
    """

    item: str
    asked: tuple[Version, ...] = ()
    answers: tuple[Version, ...] = ()
    agreed: tuple[Version, ...] = ()


@dataclass(slots=True)
class _Open:
    item: str
    asked: list[Version] = field(default_factory=list)
    answers: list[Version] = field(default_factory=list)
    agreed: list[Version] = field(default_factory=list)


def exchanges(
    items: Sequence[Version],
    asked: Sequence[Version],
    answers: Sequence[Version],
    agreed: Sequence[Version],
    *,
    words: str = "",
) -> tuple[Exchange, ...]:
    """The exchanges of a session in order. `words`: its minutes as signed, or nothing."""
    lines = [*items, *asked, *answers, *agreed]
    places = _signed(lines, words) if words else _in_file(lines)
    names = {str(v.fact.get("number")): v.fact.stream for v in items}
    order = {v.fact.stream: at for at, v in enumerate(items)}
    under = {v.entry_id: _item(v, names) for v in (*asked, *answers)}
    loose = {under[v.entry_id] for v in (*asked, *answers) if v.entry_id not in places}
    found = [
        *_walked([v for v in lines if v.entry_id in places], places, under, loose),
        *(
            _Open(
                item,
                [v for v in asked if under[v.entry_id] == item],
                [v for v in answers if under[v.entry_id] == item],
            )
            for item in dict.fromkeys(under.values())
            if item in loose
        ),
    ]
    found.sort(key=lambda one: order.get(one.item, len(order)))
    return tuple(
        Exchange(one.item, tuple(one.asked), tuple(one.answers), tuple(one.agreed))
        for one in found
    )


def _walked(
    lines: Iterable[Version],
    places: Mapping[str, Place],
    under: Mapping[str, str],
    loose: set[str],
) -> list[_Open]:
    """Lines in their order: an exchange ends where an item or a further question begins."""
    found: list[_Open] = []
    now: _Open | None = None
    for version in sorted(lines, key=lambda v: places[v.entry_id]):
        item = under.get(version.entry_id, "")
        if isinstance(version.fact, ItemTaken) or item in loose:
            now = None
        elif isinstance(version.fact, ActionPromised):
            if now is not None:
                now.agreed.append(version)
        else:
            question = isinstance(version.fact, QuestionAsked)
            if now is None or now.item != item or (question and (now.answers or now.agreed)):
                now = _Open(item)
                found.append(now)
            (now.asked if question else now.answers).append(version)
    return found


def _item(version: Version, names: Mapping[str, str]) -> str:
    """The reference of the item that a question or an answer is filed under."""
    fact = version.fact
    if isinstance(fact, AnswerGiven):
        return fact.stream
    named = str(fact.get("item") or "")
    return names.get(named, named)


def _in_file(lines: Iterable[Version]) -> dict[str, Place]:
    """Where the file that was read states them; nothing where they come from several files."""
    found, files = {}, set()
    for version in lines:
        source = version.fact.source
        if source is not None and source.doc and source.start is not None:
            found[version.entry_id] = (source.start, 0)
            files.add(source.doc)
    return found if len(files) == 1 else {}


def _signed(lines: Iterable[Version], words: str) -> dict[str, Place]:
    """Where the signed words say them, each line once."""
    parts = [block.split("\n") for block in words.strip().split("\n\n")[1:]]
    heads = {part[0].partition(".")[0]: at for at, part in enumerate(parts)}
    said = {
        (at, row): _bare(line.partition(": ")[2])
        for at, part in enumerate(parts)
        for row, line in enumerate(part[1:], start=1)
    }
    taken: set[Place] = set()
    found: dict[str, Place] = {}
    for version in lines:
        if isinstance(version.fact, ItemTaken):
            at = heads.get(str(version.fact.get("number")))
            place = None if at is None else (at, 0)
        else:
            place = _first(said, taken, _bare(str(version.fact.get("text") or "")).__eq__)
        if place is not None:
            taken.add(place)
            found[version.entry_id] = place
    return found


def _first(
    said: Mapping[Place, str], taken: set[Place], fits: Callable[[str], bool]
) -> Place | None:
    return next((p for p, line in said.items() if line and p not in taken and fits(line)), None)


def _bare(words: str) -> str:
    """Words without their case and last stop: minutes begin them with a capital and end them."""
    return " ".join(words.split()).rstrip(".").casefold()
