"""The recommendations of a report on the page of its reply, each with what answers it."""

from collections.abc import Mapping

from answerable.operations import access
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link, Row
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.replies.answering_words import doubted_words, nothing_names_it
from answerable.scrutiny.replies.responses import (
    Explanation,
)
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.ladder import Response
from answerable.vocabulary.language import marked, say

TAGS = {
    Response.ACCEPTED: "accepted",
    Response.PARTLY: "partly",
    Response.REJECTED: "rejected",
    Response.NONE_YET: marked("none yet"),
}


def answer(told: Explanation, look: Look, held: Mapping[str, Progress]) -> Row:
    """One recommendation: what is explained, and how many actions answer it."""
    finding = told.finding
    mine = [held[name] for name in finding.answered_by if name in held]
    words = finding.text or (
        say("Withheld") if finding.withheld else say("words not in our sources")
    )
    n = len(finding.answered_by) - sum(1 for one in mine if in_doubt(one, finding))
    doubted = doubted_words(mine, finding)
    return Row(
        title=say("Recommendation {number}: {words}", number=told.number, words=words).replace(
            " :", ":"
        ),
        url=look.url(f"/findings/{finding.reference}/"),
        sentence=told.words,
        state=TAGS[finding.response],
        note=" ".join(
            (
                say("Actions and plans on record that answer it: {n}.", n=n),
                *doubted,
            )
        )
        if n
        else " ".join(doubted) or nothing_names_it(finding, held.values()),
        links=_explain(look, finding.reference, finding.first.fact.institution),
    )


def _explain(look: Look, reference: str, institution: str) -> tuple[Link, ...]:
    if not access.may(look.actor, "respond", about=institution):
        return ()
    return (Link(label=say("Record the explanation"), url=f"/actions/{reference}/respond/"),)
