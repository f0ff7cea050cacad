"""The parts of packs, from the pages and the register: lines, findings, actions, agenda, money."""

from collections.abc import Iterable, Sequence

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.accountability import money_stated as funding
from answerable.operations.pages.institutions import body as bodies
from answerable.operations.pages.institutions.compare import SUMMARIES
from answerable.operations.pages.item_words import no_day
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Cell, Line, Link, SourceItem
from answerable.operations.pages.proof import Proof, office_words
from answerable.operations.pages.sessions import agenda as agendas
from answerable.publishing.packs.content import PackLine, PackPart, PackSource, PackTable
from answerable.scrutiny import phrases
from answerable.scrutiny.plans.sure_links import findings as all_findings
from answerable.scrutiny.progress import actions as all_actions
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import MeetingHeld, ReplyGiven
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOT_HELD = "Not in our sources."
AGENDA = "Proposed agenda for the next session"
MOST_OF_GROUP = 8
"""Actions that a line of a pack names of a group; its title says how many there are."""


class Sources:
    """Sources numbered in the order in which they are first asked for."""

    def __init__(self, look: Look, institution: str) -> None:
        self._found: dict[str, PackSource] = {}
        self._proof = Proof(look, look.register(institution))
        self._summaries = False

    def add(self, items: Iterable[SourceItem]) -> None:
        """Number those that are new."""
        for item in items:
            page = item.url.partition("?")[0]
            self._summaries |= bool(item.anchored)  # said of a summary alone
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

    def cite(self, links: Iterable[Link]) -> tuple[int, ...]:
        """The numbers of the documents that links lead to; those that are new are numbered."""
        asked = tuple(links)
        self.add(self._proof.items_at(link.url for link in asked))
        return self.numbers(asked)

    def behind(self, versions: Iterable[Version]) -> tuple[int, ...]:
        """The numbers of the documents that facts rest on; those that are new are numbered."""
        return self.cite(
            link for version in versions if (link := self._proof.link(version)) is not None
        )

    @property
    def notice(self) -> str:
        """Whose words the summaries among them are; empty where there is none."""
        return SUMMARIES if self._summaries else ""

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
        sources=sources.cite((*line.sources, *line.links)),
    )


def replies(
    look: Look, institution: str, sources: Sources, *, theme: str | None = None
) -> PackPart:
    """What the bodies say to it: each reply on record, the newest first, in its own words."""
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    of_theme = {item.reference for item in all_findings(register, theme=theme, names=names)}
    told = sorted(register.versions_of(ReplyGiven), key=lambda v: v.fact.said or "", reverse=True)
    lines = tuple(
        PackLine(
            label=f"The {office_words(version.fact.get('by_office'))}, "
            + (in_words(version.fact.said) if version.fact.said else "date not known"),
            words=version.fact.quote or str(version.fact.get("text") or "Withheld."),
            sources=sources.behind((version,)),
        )
        for version in told
        if theme is None or of_theme & {version.fact.stream} or f"/{theme}" in version.fact.stream
    )
    return PackPart(
        title="Replies of the bodies that it is about",
        key="replies",
        lines=lines,
        absent="" if lines else "No reply is in our sources.",
    )


def cited(numbers: tuple[int, ...]) -> str:
    """“1, 4” for the last column of a table."""
    return ", ".join(map(str, numbers))


def findings(look: Look, institution: str, theme: str | None, sources: Sources) -> PackPart:
    """Every finding, of one theme where named."""
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = all_findings(register, theme=theme, names=names)
    return PackPart(
        title="Findings",
        key="findings",
        table=PackTable(
            head=("Finding", "What it says", "Due", "Where it stands", "Source"),
            rows=tuple(
                (*_finding_row(item, names), cited(sources.behind(item.versions)))
                for item in found
            ),
            widths=(5, 8, 4, 6, 2),
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


def actions(look: Look, institution: str, theme: str | None, sources: Sources) -> PackPart:
    """Every action, of one theme where named."""
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = all_actions(register, theme=theme, names=names)
    return PackPart(
        title="Actions",
        key="actions",
        table=PackTable(
            head=("Action", "Owner", "Due", "Where it stands", "Source"),
            rows=tuple(
                (
                    said(item),
                    (item.owner or NOT_HELD).rpartition("/")[2].replace("-", " ").capitalize(),
                    _due(item, names),
                    _stands(item),
                    cited(sources.behind(item.versions)),
                )
                for item in found
            ),
            widths=(8, 4, 4, 7, 2),
        )
        if found
        else None,
        absent="" if found else "No action is in our sources.",
    )


def _due(item: Progress, names: Names) -> str:
    if item.due:
        return phrases.due_words(item, names)
    return no_day(item) or "No date in our sources"


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


def grades(page: bodies.BodyPage, sources: Sources) -> PackPart:
    """The grades of a body, each in its cycle."""
    table = page.grades
    return PackPart(
        title="Grades, each in its own cycle",
        key="grades",
        lines=tuple(line(one, sources) for one in page.newer),
        table=PackTable(
            head=table.head,
            rows=tuple(
                (
                    *(c if isinstance(c, str) else c.words for c in row[:-1]),
                    cited(sources.cite(_leads(row[-1:]))),
                )
                for row in table.rows
            ),
            widths=(8, 5, 4, 5, 2),
        )
        if table
        else None,
        absent="" if table else "No grade is in our sources.",
    )


def _leads(cells: Iterable[str | Cell]) -> tuple[Link, ...]:
    return tuple(Link(label=c.words, url=c.url) for c in cells if isinstance(c, Cell) and c.url)


def sessions(look: Look, page: bodies.BodyPage, institution: str, sources: Sources) -> PackPart:
    """The sessions of which our sources hold papers, and what was taken."""
    held = {
        naming.session_path(v.fact.stream): v
        for v in look.register(institution).versions_of(MeetingHeld)
    }
    behind = ((row, held.get(row.url.partition("?")[0])) for row in page.sessions)
    return PackPart(
        title="Sessions",
        key="sessions",
        lines=tuple(
            PackLine(
                label=row.title,
                words=row.sentence or "No item is in our sources.",
                sources=sources.behind((version,) if version else ()),
            )
            for row, version in behind
        ),
        absent="" if page.sessions else "No papers of a session are in our sources.",
    )


def agenda(
    items: Sequence[agendas.ProposedItem], sources: Sources, *, of_case: bool = False
) -> PackPart:
    """What the record proposes for the next session; of a case, on its subject alone."""
    rows = tuple(
        (
            str(number),
            _named(item),
            reasons(item, sources),
            item.question,
        )
        for number, item in enumerate(items, start=1)
    )
    on = " on this subject" if of_case else ""
    return PackPart(
        title=f"Proposed for the next session{on}" if of_case else AGENDA,
        key="agenda",
        paragraphs=("Proposed from the record alone; the chair decides what is taken.",),
        table=PackTable(
            head=("Item", "What", "Why", "A question that could be asked"),
            rows=rows,
            widths=(2, 7, 9, 8),
        )
        if rows
        else None,
        absent="" if rows else f"The record gives no reason to propose an item{on} on this day.",
    )


def _named(item: agendas.ProposedItem) -> str:
    """The words of an item; of a group, the first of its actions too."""
    if not item.actions:
        return item.title
    named = "; ".join(link.label for link in item.actions[:MOST_OF_GROUP])
    rest = "; the others stand in the register" if len(item.actions) > MOST_OF_GROUP else ""
    return f"{item.title}. {named}{rest}."


def reasons(item: agendas.ProposedItem, sources: Sources) -> str:
    """Why an item is proposed, with the numbers of its sources."""
    return " ".join(
        f"{why.label}: {naming.stop(why.words)}{_cited(sources.cite(why.sources))}"
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
                    cited(sources.numbers(_links(row.sources))),
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
