"""The boxes of an agenda in draft: questions, reasons, an item half typed; any button saves them.

Whoever moves an item has perhaps typed under another one. So each press sends every box of the
page, and what was typed is kept in the draft as live minutes are: nothing is overwritten unknown.
"""

from collections.abc import Mapping
from datetime import datetime

from answerable.operations import drafts
from answerable.operations.drafts import Saved
from answerable.operations.sessions import session_draft
from answerable.operations.sessions.session_draft import Open
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import question_lint
from answerable.vocabulary.access import Actor

QUESTION, LEFT = "question", "left"
NEW = ("new:title", "new:why", "new:about")
"""An item of one's own that is not yet added."""


def names(found: Open) -> tuple[str, ...]:
    """The boxes of the page: of each item that can be asked about, and of the next own one."""
    asked = [key for key in found.order if not found.stands(key)]
    return (*(f"{key}:{name}" for key in asked for name in (QUESTION, LEFT)), *NEW)


def marks(found: Open) -> dict[str, str]:
    """Box -> digest of the text that the page shows in it."""
    return {name: drafts.mark(found.fields.get(name, "")) for name in names(found)}


def save_agenda(
    *,
    by: Actor,
    at: datetime,
    session: str,
    typed: Mapping[str, str],
    shown: Mapping[str, str],
) -> Saved:
    """Keep what was typed. A question that directs operations is refused, and nothing is saved."""
    found = session_draft.opened(session, actor=by, at=at)
    if found.draft is None:
        raise NotPossible("Nobody has begun this agenda. Begin it first.", code="not_begun")
    boxes = names(found)
    kept = {
        name: words
        for name, words in typed.items()
        if name in boxes and (words.strip() or name in found.fields)
    }
    for name, words in kept.items():
        if name.endswith(f":{QUESTION}") and drafts.mark(words) != shown.get(name):
            question_lint.check(words)
    return drafts.save(
        kind=session_draft.KIND,
        about=session,
        by=by,
        body=found.body,
        at=at,
        typed=kept,
        shown=shown,
    )
