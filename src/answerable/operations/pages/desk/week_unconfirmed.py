"""What was read in documents and waits for whoever looks: by document, and for a second reader."""

from collections import Counter
from collections.abc import Iterator

from answerable.operations import access
from answerable.operations.documents import candidates, publication_day
from answerable.operations.pages.documents import answering
from answerable.operations.pages.documents.waiting import address, kind_words
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Row, Section
from answerable.store.papers import review
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.language import marked, say, say_many

TITLE = marked("To confirm")
MOST = 5
"""Documents, and readings of which somebody gave the first answer, that are named one by one."""


def waits(look: Look) -> tuple[Section, ...]:
    """One section, or none: what a second reader is asked for before the documents."""
    if not access.may(look.actor, "accept"):
        return ()
    rows = (*_answered(look), *_documents(look))
    return (Section(title=TITLE, id="confirm", rows=rows),) if rows else ()


def _answered(look: Look) -> Iterator[Row]:
    """Readings that wait for a second person, or for one who settles two answers."""
    mine = [
        c
        for c in review.begun()
        if not answering.mine(look, c)
        and access.may(look.actor, "accept", about=candidates.about(c))
    ]
    for one in mine[:MOST]:
        yield Row(
            title=f"{kind_words(one.kind)}: {short(one.record['quote']['exact'])}",
            url=address(str(one.record["id"]), ""),
            sentence=say("Two readers differ; somebody settles it.")
            if len(one.readings) > 1
            else say("One reader has answered; it waits for a second."),
            state="waiting",
        )
    if rest := len(mine) - MOST if len(mine) > MOST else 0:
        yield Row(
            title=say_many(
                "{count} more reading waits for a second reader",
                "{count} more readings wait for a second reader",
                rest,
            ),
            url="/review/",
        )


def handed_in(look: Look) -> bool:
    """Is a document handed in of which readings wait, for whoever looks or for a second person?"""
    return any(True for _ in _held(look))


def _held(look: Look) -> Iterator[tuple[str, Fact]]:
    for sha in review.counts():
        filed = publication_day.filed(sha)
        if filed and access.may(look.actor, "accept", about=filed.fact.institution):
            yield sha, filed.fact


def _counts(look: Look) -> Counter[str]:
    """SHA-256 -> readings of it that wait for whoever looks: not those that they answered."""
    answered = (c.document for c in review.begun() if answering.waits_for_second(look, c))
    return Counter(review.counts()) - Counter(answered)


def _documents(look: Look) -> Iterator[Row]:
    """Each document of which readings wait, the one read last before the others."""
    counts = _counts(look)
    mine = [(sha, filed) for sha, filed in _held(look) if counts[sha]]
    for sha, filed in mine[:MOST]:
        yield Row(
            title=str(filed.get("title") or sha[:12]),
            url=f"/review/?document={sha}",
            sentence=say_many(
                "{count} reading waits for a person. It is not on the record until it is "
                "confirmed.",
                "{count} readings wait for a person. They are not on the record until they are "
                "confirmed.",
                counts[sha],
            ),
        )
    if rest := len(mine) - MOST if len(mine) > MOST else 0:
        yield Row(
            title=say_many(
                "{count} more document has readings that wait",
                "{count} more documents have readings that wait",
                rest,
            ),
            url="/review/",
        )
