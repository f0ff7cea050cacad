"""Tasks that a label gives to somebody: "For the Clerk to action: …", "To do (Rob): …".

Also a sentence whose owner stands behind it in a sentence of its own: "Order 20 mattresses. Lead:
Lisa Crane. By: asap".
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import NOUN, agent
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import DO, NONE
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("inspection-report", "inspection-letter", "news", "press-release", "agenda")
_SIGN = r" ?[:–—-]+\s*"
_DO = r"(?P<do>[A-Za-z][^\n]{7,})"
_LABELS = (
    re.compile(
        r"\W*(?:Owner|Lead|Assigned(?: to)?|Allocated to|Tasked(?: to)?|ASSIGNED(?: TO)?"
        r"|Delegated to) ?:\s*"
        rf"(?P<who>{NOUN})\s+[–—-]\s+{_DO}"
    ),
    re.compile(rf"\W*(?:[Ff]or|[Tt]o) (?P<who>{NOUN}) to (?:action|do|progress){_SIGN}{_DO}"),
    re.compile(
        r"\W*(?:For action by|A(?:CTION|ction) (?:for|on|by|with|FOR|ON|BY)"
        r"|Action (?:required|needed|requested|wanted) (?:by|from|of|for))"
        rf" (?P<who>{NOUN}){_SIGN}{_DO}"
    ),
    re.compile(
        r"\W*(?:To[- ]?do|Tasks?|Jobs?|Homework|Next steps?)(?: (?:for|with|on) | ?\()"
        rf"(?P<who>{NOUN})\)?{_SIGN}{_DO}"
    ),
)
_ANY = re.compile(
    r"\W*(?:Assigned|Allocated|Tasked|ASSIGNED|Delegated|[Ff]or|To|Owner|Lead|ACTION|Action|Task"
    r"|Job|Home|Next)"
)
_TASK = re.compile(
    r"\W*(?:(?:Task|To[- ]?do|Next step|Agreed|Job)s?:\s*|(?:We )?[Nn]eed to |Agreed to |To )?"
    rf"(?P<do>(?i:{DO}|order|clear|finish|sell|pay|buy|fix)\b(?!:)[^\n]{{6,}})"
)
_BEHIND = re.compile(
    r"\W*(?:Action )?(?:Owner|Lead|Responsible|Assigned to|Who|By whom|OWNER|LEAD)"
    r"(?: officer| person)? ?: ?(?P<who>[^.;,|\n]{2,50})"
)


def records(material: Material) -> Iterator[Record]:
    """One action for each such label, and each sentence whose owner is told behind it."""
    if material.profile.type in _NEVER:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("attendance", "definitions"):
            continue
        words = material.text[passage.body : passage.end]
        label = next((one for form in _LABELS if (one := form.match(words))), None)
        label = label if _ANY.match(words) else None
        if label is not None and agent(material, label["who"].strip(" .")):
            if not NONE.match(label["do"]):
                yield _action(material, passage, label.start("do"), label["who"])
            continue
        end = material.canonical.blocks[passage.block].end
        if passage.end + _LEAST > end:
            continue
        behind = _BEHIND.match(material.text, passage.end, end)
        task = _TASK.fullmatch(words) if behind is not None else None
        if behind is not None and task is not None:
            yield _action(material, passage, task.start("do"), behind["who"].strip())


_LEAST = 8  # characters of a label and a name


def _action(material: Material, passage: Passage, start: int, who: str) -> Record:
    span = passage.body + start, passage.end
    return action(
        material, passage, span, "action.labelled-sentence", owner=who, ref=None, weight=89
    )
