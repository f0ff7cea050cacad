"""A session: what was taken, asked, answered and judged, and what came of what was agreed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.held_session import (
    Held,
    day_of,
    held,
    office_words,
    session_url,
    sessions_of,
)
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Item,
    Link,
    Page,
    Quote,
    Row,
    SourceItem,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.phrases import due_words, number, plural, start
from answerable.scrutiny.progress import progress
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    AssuranceJudged,
    DueDateMoved,
    ItemTaken,
    QuestionAsked,
)
from answerable.vocabulary.times import in_words

NOT_KNOWN = "Not in our sources"
NO_NEW_ACTION = "No new action is in our sources."
_LEVELS = {"assured": "assured", "partly": "assured in part", "not-assured": "not assured"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the chair concluded, with its source."""

    words: str
    source: Link | None


@dataclass(frozen=True, kw_only=True)
class SessionPage(Page):
    """One session in the order in which it ran, and what came of it."""

    items: tuple[Row, ...]
    asked: tuple[Row, ...]
    quotes: tuple[Quote, ...]
    judgements: tuple[Judgement, ...]
    actions: Table | None
    actions_missing: str
    moved: Table | None
    sources: tuple[SourceItem, ...]


def session(look: Look, body: str, day: str) -> SessionPage:
    """The page of the session of a body on a day."""
    found = held(look, f"session/{body}/{day}")
    fact = found.session.fact
    proof = Proof(look, found.register)
    items, asked, answers = found.of(ItemTaken), found.of(QuestionAsked), found.of(AnswerGiven)
    judged = found.of(AssuranceJudged)
    promised, moved = found.agreed(ActionPromised), found.agreed(DueDateMoved)
    behind = (found.session, *items, *asked, *answers, *judged, *promised, *moved)
    return SessionPage(
        title=f"{fact.get('title') or 'Session'}: {in_words(day)}",
        area="bodies",
        kicker=f"Session of {naming.body_words(body)}",
        sentence=_sentence(found, asked, answers, promised, moved),
        crumbs=_crumbs(look, found.register.institution),
        banner=banner(found.register.institution),
        past=look.past(),
        as_at=look.as_at(),
        items=tuple(_item(proof, v) for v in items),
        asked=tuple(_asked(proof, v, items) for v in asked),
        quotes=tuple(_answers(proof, found, answers)),
        judgements=tuple(_judgement(proof, found, v, items) for v in judged),
        actions=_actions(found, promised),
        actions_missing=NO_NEW_ACTION if moved else "",
        moved=_moved(found, moved),
        sources=proof.items(behind),
        aside=_aside(found, proof, body),
    )


def _sentence(
    found: Held,
    asked: Sequence[Version],
    answers: Sequence[Version],
    promised: Sequence[Version],
    moved: Sequence[Version],
) -> str:
    counts = [
        f"{number(len(said))} {plural(word, len(said))}"
        for word, said in (("question", asked), ("answer", answers))
        if said
    ]
    heard = f"Our sources hold {' and '.join(counts)}" if counts else ""
    if not heard:
        heard = "What was asked and answered is not in our sources"
    if moved and not promised:
        n = len(moved)
        dates = f"{number(n)} {plural('date', n)} {'was' if n == 1 else 'were'} moved"
        return f"{heard}. {NO_NEW_ACTION[:-1]}; {dates}."
    if not promised:
        return f"{heard}. Actions and due dates are not in our sources."
    n = len(promised)
    done = sum(
        progress(found.register, v.fact.stream, names=found.names).group in ("done", "worked")
        for v in promised
    )
    what = f"{number(n)} {plural('action', n)} agreed"
    return f"{heard}, and {what}: {_done_words(done, n)} at the date of this page."


def _done_words(done: int, n: int) -> str:
    if not done:
        return "nobody says that it is done" if n == 1 else "nobody says that any is done"
    if done == n:
        return "it is said to be done" if n == 1 else "all are said to be done"
    return f"{number(done)} of them {'is' if done == 1 else 'are'} said to be done"


def _item(proof: Proof, version: Version) -> Row:
    fact = version.fact
    number_ = f"{fact.get('number')}. " if fact.get("number") else ""
    purpose = f"For {fact.get('purpose')}." if fact.get("purpose") else ""
    return Row(
        title=f"{number_}{fact.get('title') or NOT_KNOWN}",
        sentence=purpose,
        links=proof.links([version]),
    )


def _asked(proof: Proof, version: Version, items: Sequence[Version]) -> Row:
    fact = version.fact
    to = f"To the {office_words(fact.get('to'))}" if fact.get("to") else ""
    return Row(
        title=fact.get("text") or NOT_KNOWN,
        note=", ".join(part for part in (to, _under(fact.get("item"), items)) if part),
        links=proof.links([version]),
    )


def _under(item: str | None, items: Sequence[Version]) -> str:
    if not item:
        return ""
    title = next(
        (v.fact.get("title") for v in items if item in (v.fact.get("number"), v.fact.stream)), None
    )
    named = item.rsplit("/", 1)[-1]
    return f"item {named} ({title})" if title else f"item {named}"


def _answers(proof: Proof, found: Held, answers: Sequence[Version]) -> Iterator[Quote]:
    for version in answers:
        who = f"Answer of the {office_words(version.fact.get('by_office'))}"
        quote = proof.quote(version, note=who)
        if quote is not None:
            yield quote
        elif version.fact.get("text"):
            yield Quote(
                voice="record",
                words=str(version.fact.get("text")),
                place=f"Entry {version.seq:,}",
                url=proof.entry_url(version),
                note=who,
            )


def _judgement(proof: Proof, found: Held, version: Version, items: Sequence[Version]) -> Judgement:
    fact = version.fact
    level = _LEVELS.get(fact.get("level") or "", fact.get("level") or NOT_KNOWN)
    on = _under(fact.get("item"), items)
    who = start(found.names.bodies.get(_body(found), found.names.oversight))
    reason = f" {fact.get('reason')}" if fact.get("reason") else ""
    return Judgement(
        words=f"{who} was {level}{f' on {on}' if on else ''}.{reason}", source=proof.link(version)
    )


def _body(found: Held) -> str:
    return str(found.session.fact.get("body") or found.stream.split("/")[1])


def _actions(found: Held, promised: Sequence[Version]) -> Table | None:
    rows = []
    for version in promised:
        item = progress(found.register, version.fact.stream, names=found.names)
        rows.append(
            (
                Cell(
                    words=start(item.text or NOT_KNOWN),
                    url=found.look.url(f"/findings/{item.reference}/"),
                ),
                start(office_words(item.owner)) if item.owner else NOT_KNOWN,
                due_words(item, found.names),
                Cell(words=item.sentence, state=item.tag.lower()),
            )
        )
    if not rows:
        return None
    return Table(
        caption="As they stand at the date of this page",
        head=("Action", "Owner", "Due", "What came of it"),
        rows=tuple(rows),
    )


def _moved(found: Held, moved: Sequence[Version]) -> Table | None:
    """Dates that moved in this session: one line an item, with the reason that was given."""
    rows = []
    for version in moved:
        item = progress(found.register, version.fact.stream, names=found.names)
        before = next((m.from_ for m in item.moves if m.version.seq == version.seq), None)
        fact = version.fact
        rows.append(
            (
                Cell(
                    words=naming.short(start(item.text or item.reference)),
                    url=found.look.url(naming.path_of(fact, seq=version.seq)),
                ),
                in_words(before) if before else NOT_KNOWN,
                in_words(fact.get("due")) if fact.get("due") else "No date",
                fact.get("reason") or NOT_KNOWN,
            )
        )
    if not rows:
        return None
    return Table(caption="", head=("What", "From", "To", "Why"), rows=tuple(rows))


def _aside(found: Held, proof: Proof, body: str) -> tuple[Aside, ...]:
    fact = found.session.fact
    present = [start(office_words(office)) for office in fact.get("present") or ()]
    facts = [
        Item(label="Kind", words=start(fact.get("sort") or NOT_KNOWN)),
        Item(
            label="Chair",
            words=start(office_words(fact.get("chair"))) if fact.get("chair") else NOT_KNOWN,
        ),
        Item(label="Present", words=", ".join(_counted(present)) or NOT_KNOWN),
    ]
    if fact.get("place"):
        facts.append(Item(label="Place", words=fact.get("place")))
    everyone = sessions_of(found.register, body)
    streams = [v.fact.stream for v in everyone]
    at = streams.index(found.stream)
    links = [
        Link(label=f"Before: {in_words(day_of(v))}", url=session_url(found.look, v))
        for v in everyone[max(at - 1, 0) : at]
    ]
    links += [
        Link(label=f"After: {in_words(day_of(v))}", url=session_url(found.look, v))
        for v in everyone[at + 1 : at + 2]
    ]
    if any(held.body == body for held in catalogue.oversight()):
        links.append(
            Link(
                label="Proposed agenda of the next session",
                url=found.look.url(f"/sessions/{body}/next/"),
            )
        )
    return (
        Aside(title="Who was there", facts=tuple(facts)),
        Aside(title="Papers", links=proof.links([found.session])),
        Aside(title="Other sessions", links=tuple(links)),
    )


def _counted(words: Sequence[str]) -> list[str]:
    """Each office once, with how many held it where more than one did."""
    made = []
    for word in dict.fromkeys(words):
        n = words.count(word)
        made.append(word if n == 1 else f"{word} ({number(n)})")
    return made


def _crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    return (
        Link(label="Bodies", url=look.url("/bodies/")),
        Link(label=naming.body_words(institution), url=look.url(f"/bodies/{institution}/")),
    )
