"""“About which finding?”: what a person may say of a line of minutes, the likely ones first.

Nothing is ticked before: a likeness of words is no link.
"""

import re
from collections.abc import Mapping

from answerable.operations.documents import candidates, minutes_about
from answerable.operations.pages.forms import Choice, Field, Tick
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import finding_choice
from answerable.scrutiny.plans.log_answers import NUMBERED
from answerable.scrutiny.progress import findings
from answerable.scrutiny.standing import Progress
from answerable.store.papers import documents
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import say

ACCEPTED, CORRECTED = "about", "about-corrected"
"""Names of the boxes in the form that accepts a reading, and in the one that corrects it."""
LIKELY, MOST = 5, 60
AROUND = 400
"""So many characters before the words of a line may head it: an item, a question."""
_WORD = re.compile(r"[a-z]{4,}")
_HEADING = re.compile(r"^\s*(?:#+|\d{1,2}[.)])", re.MULTILINE)


def boxes(
    look: Look, found: Candidate, posted: Mapping[str, str], *, name: str = ACCEPTED
) -> tuple[Field, ...]:
    """The likely findings to tick, and the others to choose one of; none where it is no minute."""
    if found.state != "waiting" or found.kind not in minutes_about.KINDS:
        return ()
    record = candidates.with_document(found, {})
    if not minutes_about.asked(record) or not record.subject:
        return ()
    register = look.register(record.subject)
    ranked = _ranked(found, [f for f in findings(register) if f.open])
    if not ranked:
        return ()
    chosen = set(ticked(posted, name=name))
    label = {f.reference: finding_choice(register, f.reference) for f in ranked}
    ticks = Field(
        name=name,
        label=say("About which finding?"),
        hint=say(
            "Tick each that these words speak of; none is chosen for you. The agenda and the "
            "brief then say that this session took it."
        ),
        ticks=tuple(
            Tick(f"{name}-{n}", f.reference, label[f.reference], f.reference in chosen)
            for n, f in enumerate(ranked[:LIKELY])
        ),
    )
    rest = ranked[LIKELY:MOST]
    if not rest:
        return (ticks,)
    other = next((f.reference for f in rest if f.reference in chosen), "")
    return (
        ticks,
        Field(
            name=f"{name}-other",
            label=say("Another finding"),
            value=other,
            choices=(
                Choice(value="", label=say("No other")),
                *(Choice(value=f.reference, label=label[f.reference]) for f in rest),
            ),
        ),
    )


def ticked(posted: Mapping[str, str], *, name: str = ACCEPTED) -> tuple[str, ...]:
    """The findings that were ticked or chosen, each once."""
    box = re.compile(rf"{name}-(?:\d+|other)")
    return tuple(
        dict.fromkeys(value for key, value in posted.items() if value and box.fullmatch(key))
    )


def _ranked(found: Candidate, among: list[Progress]) -> list[Progress]:
    """Those named by kind and number first, then by how many words they share."""
    quote = found.record["quote"]
    text = documents.text(found.document).text
    own = text[quote["start"] : quote["end"]].casefold()
    before = text[max(0, quote["start"] - AROUND) : quote["start"]].casefold()
    heads = [m.start() for m in _HEADING.finditer(before)]
    near = before[heads[-1] :] if heads else before
    whole = found.kind == "meeting"
    said = text.casefold() if whole else f"{near} {own}"
    words = set(_WORD.findall(said))

    def rank(item: Progress) -> tuple[bool, int, str]:
        mine = f"{item.text or ''} {(item.theme or '').replace('-', ' ')}".casefold()
        return (not _named(item, said), -len(words & set(_WORD.findall(mine))), item.reference)

    return sorted(among, key=rank)


def _named(item: Progress, said: str) -> bool:
    """“Recommendation 2”, “R2”, “AFI 3”: does a line name it by its kind and number?"""
    short = dict(NUMBERED).get(item.kind.removeprefix("accelerated-"), "")
    if not short or not item.number:
        return False
    kind = short.removesuffix("|")
    return bool(re.search(rf"\b(?:{kind})[. ]*(?:nos?[. ]*)?{item.number}\b", said))
