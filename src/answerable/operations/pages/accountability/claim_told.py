"""What the record tells of one statement: who said it, its scope, the result, each step."""

from answerable.ledger.register import Version
from answerable.operations.pages import naming
from answerable.operations.pages.parts import Happening, Line, Link
from answerable.operations.pages.proof import Proof, office_words, redress_urls, with_redress
from answerable.scrutiny.claims.claim_cases import WORDS, ClaimCase
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.scrutiny.phrases import plural, start
from answerable.vocabulary.facts import ClaimChecked
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words


def quoted(case: ClaimCase) -> str:
    """Its words, in quotation marks, or that they are not held."""
    fact = case.made.fact
    words = naming.short(
        fact.quote or fact.get("scope") or say("its words are not in our sources")
    )
    return f"“{words.strip('“”')}”"


def titled(case: ClaimCase) -> str:
    """The title of its page. What a summary of ours says of it stands in no quotation marks."""
    fact = case.made.fact
    if fact.quote and fact.source and fact.source.kind == "summary":
        return say("Statement, as our summary puts it: {words}", words=naming.short(fact.quote))
    return say("Statement: {quoted}", quoted=quoted(case))


def speaker_words(case: ClaimCase) -> str:
    """The office in a sentence; the Commissioner with the capital of the house style."""
    words = office_words(case.made.fact.get("by_office"))
    return words.replace("commissioner", "Commissioner")


def said_on(made: Version) -> str:
    """The day on which it was said, with the precision of its source."""
    return made.fact.said or made.fact.valid.start.isoformat()


def _reported(case: ClaimCase, proof: Proof) -> bool:
    """Does a news report state it? Its day is that of the report, not of the words."""
    source = case.made.fact.source
    filed = proof.documents.get((source.doc or "") if source else "")
    return filed is not None and filed.type == "news"


def answer(case: ClaimCase, proof: Proof) -> str:
    """The first sentence: who said it, when, and what a public check found."""
    speaker = speaker_words(case)
    when = said_on(case.made)
    if _reported(case, proof):
        said = say(
            "A news report of {period} says that the {speaker} said this.",
            speaker=speaker,
            period=in_words(when),
        )
    elif len(when) == len("2024-05-14"):
        said = say("The {speaker} said this on {day}.", speaker=speaker, day=in_words(when))
    else:
        said = say("The {speaker} said this in {period}.", speaker=speaker, period=in_words(when))
    if case.published and case.result:
        replied = say(" A reply stands beside it.") if case.replies else ""
        return say(
            "{said} Set against the record: {result}.{replied}",
            said=said,
            result=case.result.words,
            replied=replied,
        )
    if case.state == "made":
        return say("{said} No check of it is public.", said=said)
    return say("{said} {words}. Not public.", said=said, words=WORDS[case.state])


def said(case: ClaimCase, proof: Proof) -> Line:
    """Who said it, when, and where that stands."""
    link = proof.link(case.made)
    words = f"{start(speaker_words(case))}, {in_words(said_on(case.made))}."
    if _reported(case, proof):
        words = say(
            "{speaker}, by a news report of {period}.",
            speaker=start(speaker_words(case)),
            period=in_words(said_on(case.made)),
        )
    return Line(
        label=say("Said by"),
        words=words,
        sources=(link,) if link else (),
        mistake_url=f"/corrections/report/?entry={case.made.seq}",
    )


def scope(case: ClaimCase) -> tuple[Line, ...]:
    """The number, scope and period that it gave itself."""
    fact = case.made.fact
    rows = (
        (say("Number"), _number(fact.get("n"), fact.get("unit"))),
        (say("Scope"), fact.get("scope") or say("No scope was stated.")),
        (say("Period"), _period(fact.get("period"))),
    )
    return tuple(Line(label=label, words=start(words)) for label, words in rows if words)


def _number(n: int | None, unit: str | None) -> str:
    if n is None:
        return ""
    words = unit if not unit or unit.startswith("per ") else plural(unit, n)
    return f"{n:,} {words or ''}".strip()


def _period(text: str | None) -> str:
    if not text:
        return say("No period was stated.")
    try:
        return " to ".join(in_words(part) for part in text.split("/"))
    except Refusal:
        return text


def result(case: ClaimCase, proof: Proof) -> tuple[Line, ...]:
    """The result with its grounds and replies; nothing where no check is shown."""
    if case.checked is None or case.result is None:
        return ()
    public = "" if case.published else say("Not public yet.")
    line = Line(
        label=start(case.result.words),
        words=case.checked.fact.get("grounds") or say("No grounds are shown."),
        note=public,
        sources=tuple(link for link in (proof.link(case.checked),) if link),
        replies=tuple(proof.reply(v) for v in case.replies),
    )
    if case.published:
        return (with_redress(line, (case.checked,), proof),)
    return (line,)


def steps(case: ClaimCase, proof: Proof) -> tuple[Happening, ...]:
    """Every step from saying to publishing."""
    made = Happening(
        date=in_words(said_on(case.made)),
        title=say("Said"),
        by=start(speaker_words(case)),
        source=proof.link(case.made),
    )
    told = (
        (case.checked, say("Set against the record"), _checked_words(case.checked)),
        (case.confirmed, say("Confirmed by a second person"), ""),
        (case.notified, say("The speaker’s body has notice"), _notice_words(case)),
        (case.reply, say("Reply"), say("It stands beside the result.")),
        (
            case.published,
            say("Published"),
            case.published.fact.get("text") if case.published else "",
        ),
    )
    return (
        made,
        *(
            Happening(
                date=in_words(version.fact.valid.start.isoformat()),
                title=title,
                words=words or "",
                by=naming.body_words(version.by.body),
                source=Link(
                    label=say("Entry {seq}", seq=f"{version.seq:,}"), url=proof.entry_url(version)
                ),
                **redress_urls(version if _differs(version) else None, proof.look),
            )
            for version, title, words in told
            if version is not None
        ),
    )


def _differs(version: Version) -> bool:
    fact = version.fact
    return isinstance(fact, ClaimChecked) and fact.result == ClaimResult.DIFFERS


def _checked_words(version: Version | None) -> str:
    value = version.fact.get("result") if version else None
    return start(f"{ClaimResult(value).words}.") if value in list(ClaimResult) else ""


def _notice_words(case: ClaimCase) -> str:
    if case.notified is None:
        return ""
    to = naming.body_words(str(case.notified.fact.get("to") or say("the body")))
    due = (
        say(" It may reply until {day}.", day=in_words(case.reply_due.isoformat()))
        if case.reply_due
        else ""
    )
    return f"{to}.{due}"
