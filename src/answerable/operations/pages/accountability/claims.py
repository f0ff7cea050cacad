"""Statements that were set against the record in public: the list, and one with all its steps.

A result speaks of our record, never of the speaker. Before publication a step is seen only by
offices that may; a reader sees that something was said, where, and nothing about a check.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, repeat

from answerable.ledger.register import Register, Version
from answerable.operations import access, place
from answerable.operations.pages import acts, naming, summarised, whose
from answerable.operations.pages.accountability import claim_told
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Happening,
    Line,
    Link,
    Quote,
    Section,
    SectionsPage,
    SourceItem,
    Table,
)
from answerable.operations.pages.proof import (
    Proof,
    cell_with_redress,
    office_words,
)
from answerable.operations.pages.record.rectified import rectified
from answerable.scrutiny.claims import claim_cases
from answerable.scrutiny.claims.claim_cases import WORDS, ClaimCase
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.scrutiny.phrases import start
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

A_PAGE = 25
OURS = marked(
    "A result speaks of our record, never of the speaker. Our "
    "collection is not complete, and that we hold nothing does not "
    "show that there is nothing."
)
HOW = marked(
    "Before a check is published, a second person confirms it, and "
    "the body of the speaker has notice and a period to reply. The "
    "reply stands beside the check."
)
STEPS = (
    ("check", "check_claim"),
    ("confirm", "confirm_claim"),
    ("notify", "check_claim"),
    ("reply", "reply"),
    ("publish", "publish"),
)
_STEP_WORDS = {
    "check": marked("Check this against the record"),
    "confirm": marked("Confirm the check"),
    "notify": marked("Give the speaker’s body notice"),
    "reply": marked("Reply"),
    "publish": marked("Publish the check"),
}
_NEXT = {
    "made": ("check",),
    "checked": ("confirm", "check"),
    "confirmed": ("notify", "check"),
    "notified": ("reply", "publish"),
    "replied": ("publish", "reply"),
    "published": ("reply", "check"),
}


class NoSuchClaim(Refusal):
    """A reference that is no claim, or none that this reader sees."""

    code = "no_such_reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSection(Section):
    """A part with lines, exact words or a timeline."""

    lines: tuple[Line, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Happening, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClaimsPage(SectionsPage):
    """The list or one claim, with its sources."""

    sources: tuple[SourceItem, ...] = ()
    pages: Pages | None = None


def claims(look: Look, *, body: str = "", state: str = "", number: int = 1) -> ClaimsPage:
    """Statements that were filed; of one body or state where named."""
    wanted = (whose.institution_of(body),) if body else registers.reported()
    found = {name: claim_cases.listing(look.register(name)) for name in wanted}
    counted: Counter[claim_cases.State] = Counter()
    for one in found.values():
        counted.update(one.counted)
    total = sum(counted.values())
    kept = sum(n for name, n in counted.items() if not state or name == state)
    count = max(1, -(-kept // A_PAGE))
    number = min(max(number, 1), count)
    shown = _shown(found, state, begin=(number - 1) * A_PAGE)
    rows = tuple(_row(look, name, found[name].case(made)) for name, made in shown)
    query = "".join(f"&{k}={v}" for k, v in (("body", body), ("state", state)) if v)
    return ClaimsPage(
        title=say("Statements and the record"),
        area="read",
        sentence=_sentence(total, counted["published"]),
        banner=banner(wanted[0] if body else None),
        summary_notice=summarised.notice(look, wanted),
        past=look.past(),
        as_at=look.as_at(),
        alternates=(Link(label=say("Published checks (Atom)"), url="/claims/feed.atom"),),
        sections=(
            Section(
                title=say("Statements, the latest first"),
                id="claims",
                table=Table(
                    caption=say("Each statement with its state"),
                    head=(
                        say("Said or reported"),
                        "By",
                        say("Words"),
                        say("Result"),
                        say("State"),
                    ),
                    rows=rows,
                )
                if rows
                else None,
                absent="" if rows else say("No statement of this kind is on the record."),
            ),
        ),
        pages=pages(
            label=say("Pages of statements"),
            number=number,
            count=count,
            url=lambda n: look.url(f"/claims/?page={n}{query}"),
        ),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(OURS, HOW)),
            Aside(title=say("By state"), links=_filters(look, counted, body)),
            Aside(
                title=say("Check a statement"),
                paragraphs=(say("Privately: nothing that you paste is kept."),),
                links=(
                    Link(label=say("Check a text against the record"), url="/read/"),
                    *_file(look, body),
                ),
            ),
        ),
    )


def claim(look: Look, reference: str, *, written: int | None = None) -> ClaimsPage:
    """One statement: its words, the result and its grounds, the reply, every step."""
    institution, register, case = found(look, reference)
    proof = Proof(look, register)
    steps = tuple(claim_told.steps(case, proof))
    behind = (case.made, *case.replies)
    return ClaimsPage(
        title=claim_told.titled(case),
        kicker=naming.body_words(institution),
        area="read",
        sentence=claim_told.answer(case, proof),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        rectified=rectified(look, register, behind),
        crumbs=(
            Link(label=say("Statements"), url=look.url("/claims/")),
            Link(
                label=naming.body_words(institution), url=look.url(f"/claims/?body={institution}")
            ),
        ),
        notice=acts.recorded(written),
        sections=(
            ClaimSection(
                title=say("The words"),
                id="words",
                quotes=tuple(q for q in (proof.quote(case.made),) if q),
                lines=(claim_told.said(case, proof), *claim_told.scope(case)),
            ),
            ClaimSection(
                title=say("What our record holds"),
                id="result",
                lines=claim_told.result(case, proof),
                absent="" if case.result else say("No check of this statement is public."),
            ),
            ClaimSection(title=say("Step by step"), id="steps", timeline=steps),
        ),
        sources=proof.items(behind),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(OURS, HOW)),
            *_next(look, institution, case),
            Aside(
                title=say("Look closer"),
                links=(
                    Link(
                        label=say("History of this statement"),
                        url=look.url(f"/history/item/{reference}/"),
                    ),
                    Link(label=say("The body"), url=look.url(f"/bodies/{institution}/")),
                ),
            ),
        ),
    )


def found(look: Look, reference: str) -> tuple[str, Register, ClaimCase]:
    """The claim of a reference, as this reader sees it."""
    institution = place.institution_of(reference)
    register = look.register(institution)
    try:
        return institution, register, claim_cases.case(register, reference)
    except claim_cases.NotTheTime as unknown:
        raise NoSuchClaim(unknown.sentence) from None


def _shown(
    found: Mapping[str, claim_cases.Listing], state: str, *, begin: int
) -> Iterator[tuple[str, Version]]:
    """A page of the claims of every register, the latest said first."""
    if len(found) == 1:
        ((name, listing),) = found.items()
        return ((name, made) for made in listing.inside(state)[begin : begin + A_PAGE])
    lists = [zip(repeat(name), listing.inside(state)) for name, listing in found.items()]
    every = heapq.merge(*lists, key=lambda pair: pair[1].fact.valid.start, reverse=True)
    return islice(every, begin, begin + A_PAGE)


def _row(look: Look, institution: str, case: ClaimCase) -> tuple[str | Cell, ...]:
    fact = case.made.fact
    return (
        Cell(words=in_words(claim_told.said_on(case.made)), note=naming.body_marked(institution)),
        start(office_words(fact.get("by_office"))),
        Cell(
            words=naming.short(fact.quote or fact.get("scope") or say("Words not in our sources")),
            url=look.url(f"/claims/{fact.stream}/"),
        ),
        _result_cell(look, case),
        say("Published") if case.published else WORDS[case.state],
    )


def _result_cell(look: Look, case: ClaimCase) -> str | Cell:
    if case.result is None or case.checked is None:
        return say("No public check")
    cell = Cell(words=start(case.result.words))
    if case.result is not ClaimResult.DIFFERS:
        return cell
    return cell_with_redress(cell, case.checked, about=start(case.result.words), look=look)


def _sentence(n: int, published: int) -> str:
    if not n:
        return say("No statement has been filed.")
    many = say("1 statement is") if n == 1 else say("{n} statements are", n=f"{n:,}")
    if not published:
        return say("{many} on the record; no check of one is published.", many=many)
    checked = (
        say("1 check is")
        if published == 1
        else say("{published} checks are", published=f"{published:,}")
    )
    return say(
        "{many} on the record; {checked} published, each with its reply where one was given.",
        many=many,
        checked=checked,
    )


def _filters(look: Look, counted: Counter[claim_cases.State], body: str) -> tuple[Link, ...]:
    query = f"&body={body}" if body else ""
    links = [
        Link(
            label=say("All of them"), url=look.url(f"/claims/?{query[1:]}" if body else "/claims/")
        )
    ]
    for state in claim_cases.STATES:
        if counted[state]:
            url = look.url(f"/claims/?state={state}{query}")
            links.append(Link(label=f"{WORDS[state]}: {counted[state]:,}", url=url))
    return tuple(links)


def _file(look: Look, body: str) -> tuple[Link, ...]:
    named = [body] if body else list(registers.reported())
    able = [b for b in named if access.may(look.actor, "make_claim", about=b)]
    if not able or look.actor.is_public:
        return ()
    return (
        Link(label=say("File a statement for the record"), url=f"/claims/new/?body={able[0]}"),
    )


def _next(look: Look, institution: str, case: ClaimCase) -> tuple[Aside, ...]:
    """What this office may do now; nothing for a reader."""
    needs = dict(STEPS)
    links = tuple(
        Link(label=_STEP_WORDS[step], url=f"/claims/{case.stream}/{step}/")
        for step in _NEXT[case.state]
        if not look.actor.is_public and access.may(look.actor, needs[step], about=institution)
    )
    if not links:
        return ()
    return (Aside(title=say("What may be done next"), links=links),)
