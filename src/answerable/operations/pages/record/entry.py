"""One entry: its leaf, its values with their commitments, who wrote it when, what changed it."""

import json
from dataclasses import dataclass, replace

from answerable.ledger import merkle
from answerable.ledger.commitments import Payload
from answerable.ledger.entry import Entry
from answerable.ledger.register import Version
from answerable.operations import access
from answerable.operations.findings import redress
from answerable.operations.pages import everything, kept_back, naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Item, Link, Page, Quote, Table
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.record import putting_right, witnessed
from answerable.operations.pages.record.history import written
from answerable.operations.pages.record.onward import seen_at
from answerable.operations.plans import row_words
from answerable.scrutiny.stated_day import stated_day
from answerable.store.book import book
from answerable.store.reads import registers
from answerable.vocabulary.facts import Corrected, Withdrawn
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words


class NoSuchEntry(Refusal):
    """A number that the record has not reached."""

    code = "no_such_entry"


@dataclass(frozen=True, kw_only=True)
class EntryPage(Page):
    """An entry for people and for checking. `values` None: nothing of it is public."""

    quote: Quote | None
    values: Table | None
    corrections: Table | None
    leaf: str
    leaf_hash: str
    openings: tuple[str, ...] = ()


def entry(look: Look, seq: int) -> EntryPage:
    """The page of an entry of the record, or a refusal that says how many there are."""
    last = look.head.size - 1 if look.known is None else min(look.known, look.head.size - 1)
    held = next(iter(book().entries(begin=seq, end=seq + 1)), None) if seq <= last else None
    if held is None:
        raise NoSuchEntry(
            say(
                "The record has no entry {seq}: its last one is {max}.",
                seq=f"{seq:,}",
                max=f"{max(last, 0):,}",
            )
        )
    version = everything.original(look, seq)
    if version is None:
        return _not_public(look, held)
    fact = version.fact
    quote = _quote(seen_at(look, version), version)
    changed = list(everything.about(look, version.entry_id))
    return EntryPage(
        title=say("Entry {seq}", seq=f"{seq:,}"),
        area="history",
        kicker=naming.body_words(fact.institution),
        sentence=f"{naming.stop(naming.told(fact))} {_state(changed)}",
        crumbs=(Link(label=say("Check the record"), url=look.url("/history/")),),
        banner=banner(fact.institution),
        past=look.past(),
        as_at=look.as_at(),
        quote=quote,
        values=_values(look, held, version),
        openings=_openings(held, version),
        corrections=_corrections(look, changed),
        leaf=held.leaf.decode("utf-8"),
        leaf_hash=merkle.leaf_hash(held.leaf).hex(),
        aside=_aside(look, version),
    )


def _quote(look: Look, version: Version) -> Quote | None:
    """The words of the entry; words that stand in no document lead nowhere: they stand here.

    A document that had not been published by a past day is shown as it is held today.
    """
    quote = Proof(look, look.register(version.fact.institution)).quote(version)
    if quote is None or not quote.of_record:
        return quote
    if look.is_past and version.fact.source and version.fact.source.doc:
        return _quote(replace(look, valid=None, known=None, said=None), version)
    return replace(quote, url="")


def _state(changed: list[Version]) -> str:
    if any(isinstance(v.fact, Withdrawn) for v in changed):
        return say("It was withdrawn since; it stays here to be seen.")
    if any(isinstance(v.fact, Corrected) for v in changed):
        return say("It was corrected since; these are the first words.")
    return say("It stands as it was first written.")


def _not_public(look: Look, held: Entry) -> EntryPage:
    return EntryPage(
        title=say("Entry {seq}", seq=f"{held.seq:,}"),
        area="history",
        sentence=say(
            "What this entry says is not public. Its place in the record is: "
            "the hash below counts towards the root like any other."
        ),
        crumbs=(Link(label=say("Check the record"), url=look.url("/history/")),),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        quote=None,
        values=None,
        corrections=None,
        leaf="",
        leaf_hash=merkle.leaf_hash(held.leaf).hex(),
        aside=(Aside(title=say("Who and when"), facts=(witnessed.of_entry(held.seq),)),),
    )


def _values(look: Look, held: Entry, version: Version) -> Table:
    """Every field of the set with its value; empty ones last."""
    payloads = {payload.field: payload for payload in held.payloads}
    values = version.fact.values()
    order = sorted(values, key=lambda name: (values.get(name) is None, name))
    return Table(
        caption="",
        head=(say("Field"), say("Value")),
        rows=tuple(
            (naming.field_words(name), _value(look, version, name, payloads.get(name)))
            for name in order
        ),
    )


def _openings(held: Entry, version: Version) -> tuple[str, ...]:
    """One line of JSON a field: its commitment, with salt and value where they are public."""
    payloads = {payload.field: payload for payload in held.payloads}
    lines = []
    for name, commitment in sorted(held.content["fact"]["commits"].items()):
        line: dict[str, object] = {"field": name, "commitment": commitment}
        payload = payloads.get(name)
        public = name not in version.withheld and name not in version.erased
        public = public and not (name == "quote" and _is_cut(version))
        if public and payload is not None and payload.salt and payload.value is not None:
            line |= {"salt": payload.salt.hex(), "value": json.loads(payload.value)}
        lines.append(json.dumps(line, ensure_ascii=False))
    return tuple(lines)


def _value(look: Look, version: Version, name: str, payload: Payload | None) -> str | Cell:
    if name in version.erased:
        return say("Erased by entry {erased}", erased=f"{version.erased[name]:,}")
    if mark := version.withheld.get(name):
        review = (
            say("; to be looked at again on {day}", day=in_words(mark.review))
            if mark.review
            else ""
        )
        return Cell(words=say("Withheld"), note=f"{mark.ground or mark.classification}{review}")
    if payload is not None and payload.erased:
        return say("Erased")
    if name == "source":
        return _source(look, version)
    if name == "quote" and _is_cut(version):
        return Cell(
            words=row_words.quote_of(version) or "",
            note=say("Without the cells of columns that were not read."),
        )
    return naming.field_value(name, version.fact.values().get(name)) or "empty"


def _is_cut(version: Version) -> bool:
    """Does the entry hold cells of a log that nobody read, so that it is not shown whole?"""
    return row_words.quote_of(version) != version.fact.quote


def _source(look: Look, version: Version) -> str | Cell:
    source = version.fact.source
    if source is None:
        return "empty"
    kinds = {
        "summary": say("our summary"),
        "original": say("the original"),
        "record": say("our own record"),
    }
    at = ""
    if source.start is not None and source.end is not None:
        at = say(", characters {start} to {end}", start=f"{source.start:,}", end=f"{source.end:,}")
    address = f" ({source.about})" if source.about else ""
    words = "#words" if version.fact.quote else ""
    url = f"/documents/{source.doc}/?entry={version.seq}{words}" if source.doc else ""
    if source.doc and kept_back.is_kept_back(look, source.doc):
        url = ""
    return Cell(
        words=say("In {kinds}{at}", kinds=kinds[source.kind], at=at), url=url, note=address
    )


def _corrections(look: Look, changed: list[Version]) -> Table | None:
    if not changed:
        return None
    return Table(
        caption=say("What was written about this entry later"),
        head=(say("Entry"), say("What"), "By", say("Written")),
        rows=tuple(
            (
                Cell(words=f"{v.seq:,}", url=look.url(f"/history/entry/{v.seq}/")),
                _change(v),
                naming.body_words(v.by.body),
                written(v.recorded_at),
            )
            for v in changed
        ),
    )


def _change(version: Version) -> str:
    fact = version.fact
    if isinstance(fact, Corrected):
        right = naming.field_value(fact.field or "", fact.value) or say(
            "a value that is not shown"
        )
        return say(
            "The {field_words} is {right} {reason}",
            field_words=naming.field_words(fact.field or ""),
            right=naming.stop(right),
            reason=fact.reason or "",
        ).strip()
    return naming.told(fact)


def _aside(look: Look, version: Version) -> tuple[Aside, ...]:
    fact = version.fact
    links = [
        Link(
            label=say("Everything about this item"), url=look.url(f"/history/item/{fact.stream}/")
        )
    ]
    own = naming.path_of(fact, seq=version.seq)
    if not own.startswith("/history/entry/"):
        shown = seen_at(look, version).url(own)
        links.insert(0, Link(label=say("The page that shows it"), url=shown))
    if target := _target(look, version):
        links.append(target)
    links += _ways(look, version)
    if access.may(look.actor, "reclassify", about=fact.institution):
        links.append(
            Link(label=say("Mark a value of this entry"), url=f"/account/markings/{version.seq}/")
        )
    return (
        Aside(
            title=say("Who and when"),
            facts=(
                Item(label=say("Written by"), words=naming.body_words(version.by.body)),
                Item(label=say("Written"), words=written(version.recorded_at)),
                witnessed.of_entry(version.seq),
                Item(label=say("True from"), words=stated_day(fact)),
                Item(
                    label=say("Said by its source"),
                    words=in_words(fact.said) if fact.said else say("Not in our sources"),
                ),
                Item(label=say("Reference"), words=fact.stream),
                Item(label=say("Entry id"), words=version.entry_id),
            ),
            links=tuple(links),
        ),
    )


def _ways(look: Look, version: Version) -> tuple[Link, ...]:
    """To put the entry right, for whoever may and while it stands."""
    try:
        return putting_right.ways_of(look, redress.line(version.seq, actor=look.actor))
    except redress.NoSuchLine:
        return ()


def _target(look: Look, version: Version) -> Link | None:
    """The entry that this one corrects, withdraws or marks."""
    if not version.fact.ref:
        return None
    past = registers.history(version.fact.institution).versions
    seq = next((v.seq for v in past if v.entry_id == version.fact.ref), None)
    if seq is None:
        return None
    return Link(
        label=say("What it is about: entry {seq}", seq=f"{seq:,}"),
        url=look.url(f"/history/entry/{seq}/"),
    )
