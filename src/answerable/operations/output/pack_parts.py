"""The parts of packs, from the pages and the register: lines, findings, actions, agenda, money."""

from collections.abc import Iterable

from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.accountability import money as funding
from answerable.operations.pages.institutions import body as bodies
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Line, Link, SourceItem
from answerable.operations.pages.sessions import agenda as agendas
from answerable.publishing.packs.content import PackLine, PackPart, PackSource, PackTable
from answerable.scrutiny import phrases
from answerable.scrutiny.progress import actions as all_actions
from answerable.scrutiny.progress import findings as all_findings
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOT_HELD = "Not in our sources."


class Sources:
    """Sources numbered in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._found: dict[str, PackSource] = {}

    def add(self, items: Iterable[SourceItem]) -> None:
        """Number those that are new."""
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
        """The numbers of the documents that links lead to, each once."""
        pages = (link.url.partition("?")[0].partition("#")[0] for link in links)
        return tuple(dict.fromkeys(self._found[p].number for p in pages if p in self._found))

    @property
    def items(self) -> tuple[PackSource, ...]:
        """All of them in order."""
        return tuple(self._found.values())


def line(line: Line, sources: Sources) -> PackLine:
    """A line of a case with the numbers of its sources."""
    words = line.words or "; ".join(link.label for link in line.links) or NOT_HELD
    return PackLine(
        label=line.label,
        words=words,
        note=line.note,
        sources=sources.numbers((*line.sources, *line.links)),
    )


def findings(look: Look, institution: str, theme: str | None) -> PackPart:
    """Every finding, of one theme where named."""
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = all_findings(register, theme=theme, names=names)
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
        said(item),
        _due(item, names),
        _stands(item),
    )


def actions(look: Look, institution: str, theme: str | None) -> PackPart:
    """Every action, of one theme where named."""
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = all_actions(register, theme=theme, names=names)
    return PackPart(
        title="Actions",
        key="actions",
        table=PackTable(
            head=("Action", "Owner", "Due", "Where it stands"),
            rows=tuple(
                (
                    said(item),
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


def said(item: Progress) -> str:
    """The words of an item, or that they are withheld or not held."""
    if item.withheld:
        return "Withheld."
    return phrases.start(item.text) if item.text else NOT_HELD


def grades(page: bodies.BodyPage) -> PackPart:
    """The grades of a body, each in its cycle."""
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


def agenda(page: agendas.AgendaPage, sources: Sources) -> PackPart:
    """What the record proposes for the next session."""
    rows = tuple(
        (
            str(number),
            item.title,
            reasons(item, sources),
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


def reasons(item: agendas.ProposedItem, sources: Sources) -> str:
    """Why an item is proposed, with the numbers of its sources."""
    return " ".join(
        f"{why.label}: {naming.stop(why.words)}{_cited(sources.numbers(why.sources))}"
        for why in item.reasons
    )


def _cited(numbers: tuple[int, ...]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def money(look: Look, institution: str, sources: Sources) -> PackPart:
    """Every amount by its state."""
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
