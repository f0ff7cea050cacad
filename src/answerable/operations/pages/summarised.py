"""Whose words a page shows where our sources are summaries: ours, not those of the originals."""

from collections.abc import Iterable

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.pages.look import Look
from answerable.vocabulary.language import say


def notice(look: Look, institutions: Iterable[str]) -> str:
    """What stands at the foot of a page about institutions; empty where none is summarised."""
    if not any(_rests_on_summaries(look, name) for name in institutions):
        return ""
    return say(
        "What this page says of real bodies rests on summaries written for this demonstration "
        "from public pages; each names the address it summarises. They are not the originals’ "
        "words."
    )


def _rests_on_summaries(look: Look, institution: str) -> bool:
    known = catalogue.bodies().get(institution)
    if known is None or known.invented:
        return False
    register = look.register(institution)
    return register.once(notice, lambda: _summarised(register))


def _summarised(register: Register) -> bool:
    sources = (version.fact.source for version in register.versions)
    return any(source is not None and source.kind == "summary" for source in sources)
