"""A finding: its words, its deadline, how far it has got, and who discussed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue, place
from answerable.operations.pages import ladder, ways
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import finding_words, kind_words
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Happening,
    Item,
    Line,
    Link,
    Page,
    Quote,
    Row,
    RungView,
    SourceItem,
    Table,
)
from answerable.operations.pages.proof import Proof, office_words, with_redress
from answerable.scrutiny import clocks, phrases, tenures
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.progress import findings, progress
from answerable.scrutiny.standing import Move, Progress
from answerable.vocabulary.facts import (
    AnswerGiven,
    Corrected,
    FindingLinked,
    FindingPublished,
    ItemTaken,
    MeetingHeld,
    ReplyGiven,
)
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words

CLOCK = "comments-on-report"
NOT_KNOWN = "Not in our sources."
MOST_QUOTES = 2


@dataclass(frozen=True, kw_only=True)
class FindingPage(Page):
    """One finding or action; the shapes stand at the head of `findings/finding.html`."""

    answer: Line
    quotes: tuple[Quote, ...]
    lines: tuple[Line, ...]
    rungs: tuple[RungView, ...]
    parts: tuple[Row, ...] = ()
    sessions: tuple[Row, ...] = ()
    asked_before: tuple[Row, ...] = ()
    timeline: tuple[Happening, ...] = ()
    changes: Table | None = None
    how: tuple[str, ...] = ()
    sources: tuple[SourceItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One recommendation in the list of a case."""

    number: str
    label: str
    words: str
    state: str
    missing: bool
    voice: str
    url: str
    note: str
    source: Link | None
    reply_url: str = ""
    mistake_url: str = ""


@dataclass(frozen=True, kw_only=True)
class RecommendationsPage(Page):
    """What was asked for, in its order; what is not in our sources stands there too."""

    items: tuple[Recommendation, ...]
    sources: tuple[SourceItem, ...]


def finding(look: Look, reference: str) -> FindingPage:
    """The page of a finding or action by its reference."""
    institution = place.institution_of(reference)
    register = look.register(institution)
    regime = catalogue.regime_of(institution)
    item = progress(register, reference, names=regime.names, slipping_days=regime.slipping_days)
    proof = Proof(look, register)
    body = catalogue.bodies()[institution]
    title = _title(item)
    said = (item.first, *(v for v in item.versions if isinstance(v.fact, ReplyGiven)))
    return FindingPage(
        title=f"{title}: {body.name}",
        kicker=regime.theme(item.theme).words.capitalize() if item.theme else "",
        area="bodies",
        sentence=_sentence(item),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        alternates=ways.of_finding(look, reference),
        crumbs=_crumbs(look, institution, item),
        answer=_answer(item, proof),
        quotes=tuple(q for q in (proof.quote(v) for v in said) if q),
        lines=_lines(item, register, proof, regime),
        rungs=ladder.rungs(item, proof),
        parts=_parts(register, item, look, regime),
        sessions=_sessions(register, item, look),
        asked_before=_asked_before(register, item, look),
        timeline=_timeline(item, proof),
        changes=_changes(register, item, look),
        how=_how(item, regime, look),
        sources=proof.items(item.versions),
        aside=_aside(look, item, institution, cite=_cite(look, item, title, body.name)),
    )


def recommendations(look: Look, institution: str, theme: str) -> RecommendationsPage:
    """Everything that the latest report on a theme asked for."""
    register = look.register(institution)
    regime = catalogue.regime_of(institution)
    proof = Proof(look, register)
    found = findings(register, theme=theme, names=regime.names)
    latest = report_of(found[-1].reference) if found else ""
    asked = [
        f
        for f in sorted(found, key=lambda f: f.first.fact.valid.start)
        if report_of(f.reference) == latest and f.kind != "cause-of-concern"
    ]
    words = regime.theme(theme).words
    held = sum(1 for f in asked if f.text)
    return RecommendationsPage(
        title=f"What inspectors asked for: {words}",
        kicker=catalogue.bodies()[institution].name,
        area="bodies",
        sentence=_asked_sentence(len(asked), held),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=_crumbs(look, institution, None),
        items=tuple(_recommendation(f, proof) for f in asked),
        sources=proof.items(tuple(f.first for f in asked)),
        aside=(),
    )


def _asked_sentence(asked: int, held: int) -> str:
    words = f"{asked} {phrases.plural('recommendation', asked)}."
    if held == asked:
        return words
    return f"{words} We have the substance of {held}; the words of the others are not held."


def _recommendation(item: Progress, proof: Proof) -> Recommendation:
    voice = proof.voice(item.first)
    line = Line(label="", words="")
    if item.overdue or item.slipped_back:
        line = with_redress(line, (item.first,))
    return Recommendation(
        number=item.number or "",
        label=f"{_kind(item)} {item.number or ''}".strip(),
        words=phrases.start(item.text) if item.text else NOT_KNOWN,
        state=item.tag.lower() if item.text else "not known",
        missing=not item.text,
        voice="Our summary says" if voice == "summary" else "",
        url=proof.look.url(f"/findings/{item.reference}/"),
        note=item.sentence if item.text and item.rung else "",
        source=proof.link(item.first),
        reply_url=line.reply_url,
        mistake_url=line.mistake_url,
    )


def _answer(item: Progress, proof: Proof) -> Line:
    """The proof of the first sentence. A finding says something adverse; so does a late action."""
    line = Line(
        label="the first sentence", words=_sentence(item), sources=proof.links((item.first,))
    )
    return with_redress(line, (item.first,)) if _adverse(item) else line


def _adverse(item: Progress) -> bool:
    return item.kind != "action" or item.overdue or item.slipped_back


def _title(item: Progress) -> str:
    """“Recommendation 3, June 2025”; an action by the end of its reference."""
    number = item.number or ("/".join(_last_parts(item)) if item.kind == "action" else "")
    return f"{_kind(item)} {number}".strip() + f", {item.first.fact.valid.start:%B %Y}"


def _last_parts(item: Progress) -> list[str]:
    return item.reference.split("/")[-2:]


def _kind(item: Progress) -> str:
    return item.kind.replace("-", " ").capitalize()


def _sentence(item: Progress) -> str:
    if item.text is None and item.rung is None:
        return "The words of this recommendation are not in our sources."
    if item.rung is None and not item.closing and not item.slipped_back:
        return "Our sources do not say whether it has been put right."
    return item.sentence


def _crumbs(look: Look, institution: str, item: Progress | None) -> tuple[Link, ...]:
    body = catalogue.bodies()[institution]
    crumbs = [
        Link(label="Bodies", url=look.url("/bodies/")),
        Link(label=body.name, url=look.url(f"/bodies/{institution}/")),
    ]
    if item and item.theme:
        short = institution.removesuffix("-police")
        words = catalogue.regime_of(institution).theme(item.theme).words.capitalize()
        crumbs.append(Link(label=words, url=look.url(f"/cases/{short}/{item.theme}/")))
    return tuple(crumbs)


def _lines(item: Progress, register: Register, proof: Proof, regime: Regime) -> tuple[Line, ...]:
    dated = (*(m.version for m in item.moves[-1:]), item.first)
    deadline = Line(
        label="Deadline",
        words=phrases.due_words(item, regime.names) if item.due else "No date in our sources.",
        state="overdue" if item.overdue else ("moved" if item.moves else ""),
        note=" ".join(_held_office(m, register) for m in item.moves),
        sources=proof.links((item.first, *(m.version for m in item.moves))),
    )
    lines = [with_redress(deadline, dated) if item.overdue else deadline]
    for label, group in (("Said", "said"), ("Done", "done"), ("Worked", "worked")):
        steps = [s for s in item.steps if s.rung.group == group]
        answers = [v for v in register.versions if v.fact.stream in item.answered_by]
        versions = tuple(s.version for s in steps)
        if group == "said" and not versions:
            versions = (item.first,) if item.kind == "action" else tuple(answers)
        words = _quoted(versions)
        lines.append(
            Line(
                label=label,
                words=words or ("No evidence yet." if item.rung else NOT_KNOWN),
                sources=proof.links(versions),
            )
        )
    if item.verdict is not None:
        lines.append(
            Line(
                label="Measured",
                words=item.verdict.fact.quote or "",
                sources=proof.links((item.verdict,)),
            )
        )
    if item.closing is not None:
        lines.append(
            Line(
                label="Closed",
                words=item.sentence,
                state="closed",
                sources=proof.links((item.closing.version,)),
            )
        )
    return tuple(lines)


def _quoted(versions: Sequence[Version]) -> str:
    """The words of up to three facts, as sentences; the timeline has them all."""
    quotes = list(dict.fromkeys(v.fact.quote for v in versions if v.fact.quote))
    shown = " ".join(phrases.start(phrases.stop(quote)) for quote in quotes[:MOST_QUOTES])
    more = len(quotes) - MOST_QUOTES
    return f"{shown} And {phrases.number(more)} more, below." if more > 0 else shown


def _held_office(move: Move, register: Register) -> str:
    moved = f"{in_words(move.from_) if move.from_ else 'No date'} to "
    moved += f"{in_words(move.to) if move.to else 'no date'}"
    reason = f", because: {phrases.stop(move.reason)}" if move.reason else "."
    if not move.authoriser:
        return f"{moved}{reason}"
    office = move.authoriser.rpartition("/")[2]
    held = tenures.holders(
        register,
        office=place.office_id(register.institution, office),
        on=move.on,
        tenures=catalogue.tenures(),
    )
    return f"{moved}{reason} Office-holder then: {held.words}."


def _parts(register: Register, item: Progress, look: Look, regime: Regime) -> tuple[Row, ...]:
    streams = [
        f.stream for f in register.of(FindingPublished) if f.parent == item.reference
    ] or _siblings(register, item)
    return tuple(_row(progress(register, stream, names=regime.names), look) for stream in streams)


def _siblings(register: Register, item: Progress) -> list[str]:
    """Recommendations of the same report, where the cause of concern is the only one."""
    if item.kind != "cause-of-concern":
        return []
    report = report_of(item.reference)
    same = [f for f in register.of(FindingPublished) if report_of(f.stream) == report]
    causes = [f for f in same if f.kind == "cause-of-concern"]
    return [f.stream for f in same if f.kind == "recommendation"] if len(causes) == 1 else []


def _row(item: Progress, look: Look) -> Row:
    return Row(
        title=f"{_kind(item)} {item.number or ''}".strip(),
        url=look.url(f"/findings/{item.reference}/"),
        sentence=phrases.start(item.text) if item.text else NOT_KNOWN,
        state=item.tag.lower() if item.text else "not known",
        note=item.sentence if item.rung else "",
    )


def _sessions(register: Register, item: Progress, look: Look) -> tuple[Row, ...]:
    held = {m.stream: m for m in register.of(MeetingHeld)}
    keys = {item.reference, item.theme or item.reference}
    taken: dict[str, list[ItemTaken]] = {}
    for one in register.of(ItemTaken):
        if keys & set(one.about or ()):
            taken.setdefault(one.meeting or one.stream, []).append(one)
    answers = register.of(AnswerGiven)
    since = item.first.fact.valid.start.isoformat()
    return tuple(
        _session(held[stream], items, [a for a in answers if a.stream == stream], look)
        for stream, items in taken.items()
        if stream in held and str(held[stream].date) >= since
    )


def _session(
    meeting: MeetingHeld, items: list[ItemTaken], answers: list[AnswerGiven], look: Look
) -> Row:
    said = f"{phrases.number(len(answers))} {phrases.plural('answer', len(answers))} recorded"
    return Row(
        title=f"{meeting.title or 'Session'}, {in_words(str(meeting.date))}",
        url=look.url(f"/sessions/{meeting.body}/{meeting.date}/"),
        sentence="; ".join(str(item.title) for item in items if item.title),
        note=phrases.start(said) if answers else "",
    )


def _asked_before(register: Register, item: Progress, look: Look) -> tuple[Row, ...]:
    rows = []
    for link in register.of(FindingLinked):
        if item.reference not in (link.stream, link.other):
            continue
        other = link.other if link.stream == item.reference else link.stream
        found = next(iter(register.of(FindingPublished, stream=other)), None)
        rows.append(
            Row(
                title=finding_words(found) if found else "An earlier finding",
                url=look.url(f"/findings/{other}/"),
                sentence=(found.text if found else None) or NOT_KNOWN,
                note=link.reason or "",
            )
        )
    return tuple(rows)


def _timeline(item: Progress, proof: Proof) -> tuple[Happening, ...]:
    return tuple(
        Happening(
            date=in_words(version.fact.valid.start.isoformat()),
            title=kind_words(type(version.fact).__name__),
            words=version.fact.quote or "",
            source=proof.link(version),
        )
        for version in item.versions
    )


def _changes(register: Register, item: Progress, look: Look) -> Table | None:
    ids = {v.entry_id for v in item.versions}
    rows: Sequence[tuple[str | Cell, ...]] = [
        (
            Cell(words=f"{v.seq:,}", url=look.url(f"/history/entry/{v.seq}/")),
            in_words(v.recorded_at.date().isoformat()),
            v.by.body,
            f"{v.fact.field}: {v.fact.reason or 'no reason given'}",
        )
        for v in register
        if isinstance(v.fact, Corrected) and v.fact.ref in ids
    ]
    if not rows:
        return None
    return Table(
        caption="Corrections: we wrote it down wrongly",
        head=("Entry", "When", "By", "What and why"),
        rows=tuple(rows),
        numeric=(0,),
    )


def _how(item: Progress, regime: Regime, look: Look) -> tuple[str, ...]:
    words = [
        "A rung is reached only when somebody stated it and the statement is on the record; "
        "nothing advances by itself.",
        f"Overdue and slipping are worked out for {in_words(look.on.isoformat())}; slipping "
        f"means that the date was moved, or that it is within {regime.slipping_days} days.",
    ]
    if item.kind != "action" and any(c.id == CLOCK for c in regime.clocks):
        window = clocks.window(regime=regime, clock=CLOCK, starts=item.first.fact.valid.start)
        words.append(
            f"{window.sentence(look.on)} It is the time that the law gives the "
            f"{window.clock.holder_role} to publish comments, not a deadline of the finding."
        )
    return tuple(words)


def _cite(look: Look, item: Progress, title: str, body: str) -> str:
    return (
        f"Answerable, “{title}: {body}”, {item.reference}, as at {in_words(look.on.isoformat())}, "
        f"entry {max(look.head.size - 1, 0)}, root {look.head.root[:16]}."
    )


def _aside(look: Look, item: Progress, institution: str, *, cite: str) -> tuple[Aside, ...]:
    owner = catalogue.bodies().get(item.owner or "")
    facts = [
        Item(label="Responsible", words=catalogue.bodies()[institution].name),
        Item(
            label="Owner" if item.kind == "action" else "Stated by",
            words=owner.name if owner else _stated_by(item),
        ),
        Item(
            label="What became of it",
            words=item.became.value.capitalize() if item.became else NOT_KNOWN,
        ),
    ]
    move = Link(label="Move the due date", url=f"/actions/{item.reference}/move/")
    links = (
        *((move,) if item.kind == "action" and item.open else ()),
        Link(label="History of this item", url=look.url(f"/history/item/{item.reference}/")),
        Link(
            label="Then and now",
            url=f"/compare/{institution}/?a={item.first.fact.valid.start}&b={look.today}",
        ),
        Link(label="Check that nothing was altered", url="/history/verify/"),
    )
    return (
        Aside(title="At a glance", facts=tuple(facts)),
        Aside(title="What you can do", links=links),
        Aside(title="Cite this page", paragraphs=(cite,)),
    )


def _stated_by(item: Progress) -> str:
    return office_words(item.owner).capitalize() if item.owner else NOT_KNOWN
