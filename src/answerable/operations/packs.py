"""Packs: a case, a body or the next session as PDF, Word or Excel, at any dates.

The content is that of the pages, for a reader without an account; each form is made of the same
content, so that no form says more than another.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from answerable.operations import catalogue, publishing
from answerable.operations.pages import agenda as agendas
from answerable.operations.pages import body as bodies
from answerable.operations.pages import case as cases
from answerable.operations.pages import money as funding
from answerable.operations.pages import naming, whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Line, Link, SourceItem
from answerable.publishing.packs.content import (
    Pack,
    PackLine,
    PackPart,
    PackSource,
    PackTable,
)
from answerable.publishing.packs.excel import xlsx_bytes
from answerable.publishing.packs.pdf import pdf_bytes
from answerable.publishing.packs.word import docx_bytes
from answerable.scrutiny import phrases
from answerable.scrutiny.progress import actions, findings
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import MeetingHeld
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOT_HELD = "Not in our sources."
FORMS: Mapping[str, Callable[[Pack], bytes]] = {
    "pdf": pdf_bytes,
    "docx": docx_bytes,
    "xlsx": xlsx_bytes,
}
KINDS = ("case", "body", "session")


class NoSuchPack(Refusal):
    """A kind or form of pack that there is not."""

    code = "no_such_pack"


@dataclass(frozen=True, slots=True)
class Made:
    """A pack as a file: its name says its marking, its bytes depend on its content alone."""

    name: str
    data: bytes
    foot: str


def build(look: Look, *, kind: str, reference: str, form: str) -> Made:
    """A pack of a kind about a reference in a form, or a refusal that says which there are."""
    if form not in FORMS:
        raise NoSuchPack(f"There is no pack in the form “{form[:20]}”. Forms: {', '.join(FORMS)}.")
    pack = content(look, kind=kind, reference=reference)
    return Made(file_name(kind, reference, form), FORMS[form](pack), pack.foot)


def file_name(kind: str, reference: str, form: str) -> str:
    """`answerable-case-west-mercia-soc-public.pdf`: the marking stands in the name."""
    parts = "".join(c if c.isascii() and c.isalnum() else "-" for c in reference.strip("/"))
    return f"answerable-{kind}-{parts[:80]}-{Classification.PUBLIC.value}.{form}"


def content(look: Look, *, kind: str, reference: str) -> Pack:
    """What a pack says, before it has a form."""
    seen = replace(publishing.public(look), path="/")
    match kind:
        case "case":
            return _case(seen, reference)
        case "body":
            return _body(seen, reference)
        case "session":
            return _session(seen, reference)
    raise NoSuchPack(f"There is no pack “{kind[:20]}”. Kinds: {', '.join(KINDS)}.")


class _Sources:
    """Sources numbered in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._found: dict[str, PackSource] = {}

    def add(self, items: Iterable[SourceItem]) -> None:
        for item in items:
            page = item.url.partition("?")[0]
            if page not in self._found:
                self._found[page] = PackSource(
                    number=len(self._found) + 1,
                    title=item.title,
                    place=item.place,
                    page=page,
                    address=item.original,
                )

    def numbers(self, links: Iterable[Link]) -> tuple[int, ...]:
        pages = (link.url.partition("?")[0].partition("#")[0] for link in links)
        return tuple(dict.fromkeys(self._found[p].number for p in pages if p in self._found))

    @property
    def items(self) -> tuple[PackSource, ...]:
        return tuple(self._found.values())


def _case(look: Look, reference: str) -> Pack:
    key = cases.key_of(reference)
    page = cases.case(look, key)
    sources = _Sources()
    sources.add(page.sources)
    agenda = agendas.agenda(look, key.institution)
    sources.add(agenda.sources)
    parts = (
        PackPart(
            title="The case, line by line",
            key="lines",
            lines=tuple(_line(line, sources) for line in page.lines),
        ),
        _findings(look, key.institution, key.theme),
        _actions(look, key.institution, key.theme),
        _agenda(agenda, sources),
        _money(look, key.institution, sources),
    )
    return _pack(
        look,
        title=page.title,
        institution=key.institution,
        sentence=page.sentence,
        parts=parts,
        sources=sources.items,
        notice=page.summary_notice,
    )


def _body(look: Look, body: str) -> Pack:
    page = bodies.body(look, body)
    sources = _Sources()
    parts = (
        _grades(page),
        _findings(look, body, None),
        _actions(look, body, None),
        PackPart(
            title="Sessions",
            key="sessions",
            lines=tuple(
                PackLine(label=row.title, words=row.sentence or "No item is in our sources.")
                for row in page.sessions
            ),
            absent="" if page.sessions else "No papers of a session are in our sources.",
        ),
        _money(look, body, sources),
    )
    return _pack(
        look,
        title=f"{page.title}: what was asked, said, done and proved",
        institution=body,
        sentence=page.sentence,
        parts=parts,
        sources=sources.items,
    )


def _session(look: Look, body: str) -> Pack:
    page = agendas.agenda(look, body)
    sources = _Sources()
    sources.add(page.sources)
    institution = whose.institution_of(body)
    register = look.register(institution)
    held = sorted(register.of(MeetingHeld), key=lambda m: str(m.date))
    last = held[-1] if held else None
    before = (
        f"{last.title or 'Session'} on {in_words(str(last.date))} is the latest of which our "
        "sources hold papers."
        if last
        else "No papers of an earlier session are in our sources."
    )
    return _pack(
        look,
        title=page.title,
        institution=institution,
        sentence=page.sentence,
        parts=(
            PackPart(title="The session before", key="before", paragraphs=(before,)),
            _agenda(page, sources),
            _actions(look, institution, None),
        ),
        sources=sources.items,
    )


def _pack(
    look: Look,
    *,
    title: str,
    institution: str,
    sentence: str,
    parts: tuple[PackPart, ...],
    sources: tuple[PackSource, ...],
    notice: str = "",
) -> Pack:
    at = publishing.as_at(look)
    return Pack(
        title=title,
        body=naming.body_words(institution),
        sentence=sentence,
        banner=publishing.notice_of(institution),
        marking=Classification.PUBLIC.value,
        on=look.on,
        on_words=in_words(at.valid),
        known=at.known,
        root=at.root,
        check=f"{look.base or '/'}history/verify/?entry={at.known}&root={at.root[:16]}",
        site=look.base.rstrip("/"),
        parts=parts,
        sources=sources,
        said_words=f"what sources had published by {in_words(at.said)}" if at.said else "",
        notice=notice,
    )


def _line(line: Line, sources: _Sources) -> PackLine:
    words = line.words or "; ".join(link.label for link in line.links) or NOT_HELD
    return PackLine(
        label=line.label,
        words=words,
        note=line.note,
        sources=sources.numbers((*line.sources, *line.links)),
    )


def _findings(look: Look, institution: str, theme: str | None) -> PackPart:
    register = look.register(institution)
    names = catalogue.names_of(institution)
    found = findings(register, theme=theme, names=names)
    return PackPart(
        title="Findings",
        key="findings",
        table=PackTable(
            head=("Finding", "What it says", "Due", "Where it stands"),
            rows=tuple(_finding_row(item, names) for item in found),
            widths=(5, 8, 5, 7),
        )
        if found
        else None,
        absent="" if found else "No finding is in our sources.",
    )


def _finding_row(item: Progress, names: Names) -> tuple[str, ...]:
    kind = item.kind.replace("-", " ").capitalize()
    on = in_words(item.first.fact.valid.start.isoformat())
    return (
        f"{kind} {item.number or ''}".strip() + f", {on}",
        _said(item),
        _due(item, names),
        _stands(item),
    )


def _actions(look: Look, institution: str, theme: str | None) -> PackPart:
    register = look.register(institution)
    names = catalogue.names_of(institution)
    found = actions(register, theme=theme, names=names)
    return PackPart(
        title="Actions",
        key="actions",
        table=PackTable(
            head=("Action", "Owner", "Due", "Where it stands"),
            rows=tuple(
                (
                    _said(item),
                    (item.owner or NOT_HELD).rpartition("/")[2].replace("-", " ").capitalize(),
                    _due(item, names),
                    _stands(item),
                )
                for item in found
            ),
            widths=(8, 4, 5, 7),
        )
        if found
        else None,
        absent="" if found else "No action is in our sources.",
    )


def _due(item: Progress, names: Names) -> str:
    return phrases.due_words(item, names) if item.due else "No date in our sources"


def _stands(item: Progress) -> str:
    """“Overdue. Due 31 March 2026. …”: the tag, unless the sentence begins with it."""
    if item.sentence.lower().startswith(item.tag.lower()):
        return item.sentence
    return f"{naming.stop(item.tag)} {item.sentence}".strip()


def _said(item: Progress) -> str:
    if item.withheld:
        return "Withheld."
    return phrases.start(item.text) if item.text else NOT_HELD


def _grades(page: bodies.BodyPage) -> PackPart:
    table = page.grades
    return PackPart(
        title="Grades, each in its own cycle",
        key="grades",
        table=PackTable(
            head=table.head[:-1],
            rows=tuple(
                tuple(c if isinstance(c, str) else c.words for c in row[:-1]) for row in table.rows
            ),
            widths=(8, 5, 4, 5),
        )
        if table
        else None,
        absent="" if table else "No grade is in our sources.",
    )


def _agenda(page: agendas.AgendaPage, sources: _Sources) -> PackPart:
    rows = tuple(
        (
            str(number),
            item.title,
            " ".join(
                f"{why.label}: {naming.stop(why.words)}{_cited(sources.numbers(why.sources))}"
                for why in item.reasons
            ),
            item.question,
        )
        for number, item in enumerate(page.items, start=1)
    )
    return PackPart(
        title="Proposed agenda for the next session",
        key="agenda",
        paragraphs=("Proposed from the record alone; the chair decides what is taken.",),
        table=PackTable(
            head=("Item", "What", "Why", "A question that could be asked"),
            rows=rows,
            widths=(2, 7, 9, 8),
        )
        if rows
        else None,
        absent="" if rows else "The record gives no reason to propose an item on this day.",
    )


def _cited(numbers: tuple[int, ...]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _money(look: Look, institution: str, sources: _Sources) -> PackPart:
    told = funding.stated(look, institution)
    sources.add(item for row in told for item in row.sources)
    return PackPart(
        title="Money, by state",
        key="money",
        paragraphs=(funding.RULE,) if told else (),
        table=PackTable(
            head=("State", "Amount", "Period", "For what, from whom, to whom", "Source"),
            rows=tuple(
                (
                    row.state,
                    row.amount,
                    row.period,
                    row.words,
                    ", ".join(str(n) for n in sources.numbers(_links(row.sources))),
                )
                for row in told
            ),
            widths=(3, 4, 4, 10, 2),
        )
        if told
        else None,
        absent="" if told else funding.NONE,
    )


def _links(items: Iterable[SourceItem]) -> tuple[Link, ...]:
    return tuple(Link(label=item.title, url=item.url) for item in items)
