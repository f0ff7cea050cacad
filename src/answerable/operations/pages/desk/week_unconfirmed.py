"""What was read in documents and waits for whoever looks: by document, and for a second reader."""

from collections.abc import Iterator

from answerable.operations import access
from answerable.operations.documents import candidates, publication_day
from answerable.operations.pages.documents import answering
from answerable.operations.pages.documents.waiting import address, kind_words
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Row, Section
from answerable.store.papers import review
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


def _documents(look: Look) -> Iterator[Row]:
    """Each document of which readings wait, the one read last before the others."""
    counts = review.counts()
    held = ((sha, publication_day.filed(sha)) for sha in counts)
    mine = [
        (sha, filed.fact)
        for sha, filed in held
        if filed and access.may(look.actor, "accept", about=filed.fact.institution)
    ]
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
