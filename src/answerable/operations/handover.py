"""The handover pack of an office or of a body to its successor: PDF, Word or Excel.

Internal by default: it holds what only offices of the body and of its overseer may see, and its
marking stands in its name, its head and its first row. It scores nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.operations import access, catalogue, installation, packs, publishing
from answerable.operations.pack_parts import NOT_HELD
from answerable.operations.pages import money, naming, whose
from answerable.operations.pages.look import Look
from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackTable
from answerable.scrutiny import handover as room
from answerable.scrutiny import phrases
from answerable.scrutiny.escalation import Escalation
from answerable.scrutiny.funding import MoneyLine
from answerable.scrutiny.handover import AHEAD, Handover
from answerable.scrutiny.phrases import on_day, plural
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import OfficeDefined
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NO_SCORES = "It is about the institution on a day. Nothing is counted by person."


class NoSuchOffice(Refusal):
    """An office that the record does not know, or a pack that this reader may not have."""

    code = "no_such_item"


@dataclass(frozen=True)
class Seen:
    """A handover with the words for its parties."""

    institution: str
    office: str
    title: str
    found: Handover
    names: Names


def seen(look: Look, body: str, office: str = "") -> Seen:
    """The handover as this actor may see it; refused to whom it is not meant for."""
    institution = whose.institution_of(body)
    access.require(look.actor, "see_handover", about=institution)
    register = look.register(institution)
    known = {f.stream.removeprefix("office/"): f for f in register.of(OfficeDefined)}
    if office and office not in known:
        raise NoSuchOffice(
            f"No office is called “{office[:60]}” on this record. Offices: "
            f"{', '.join(sorted(known)) or 'none'}."
        )
    regime = catalogue.regime_of(institution)
    entry = catalogue.bodies().get(institution)
    own = installation.installed() is not None or (entry is not None and entry.invented)
    found = room.handover(
        register,
        on=look.on,
        office=office,
        tenures=catalogue.tenures(),
        names=regime.names,
        ladders=regime.ladders if own else (),
        soon=regime.slipping_days,
    )
    title = (known[office].title or office) if office else "the successor body"
    return Seen(institution, office, title, found, regime.names)


def build(look: Look, *, body: str, office: str = "", form: str) -> packs.Made:
    """The pack in a form: pdf, docx or xlsx."""
    if form not in packs.FORMS:
        raise packs.NoSuchPack(
            f"There is no pack in the form “{form[:20]}”. Forms: {', '.join(packs.FORMS)}."
        )
    told = seen(look, body, office)
    pack = content(look, told)
    name = f"answerable-handover-{told.institution}-{office or 'successor'}"
    return packs.Made(
        f"{name}-{Classification.INTERNAL.value}.{form}", packs.FORMS[form](pack), pack.foot
    )


def content(look: Look, told: Seen) -> Pack:
    """What the pack says."""
    at = publishing.as_at(look)
    body = naming.body_words(told.institution)
    return Pack(
        title=f"Handover to {_for(told)}: {body}",
        body=body,
        sentence=sentence(told),
        banner=publishing.notice_of(told.institution),
        marking=Classification.INTERNAL.value,
        on=look.on,
        on_words=in_words(at.valid),
        known=at.known,
        root=at.root,
        check=f"{look.base or '/'}history/verify/?entry={at.known}&root={at.root[:16]}",
        site=look.base.rstrip("/"),
        parts=tuple(parts(told)),
        sources=(),
        said_words=f"what sources had published by {in_words(at.said)}" if at.said else "",
        notice=NO_SCORES,
    )


def _for(told: Seen) -> str:
    return f"the next {told.title}" if told.office else told.title


def sentence(told: Seen) -> str:
    """How much is open, and what changed in the last term, in one sentence each."""
    found = told.found
    n, late = len(found.now), sum(i.overdue for i in found.now)
    first = f"{n} {plural('matter', n)} open on {on_day(found.on)}, {late} past the due date."
    if found.began is None:
        return first
    return (
        f"{first} Since the last term began on {on_day(found.began)}: {len(found.carried)} "
        f"carried over, {len(found.new)} new, {len(found.ended)} no longer open."
    )


def parts(told: Seen) -> Iterable[PackPart]:
    """The parts in the order in which a newcomer needs them."""
    found, names = told.found, told.names
    yield _items(f"Due in the next {AHEAD} days, or past its date", "due", found.due, names)
    yield _items("Open when the last term began, and still open", "carried", found.carried, names)
    yield _items("Opened since", "new", found.new, names)
    yield _items("Open then, and no longer open", "ended", found.ended, names)
    if found.began is None:
        yield _items("Everything that is open", "open", found.now, names)
    yield _items("Dates that were moved", "moved", found.moved, names)
    yield _items("Said to be done, and not proven", "unproven", found.unproven, names)
    yield PackPart(
        title="What should move up",
        key="up",
        lines=tuple(_up(e) for e in found.escalations),
        absent="" if found.escalations else "No ladder asks for a step.",
    )
    yield PackPart(
        title="Agreements to share information",
        key="agreements",
        lines=tuple(PackLine(label=a.title, words=a.words) for a in found.agreements),
        absent="" if found.agreements else NOT_HELD,
    )
    yield PackPart(
        title="Money, each line by its states",
        key="money",
        paragraphs=(money.RULE,) if found.money else (),
        lines=tuple(_money(m) for m in found.money[:MOST_LINES]),
        absent="" if found.money else money.NONE,
    )


MOST_LINES = 200


def _items(title: str, key: str, items: tuple[Progress, ...], names: Names) -> PackPart:
    return PackPart(
        title=title,
        key=key,
        table=PackTable(
            head=("What", "Owner", "Due", "Where it stands"),
            rows=tuple(
                (
                    _words(item),
                    (item.owner or NOT_HELD).rpartition("/")[2].replace("-", " ").capitalize(),
                    phrases.due_words(item, names) if item.due else "No date in our sources",
                    item.sentence,
                )
                for item in items
            ),
            widths=(8, 4, 5, 7),
        )
        if items
        else None,
        absent="" if items else "None.",
    )


def _words(item: Progress) -> str:
    if item.withheld:
        return "Withheld."
    kind = item.kind.replace("-", " ").capitalize()
    return f"{kind} {item.number or ''}".strip() + f": {item.text or NOT_HELD}"


def _up(one: Escalation) -> PackLine:
    return PackLine(
        label=_words(one.item),
        words=f"Since {on_day(one.since)} to {one.step.to.replace('-', ' ')}: {one.step.words}. "
        f"{one.why_not}",
    )


def _money(one: MoneyLine) -> PackLine:
    told = "; ".join(
        f"{v.fact.get('state') or 'state not clear'} "
        f"{money.amount_words(v.fact.get('amount'), v.fact.get('currency'))} "
        f"({on_day(v.fact.valid.start)})"
        for v in one.events
    )
    return PackLine(label=one.name.replace("-", " ").capitalize(), words=told or NOT_HELD)
