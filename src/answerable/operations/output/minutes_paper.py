"""The minutes of a session as a file: who was there, each item once and in order, its actions.

Where the minutes were signed here, what was signed is what the file says: the words in their
order, each once. A line that was amended reads as it does now, with the words as signed beside it;
what has no line stands after them, and the digest at the foot. Of a session whose papers are
somebody else's, the file says what the record holds of each item.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.ledger.register import Version
from answerable.operations.output import publishing
from answerable.operations.output.pack_frame import framed
from answerable.operations.output.pack_parts import Sources
from answerable.operations.output.signed_lines import SignedLines
from answerable.operations.output.tracker_paper import tracked
from answerable.operations.pages import whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.sessions import forward_plan as forward_plan_page
from answerable.operations.pages.sessions.held_session import Held, held, office_words
from answerable.operations.pages.sessions.session_amended import amended, now_reads, taken_back
from answerable.operations.pages.sessions.session_exchanges import BESIDE, statements
from answerable.operations.sessions import presiding
from answerable.publishing.packs.content import Pack, PackLine, PackPart
from answerable.scrutiny.phrases import number, on_day, plural, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import forward_plan, question_ends
from answerable.scrutiny.sessions.attendance import listed
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.scrutiny.standing import Progress
from answerable.store.papers import documents
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    ApologiesGiven,
    AssuranceJudged,
    ItemTaken,
    MinutesSigned,
    QuestionAsked,
)
from answerable.vocabulary.times import in_words

NOT_HELD = "Not in our sources."
PRIVATE = ". Taken in private. "
_WORDS = {
    ItemTaken: "title",
    QuestionAsked: "text",
    AnswerGiven: "text",
    AssuranceJudged: "reason",
    ActionPromised: "text",
}
"""The field that holds the words of a line of minutes."""


def minutes(look: Look, reference: str) -> Pack:
    """The minutes of a session that was held: `<body>/<day>`."""
    seen = replace(publishing.public(look), path="/")
    found = held(seen, f"session/{reference.strip('/')}")
    ours = whose.keeps_own_record(found.register.institution)
    signed = found.register.versions_of(MinutesSigned, stream=found.stream)
    digest = str(signed[-1].fact.get("digest") or "") if signed else ""
    words = _signed(digest)
    own = [progress(found.register, s, names=found.names) for s in _promised(found)]
    about = [
        version
        for stream in (*found.register.streams(under=found.stream), *_promised(found))
        for version in found.register.versions_of(stream=stream)
    ]
    sources = Sources(seen, found.register.institution)
    besides: list[PackPart] = []
    if not ours:
        sources.behind(about)
        besides += _besides(found, sources)
    return framed(
        seen,
        title=_title(found, ours=ours),
        institution=found.register.institution,
        sentence=_sentence(found, ours=ours),
        parts=[
            PackPart(title="Who was there", key="who", lines=tuple(_who(found, ours=ours))),
            *(_as_signed(words, found) if words else _items(found, ours=ours)),
            *besides,
            *_amendments(found, words),
            *(_actions(found, own) if own else ()),
        ],
        own=ours,
        body=found.session.fact.get("body"),
        signed=digest,
        about=about,
        sources=sources.items,
        notice=sources.notice,
    )


def _actions(found: Held, own: Sequence[Progress]) -> Iterator[PackPart]:
    yield tracked(
        "Actions of this session",
        own,
        found.register,
        found.names,
        key="actions",
        named=False,
    )


def _title(found: Held, *, ours: bool) -> str:
    """Minutes are the office's own; of another office's session our sources hold this and that."""
    name = found.session.fact.get("title") or "session"
    held = f"{name}, {in_words(found.day)}"
    return f"Minutes: {held}" if ours else f"What our sources hold of a session: {held}"


def _who(found: Held, *, ours: bool) -> Iterator[PackLine]:
    fact = found.session.fact
    apologies = found.register.versions_of(ApologiesGiven, stream=found.stream)
    away = apologies[-1].fact.get("offices") if apologies else ()
    whole = forward_plan.session(found.register, found.stream)
    planned = (("Theme", whole.theme), ("Time", whole.time)) if whole else ()
    for label, words in (*planned, ("Place", fact.get("place"))):
        if words:
            yield PackLine(label=label, words=str(words))
    yield PackLine(label="Chair", words=start(office_words(fact.get("chair"))) or NOT_HELD)
    yield PackLine(label="Present", words=_offices(fact.get("present")))
    yield PackLine(
        label="Apologies", words=_offices(away, none="None recorded." if ours else NOT_HELD)
    )
    standing = whole.words if whole else NOT_HELD
    if whole and forward_plan_page.agenda_only(Proof(found.look, found.register), whole):
        standing = forward_plan_page.AGENDA
    yield PackLine(label="Standing", words=standing)
    if whole and whole.signed:
        signed = whole.signed.fact
        who = presiding.signed_by(
            signed.get("by_office"), signed.institution, on=signed.valid.start
        )
        yield PackLine(label="Signed", words=f"By the {who} on {on_day(signed.valid.start)}.")


def _signed(digest: str) -> str:
    """The words that were signed; nothing where none were, or where a file of another kind was."""
    try:
        return documents.original(digest).decode() if digest else ""
    except UnicodeDecodeError:
        return ""


def _as_signed(words: str, found: Held) -> Iterator[PackPart]:
    """Each part of the signed text in its order; items without words come together.

    A title that was amended reads as it does now; the one that was signed stands further down.
    """
    lines_, titles = SignedLines(found), _titles(found)
    empty: list[str] = []
    for at, block in enumerate(words.strip().split("\n\n")[1:], start=1):
        signed, *lines = block.split("\n")
        title = titles.get(signed, signed)
        if not lines and PRIVATE in title:
            named, _, ground = title.partition(PRIVATE)
            yield PackPart(
                title=f"{named}. Taken in private", key=f"item-{at}", paragraphs=(start(ground),)
            )
            continue
        number_ = title.partition(".")[0]
        told = (
            *(now for line in lines for now in lines_.lines(line, item=number_)),
            *lines_.left_out(number_),
        )
        if told:
            yield PackPart(title=title, key=f"item-{at}", lines=told)
        elif title[:1].isdigit():
            empty.append(stop(title))
        else:  # “The minutes of … were approved.”
            yield PackPart(title="Earlier minutes", key=f"item-{at}", paragraphs=(title,))
    if empty:
        yield _silent(empty)


def _titles(found: Held) -> dict[str, str]:
    """The head of an item as it was signed -> as it reads now, where its title was amended."""
    proof = Proof(found.look, found.register)
    return {
        f"{version.fact.get('number')}. {start(before)}": f"{version.fact.get('number')}. "
        f"{start(now.words)}"
        for version in found.of(ItemTaken)
        for before, now in now_reads(proof, version).items()
    }


def _silent(titles: Sequence[str], *, ours: bool = True) -> PackPart:
    title = (
        "On the agenda, with nothing minuted"
        if ours
        else "Items of which our sources hold no more"
    )
    return PackPart(title=title, key="silent", paragraphs=tuple(titles))


def _items(found: Held, *, ours: bool) -> Iterator[PackPart]:
    """What the record holds of each item; those of which it holds no words, together."""
    empty: list[str] = []
    for version in found.of(ItemTaken):
        fact = version.fact
        mine = fact.get("number")
        withheld = "title" in version.withheld
        title = start("Taken in private" if withheld else fact.get("title") or NOT_HELD)
        private = (start(stop(fact.get("purpose") or "")),) if withheld else ()
        lines = tuple(_said(found, mine, fact.stream))
        named = f"{mine}. {title}" if mine else title
        if not lines and not private:
            empty.append(stop(named))
            continue
        yield PackPart(title=named, key=f"item-{mine}", paragraphs=private, lines=lines)
    if empty:
        yield _silent(empty, ours=ours)


def _said(found: Held, item: str | None, stream: str) -> Iterator[PackLine]:
    for asked in found.of(QuestionAsked):
        if asked.fact.get("item") in (item, stream):
            words = str(asked.fact.get("text") or NOT_HELD)
            end = question_ends.told(found.register, asked)
            yield PackLine(label="Question", words=words, note=stop(end) if end else "")
    for given in found.of(AnswerGiven):
        if given.fact.stream == stream:
            who = office_words(given.fact.get("by_office"))
            yield PackLine(label=f"Answer of the {who}", words=given.fact.get("text") or NOT_HELD)
    for judged in found.of(AssuranceJudged):
        if judged.fact.stream == stream:
            level = start(LEVELS.get(judged.fact.get("level") or "", ""))
            words = f"{level}. {judged.fact.get('reason') or ''}".strip()
            yield PackLine(label="Assurance", words=words)


def _amendments(found: Held, words: str) -> Iterator[PackPart]:
    """What was amended and has no line of its own in the signed words: now, and before."""
    proof = Proof(found.look, found.register)
    lines = []
    who = (
        found.session,
        *found.register.versions_of(ApologiesGiven, stream=found.stream),
    )
    lined = () if words else (QuestionAsked, AnswerGiven, AssuranceJudged)
    agreed = () if words else _shown(found.agreed(ActionPromised))
    for version in (*who, *found.of(ItemTaken, *lined), *agreed):
        told = amended(proof, version)
        if told and version in who:
            offices = version.fact.get("present" if version is found.session else "offices")
            lines.append(PackLine(label="It now reads", words=stop(_offices(offices)), note=told))
        elif told:
            now = version.fact.get(_WORDS[type(version.fact)]) or NOT_HELD
            lines.append(PackLine(label="It now reads", words=stop(str(now)), note=told))
    signed = found.register.versions_of(MinutesSigned, stream=found.stream)
    for gone, note in taken_back(found):
        text = gone.fact.get("text")
        if words and text and signed and gone.seq > signed[0].seq:
            lines.append(PackLine(label="Added, and taken back", words=stop(str(text)), note=note))
    if lines:
        yield PackPart(title="Amended since", key="amended", lines=tuple(lines))


def _shown(actions: Sequence[Version]) -> Iterator[Version]:
    """Those whose words anybody may read."""
    return (version for version in actions if "text" not in version.withheld)


def _promised(found: Held) -> list[str]:
    return list(dict.fromkeys(v.fact.stream for v in found.agreed(ActionPromised)))


def _sentence(found: Held, *, ours: bool) -> str:
    n, a = len(found.of(QuestionAsked)), len(_promised(found))
    if not ours:
        return _held_words(n, a, told=len(statements(found)))
    asked, agreed = (number(k) if k else "no" for k in (n, a))
    return start(f"{asked} {plural('question', n)} and {agreed} {plural('action', a)}.")


def _held_words(n: int, a: int, *, told: int) -> str:
    """What our sources hold of a session that others minuted; of what they do not, that."""
    if n or a:
        held = (
            f"{number(k)} {plural(word, k)}" for k, word in ((n, "question"), (a, "action")) if k
        )
        silent = (
            " What was agreed is not." if not a else " What was asked is not." if not n else ""
        )
        return (
            f"{start(' and '.join(held))} {'is' if n + a == 1 else 'are'} in our sources.{silent}"
        )
    but = f", but for {number(told)} {plural('line', told)} of its papers" if told else ""
    return f"What was asked, answered and agreed is not in our sources{but}."


def _besides(found: Held, sources: Sources) -> Iterator[PackPart]:
    """What its papers say to which no question is known, each line with its source."""
    lines = tuple(
        PackLine(label="Its papers", words=version.fact.quote, sources=sources.behind((version,)))
        for version in statements(found)
        if version.fact.quote
    )
    if lines:
        yield PackPart(title=BESIDE, key="besides", lines=lines)


def _offices(offices: Sequence[str] | None, none: str = NOT_HELD) -> str:
    return listed(offices or ()) or none
