"""Names of bodies and of office holders, handed in as plain values; the room reads no file.

Known names come from the gazetteer. A name that it does not hold is still seen by its form
("Marlshire Police", "Anyshire County Council") and is written as the document writes it,
without an id. Short place names ("Staffordshire") count only where a rule asks for them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from answerable.reading.name_forms import names

_TOKEN = re.compile(r"[A-Z][\w’'&-]*")
# "Marlshire Police, Fire and Crime Commissioner": of two services, and named for neither.
_OF_TWO = re.compile(r"(?:,| and) Fire and Crime (?:Commissioner|Panel)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body of the gazetteer. `kind` is a plain word, such as force, fire, inspectorate."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HolderEntry:
    """Who held which office of which body (its id); dates ISO with their precision, or ''."""

    name: str
    office: str
    body: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as resolved: `id` is None where the gazetteer does not hold it."""

    name: str
    id: str | None
    kind: str

    @property
    def inspects(self) -> bool:
        return "inspect" in self.kind or "regulat" in self.kind

    @property
    def oversees(self) -> bool:
        return any(word in self.kind for word in ("oversight", "commission", "panel", "mayor"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a body is named. `weak` = by its bare place name."""

    start: int
    end: int
    body: Body
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Bodies and office holders that the reader knows."""

    bodies: tuple[BodyEntry, ...] = ()
    holders: tuple[HolderEntry, ...] = ()
    _names: Mapping[str, tuple[tuple[str, Body, bool], ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        names: dict[str, list[tuple[str, Body, bool]]] = {}
        for entry in self.bodies:
            body = Body(entry.name, entry.id, entry.kind)
            short = place_of(entry.name)
            known = [(alias, False) for alias in (entry.name, *entry.aliases)]
            if short and short not in entry.aliases:
                known.append((short, True))
            for alias, weak in known:
                weak_alias = weak or (alias == short)
                for form in _forms(alias):
                    first = form.split(" ", 1)[0]
                    names.setdefault(first, []).append((form, body, weak_alias))
        ordered = {
            first: tuple(sorted(found, key=lambda one: -len(one[0])))
            for first, found in names.items()
        }
        object.__setattr__(self, "_names", ordered)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every body named in the text, by start, without overlaps (the longest wins)."""
        found = list(self._known(text))
        found.extend(_unknown(text))
        found.sort(key=lambda one: (one.start, one.weak, -(one.end - one.start)))
        kept: list[Mention] = []
        for mention in found:
            if kept and mention.start < kept[-1].end:
                last = kept[-1]
                if (last.body.id is None and mention.body.id is not None and not mention.weak) or (
                    (mention.end - mention.start) > (last.end - last.start) and last.weak
                ):
                    kept[-1] = mention
                continue
            kept.append(mention)
        return tuple(kept)

    def _known(self, text: str) -> Iterator[Mention]:
        for token in _TOKEN.finditer(text):
            first = token.group()
            choices = self._names.get(first) or self._names.get(first.split("’")[0].split("'")[0])
            for form, body, weak in choices or ():
                end = token.start() + len(form)
                if text.startswith(form, token.start()) and not text[end : end + 1].isalnum():
                    if _OF_TWO.match(text, end) is None:
                        yield Mention(token.start(), end, body, weak)
                    break

    def by_name(self, name: str) -> Body | None:
        """The body that a whole name or alias stands for."""
        wanted = name.strip().casefold()
        for entry in self.bodies:
            if wanted in (entry.name.casefold(), *(alias.casefold() for alias in entry.aliases)):
                return Body(entry.name, entry.id, entry.kind)
        return None

    def holder(self, name: str, on: str | None = None) -> HolderEntry | None:
        """The office holder of that full name, on a date where one is given."""
        same = [one for one in self.holders if one.name.casefold() == name.casefold()]
        dated = [one for one in same if on is not None and _holds(one, on)]
        return next(iter(dated or same), None)


def _holds(holder: HolderEntry, on: str) -> bool:
    return (not holder.start or holder.start <= on) and (not holder.end or on <= holder.end)


def _forms(alias: str) -> tuple[str, ...]:
    swapped = alias.replace(" and ", " & ") if " and " in alias else alias.replace(" & ", " and ")
    lower = re.sub(r" Police$", " police", alias)
    return tuple(dict.fromkeys((alias, swapped, lower)))


def place_of(name: str) -> str | None:
    match = re.fullmatch(
        r"(.+?) (?:Police(?: Service)?|Constabulary|Fire (?:and|&) Rescue Service)", name
    )
    return match.group(1) if match else None


def _unknown(text: str) -> Iterator[Mention]:
    """Bodies that only their form tells."""
    for one in names(text):
        yield Mention(one.start, one.end, Body(one.name, None, one.kind))
