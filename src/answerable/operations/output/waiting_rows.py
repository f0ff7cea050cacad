"""Readings that wait for a person, as the queue shows them to whoever may confirm them.

What somebody answered is in no row: of two readers the second does not see what the first said.
"""

from collections.abc import Mapping
from typing import Any

from answerable.operations import access
from answerable.operations.output.interface import Listed
from answerable.operations.pages.documents import answering
from answerable.operations.pages.documents.queue_chosen import in_order
from answerable.operations.pages.documents.unread import passages
from answerable.operations.pages.documents.waiting import RESIDUE, address, titles
from answerable.operations.pages.look import Look
from answerable.store.papers import review
from answerable.store.papers.review import Candidate


def readings(look: Look, *, document: str = "", kind: str = "", limit: int, offset: int) -> Listed:
    """What waits, of one document or kind where named, in the order of the queue.

    Raises NotAllowed for an office that confirms no reading.
    """
    access.require(look.actor, "accept")
    named = titles(look)
    every = review.waiting(document=document or None)
    here = [c for c in every if c.document in named]
    if kind == RESIDUE:
        found = [same[0] for same in passages(here)]
    else:
        mine, answered = in_order(look, here, kind)
        found = [*mine, *answered]
    return Listed(len(found), tuple(_row(look, c, named) for c in found[offset : offset + limit]))


def _row(look: Look, found: Candidate, named: Mapping[str, str]) -> Mapping[str, Any]:
    quote = found.record["quote"]
    return {
        "id": str(found.record["id"]),
        "kind": found.kind,
        "document": found.document,
        "title": named[found.document],
        "quote": quote["exact"],
        "quote_page": quote.get("page"),
        "fields": found.record["fields"],
        "rule": found.rule,
        "state": found.state,
        "answers": len(found.readings),
        "answered": answering.mine(look, found),
        "page": address(str(found.record["id"]), ""),
    }
