"""The handover of an office, or of a body to its successor, on a page.

It is about the institution on two days, never about a person: nothing is counted by holder.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.operations import access, catalogue, installation
from answerable.operations.pages import naming, whose
from answerable.operations.pages.accountability import money_stated as money
from answerable.operations.pages.accountability.handover_ahead import ahead
from answerable.operations.pages.accountability.handover_first import Told, first_page
from answerable.operations.pages.accountability.handover_rows import source_words
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage, Table
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import PackLine, PackPart, PackTable
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability import handover as room
from answerable.scrutiny.accountability.escalation import Escalation
from answerable.scrutiny.accountability.funding import MoneyLine
from answerable.scrutiny.accountability.handover import AHEAD, Handover
from answerable.scrutiny.phrases import on_day, plural
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.stated_day import stated_day
from answerable.vocabulary.facts import OfficeDefined
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOT_HELD = marked("Not in our sources.")
NO_SCORES = marked("It is about the institution on a day. Nothing is counted by person.")
MOST_LINES = 200
INTERNAL = marked(
    "A handover is internal: it is for the offices of the body and "
    "of whoever holds it to account. What was open when an office "
    "changed hands is public on the page of its holders."
)
_FORMS = (
    ("pdf", marked("Pack (PDF)")),
    ("docx", marked("Pack (Word)")),
    ("xlsx", marked("Pack (Excel)")),
)


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
    ahead: tuple[PackPart, ...] = ()


def seen(look: Look, body: str, office: str = "") -> Seen:
    """The handover as this actor may see it; refused to whom it is not meant for."""
    institution = whose.institution_of(body)
    access.require(look.actor, "see_handover", about=institution)
    register = look.register(institution)
    known = {f.stream.removeprefix("office/"): f for f in register.of(OfficeDefined)}
    if office and office not in known:
        raise NoSuchOffice(
            say(
                "No office is called “{office}” on this record. Offices: {values}.",
                office=office[:60],
                values=", ".join(sorted(known)) or "none",
            )
        )
    regime = catalogue.regime_of(institution, on=look.on)
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
    title = (known[office].title or office) if office else say("the successor body")
    coming = ahead(register, on=look.on, names=regime.names)
    return Seen(institution, office, title, found, regime.names, coming)


def title(told: Seen) -> str:
    """“Handover to the next Chief Constable: Anyshire Police”."""
    return say(
        "Handover to {for_}: {body}", for_=_for(told), body=naming.body_words(told.institution)
    )


def _for(told: Seen) -> str:
    return say("the next {title}", title=told.title) if told.office else told.title


def sentence(told: Seen) -> str:
    """How much is open, and what changed in the last term, in one sentence each."""
    found = told.found
    n, late = len(found.now), sum(i.overdue for i in found.now)
    first = say(
        "{n} {matters} open on {day}, {late} past the due date.",
        n=n,
        matters=plural("matter", n),
        day=on_day(found.on),
        late=late,
    )
    if found.began is None:
        return first
    return say(
        "{first} Since the last term began on {day}: {count} carried "
        "over, {count2} new, {count3} no longer open.",
        first=first,
        day=_began(found),
        count=len(found.carried),
        count2=len(found.new),
        count3=len(found.ended),
    )


def _began(found: Handover) -> str:
    """Every date that a source gives for the start of the term, and the day looked at."""
    day = found.began.isoformat() if found.began else ""
    dates = found.term.holding.begins if found.term else ()
    stated = list(dict.fromkeys(s.date for s in dates if not s.seen))
    if stated in ([], [day]):
        return in_words(day)
    given = say(" or ").join(in_words(d) for d in stated)
    return say("{given} (looked at on {words})", given=given, words=in_words(day))


def parts(look: Look, told: Seen) -> Iterable[PackPart]:
    """The parts in the order in which a newcomer needs them: ten lines first, then the lists."""
    found, names = told.found, told.names
    shown = Proof(look, look.register(told.institution))
    yield first_page(look, Told(told.institution, found, names))
    yield _items(shown, f"Due in the next {AHEAD} days, or past its date", "due", found.due, names)
    if found.began is None:
        yield _items(shown, "Everything that is open", "open", found.now, names)
    else:
        yield _items(
            shown, "Open when the last term began, and still open", "carried", found.carried, names
        )
        yield _items(shown, "Opened since", "new", found.new, names)
        yield _items(shown, "Open then, and no longer open", "ended", found.ended, names)
    yield _items(shown, "Dates that were moved", "moved", found.moved, names)
    yield _items(shown, "Said to be done, and not proven", "unproven", found.unproven, names)
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
    yield from told.ahead
    yield PackPart(
        title="Money, each line by its states",
        key="money",
        paragraphs=(money.RULE,) if found.money else (),
        lines=tuple(_money(m) for m in found.money[:MOST_LINES]),
        absent="" if found.money else money.NONE,
    )


def _items(
    shown: Proof, title: str, key: str, items: tuple[Progress, ...], names: Names
) -> PackPart:
    return PackPart(
        title=title,
        key=key,
        table=PackTable(
            head=(say("What"), say("Owner"), say("Due"), say("Where it stands"), say("Source")),
            rows=tuple(
                (
                    _words(item),
                    phrases.start((item.owner or NOT_HELD).rpartition("/")[2].replace("-", " ")),
                    phrases.due_words(item, names) if item.due else say("No date in our sources"),
                    item.sentence,
                    source_words(shown, item),
                )
                for item in items
            ),
            widths=(8, 4, 4, 6, 4),
        )
        if items
        else None,
        absent="" if items else say("None."),
    )


def _words(item: Progress) -> str:
    if item.withheld:
        return say("Withheld.")
    kind = item.kind.replace("-", " ").capitalize()
    return f"{kind} {item.number or ''}".strip() + f": {item.text or NOT_HELD}"


def _up(one: Escalation) -> PackLine:
    return PackLine(
        label=_words(one.item),
        words=say(
            "Since {day} to {to}: {step}. {why_not}",
            day=on_day(one.since),
            to=one.step.to.replace("-", " "),
            step=one.step.words,
            why_not=one.why_not,
        ),
    )


def _money(one: MoneyLine) -> PackLine:
    told = "; ".join(
        f"{v.fact.get('state') or 'state not clear'} "
        f"{money.amount_words(v.fact.get('amount'), v.fact.get('currency'))} "
        f"({stated_day(v.fact)})"
        for v in one.events
    )
    return PackLine(label=one.name.replace("-", " ").capitalize(), words=told or NOT_HELD)


def handovers(look: Look, body: str) -> SectionsPage:
    """The offices of a body for which a handover is made."""
    institution = whose.institution_of(body)
    name = naming.body_words(institution)
    may = _may(look, institution)
    offices = look.register(institution).of(OfficeDefined) if may else ()
    rows = [
        Row(
            title=office.title or office.stream.removeprefix("office/"),
            url=f"/handover/{institution}/{office.stream.removeprefix('office/')}/",
            sentence=naming.body_words(office.body or ""),
        )
        for office in offices
    ]
    if may:
        rows.append(Row(title="A successor body", url=f"/handover/{institution}/successor/"))
    return SectionsPage(
        title=say("Handover: {name}", name=name),
        area="bodies",
        sentence=say("What a newcomer takes over, by office.") if may else INTERNAL,
        banner=acting(look, institution) if may else banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=_crumbs(look, institution),
        sections=(
            Section(
                title=say("By office"),
                rows=tuple(rows),
                links=() if may else (_holders(look, institution),),
            ),
        ),
    )


def handover(look: Look, body: str, office: str) -> SectionsPage:
    """One handover; to whom it is not meant for, where the public part stands."""
    institution = whose.institution_of(body)
    if not _may(look, institution):
        return handovers(look, body)
    told = seen(look, body, "" if office == "successor" else office)
    base = f"/handover/{institution}/{office}"
    return SectionsPage(
        title=title(told),
        kicker=say("Internal"),
        area="bodies",
        sentence=sentence(told),
        banner=acting(look, institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=(
            *_crumbs(look, institution),
            Link(label=say("Handover"), url=f"/handover/{institution}/"),
        ),
        sections=tuple(_section(part) for part in parts(look, told)),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(NO_SCORES,)),
            Aside(
                title=say("Take it along"),
                links=tuple(Link(label=w, url=look.url(f"{base}.{f}")) for f, w in _FORMS),
            ),
            Aside(title=say("Look closer"), links=(_holders(look, institution),)),
        ),
    )


def _may(look: Look, institution: str) -> bool:
    return not look.actor.is_public and access.may(look.actor, "see_handover", about=institution)


def _section(part: PackPart) -> Section:
    table = part.table
    return Section(
        title=part.title,
        id=part.key,
        paragraphs=part.paragraphs,
        rows=tuple(Row(title=line.label, sentence=line.words) for line in part.lines),
        table=Table(caption=part.title, head=table.head, rows=table.rows) if table else None,
        absent=part.absent,
    )


def _crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    name = naming.body_words(institution)
    return (Link(label=name, url=look.url(f"/bodies/{institution}/")),)


def _holders(look: Look, institution: str) -> Link:
    return Link(
        label=say("Who held office, and what was open"), url=look.url(f"/people/{institution}/")
    )
