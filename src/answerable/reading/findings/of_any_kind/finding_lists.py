"""Findings that only their heading, label or lead-in names: lines that say what they are about.

"Causes of concern: cells; dogs; vetting", "AFI 3: Removing ligature points", "Recommendation 1
(by June)" above "Clear the backlog", the lines below "Areas for improvement (2)" and those that
"the following areas for improvement." opens. Where such a line is a sentence, other rules read
it, and theirs stays.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.findings.duties.duty_records import DEADLINE_BEHIND
from answerable.reading.findings.falling_short import FALLS_SHORT, obliges
from answerable.reading.findings.of_any_kind.finding_list_forms import (
    GOOD,
    LABEL,
    LINE,
    NO_ITEM,
    NOT_AN_AREA,
    NOT_NOTED,
    ORDER,
    RAISED,
    RUN,
    SPEAKS,
    STANDS,
    STATE_BEHIND,
    TOPIC,
    VERB,
    announces,
    heads,
    kind_of,
    steps,
)
from answerable.reading.findings.of_any_kind.finding_list_records import listed
from answerable.reading.material import Material
from answerable.reading.records import Record

_LEAST, _MOST = 8, 240  # characters of a line
_ONE_LINE = 160  # characters of a line below a label
_UNREAD = ("definitions", "attendance", "apologies", "next-meeting", "practice")


@dataclass(frozen=True, slots=True)
class _Line:
    """One block that is no table row: its passages and its words."""

    passages: Sequence[Passage]
    words: str
    after: int  # the place of the first passage behind it

    @property
    def first(self) -> Passage:
        return self.passages[0]


def records(material: Material) -> Iterator[Record]:
    """What stands in such lists, below such labels and behind such headings."""
    if not SPEAKS.search(material.lowered) or material.profile.type == "agenda":
        return
    opened: str | None = None  # the kind whose list goes on
    label: re.Match[str] | None = None  # a label that stands alone, in the line above
    for line in _lines(material):
        if line is None or line.first.section in _UNREAD:
            opened = label = None
            continue
        above, label = label, None
        if (run := RUN.match(line.words)) is not None:
            yield from _run(material, line, run)
            opened = None
        elif (named := LABEL.match(line.words)) is not None and (
            named["n"] or named["mark"] or named.end() == len(line.words)
        ):
            if named.end() == len(line.words):
                label = named
            else:
                yield from _labelled(material, line, named)
        elif above is not None and _below(line, kind_of(above)):
            start, end = line.first.body, line.passages[-1].end
            of_label = material.text.rfind(above.group().strip(), 0, start), line.first.start
            yield from _one(material, line, kind_of(above), (start, end), of_label)
        elif (kind := _opens(line) or steps(line.words, material.text)) is not None:
            opened = kind
        elif opened is not None and (mark := _mark(line)) is not None:
            yield from _listed(material, line, opened, line.first.start + mark)
        else:
            opened = None


def _lines(material: Material) -> Iterator[_Line | None]:
    """The blocks in order, None for a row of a table."""
    group: list[Passage] = []
    for place, passage in enumerate((*material.passages, None)):
        if group and (passage is None or passage.block != group[0].block):
            row = group[0].kind == "row"
            words = material.text[group[0].start : group[-1].end]
            yield None if row else _Line(tuple(group), words, place)
            group = []
        if passage is not None:
            group.append(passage)


def _opens(line: _Line) -> str | None:
    """The kind of what stands below a heading of findings, or behind an announcing sentence."""
    if len(line.passages) == 1 and (kind := heads(line.words)) is not None:
        return kind
    last = line.passages[-1]
    return announces(line.words[last.start - line.first.start :])


def _mark(line: _Line) -> int | None:
    """How long the mark of a list line is; None where a line is no list line."""
    if line.first.kind == "item":
        return line.first.body - line.first.start
    found = LINE.match(line.words)
    return found.end() if found and line.first.kind == "paragraph" else None


def _listed(material: Material, line: _Line, kind: str, start: int) -> Iterator[Record]:
    """A line of a list; behind a topic ("2.5 Welfare. The force …") only the sentence after it."""
    end = line.first.end
    if len(line.passages) > 1 and TOPIC.match(line.words, start - line.first.start):
        start, end = line.passages[1].span
        if not FALLS_SHORT.search(material.text, start, end):
            return
    if line.first.kind != "item" and not _names(kind, material.text[start:end]):
        return
    yield from _one(material, line, kind, (start, end))


def _names(kind: str, words: str) -> bool:
    """Whether a numbered paragraph is a finding, and does not tell what became of one."""
    if kind == "recommendation":
        return words[:1].islower() or ORDER.match(words) is not None
    return kind != "area_for_improvement" or not _is_told(words)


def _run(material: Material, line: _Line, run: re.Match[str]) -> Iterator[Record]:
    """ "Causes of concern: cells; dogs; vetting." """
    at = run.end()
    parts = []
    for part in line.words[at:].split(";"):
        parts.append((at, at + len(part)))
        at += len(part) + 1
    if len(parts) == 1:
        return
    for start, end in parts:
        joined = re.match(r"\s*(?:and )?(?:\(?\w{1,3}\) )?", line.words[start:end])
        begin = line.first.start + start + (joined.end() if joined else 0)
        yield from _one(material, line, kind_of(run), (begin, line.first.start + end))


def _labelled(material: Material, line: _Line, named: re.Match[str]) -> Iterator[Record]:
    """What stands behind its label; behind a label and a topic, the order that follows."""
    kind = kind_of(named)
    start, end = line.first.start + named.end(), line.passages[-1].end
    if len(line.passages) == 2 and STANDS.fullmatch(material.text, *line.passages[1].span):
        end = line.first.end
    topic = TOPIC.match(line.words, named.end()) if named["n"] else None
    orders = ORDER.match(line.words, named.end()) is not None
    if topic and not obliges(topic.group()) and ORDER.match(line.words, topic.end()):
        start = line.first.start + topic.end()
    elif (
        kind == "cause_of_concern" and RAISED.search(material.text) and _NUMBERED.match(line.words)
    ):
        end = line.first.end
    elif kind == "cause_of_concern":
        return  # `causes` reads what stands behind such a label
    else:
        told = _is_told(line.words[named.end() :]) or _goes_on(material, line)
        if told if kind == "area_for_improvement" else not (named["n"] and orders):
            return
    yield from _one(material, line, kind, (start, end))


_NUMBERED = re.compile(r"\W*(?:matter of )?concern \d{1,2}\s*[:.–—-]", re.IGNORECASE)


def _is_told(words: str) -> bool:
    """Whether a sentence tells what is so and names nothing that falls short."""
    return VERB.search(words) is not None and not FALLS_SHORT.search(words)


def _goes_on(material: Material, line: _Line) -> bool:
    """Whether the line below a label states the finding, of which the label tells the subject."""
    more = line.after < len(material.passages)
    below = material.passages[line.after] if more else None
    return (
        below is not None and NOT_AN_AREA.search(material.text, below.start, below.end) is not None
    )


def _below(line: _Line, kind: str) -> bool:
    """Whether a line below a label that stands alone is what the label names."""
    if len(line.words) > _ONE_LINE or line.first.kind == "key_value":
        return False
    if kind == "recommendation":
        return ORDER.match(line.words) is not None
    return kind == "area_for_improvement" and not obliges(line.words)


_THERE = re.compile(r"(?:There|It|They|You) ")


def _one(
    material: Material,
    line: _Line,
    kind: str,
    span: tuple[int, int],
    of_label: tuple[int, int] | None = None,
) -> Iterator[Record]:
    """The record of one line, if it is one of its kind."""
    words = material.text[slice(*span)].strip()
    behind = STATE_BEHIND.search(words)
    words = words[: behind.start()] if behind else words
    dated = DEADLINE_BEHIND.search(words, _LEAST) if kind == "recommendation" else None
    words = words[: dated.start()] if dated else words
    if not _LEAST <= len(words) <= _MOST or words[-1] in ":?":
        return
    short = kind == "cause_of_concern" and _THERE.match(words) and FALLS_SHORT.search(words)
    if NO_ITEM.match(words) and not short:
        return
    if kind != "recommendation" and obliges(words):
        return  # a sentence of its own
    if kind == "cause_of_concern" and GOOD.search(words):
        return
    if kind == "recommendation":
        orders = ORDER.match(words) is not None
        if obliges(words) or NOT_NOTED.match(words) or (VERB.search(words) and not orders):
            return
    start = material.text.index(words, span[0])
    yield listed(material, line.first, kind, (start, start + len(words)), of_label)
