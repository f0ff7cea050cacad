"""What others judged, for a newcomer: the last grades and where the last session was not assured.

Grades stand by report and cycle, the worst first; there is no overall grade, and none is made.
"""

from collections.abc import Iterator, Sequence

from answerable.operations import catalogue
from answerable.operations.pages.accountability.handover_rows import FirstLine
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.operations.pages.sessions.held_session import Held, session_url, sessions_of
from answerable.scrutiny.grades import NOT_GRADED, Grade, grades
from answerable.scrutiny.phrases import on_day, start, stop
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.vocabulary.facts import AssuranceJudged, ItemTaken
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime

MOST_REPORTS, MOST_JUDGED = 2, 4
ASSURED = "assured"


def graded(look: Look, institution: str) -> Iterator[FirstLine]:
    """The last grade of each question: a line for each report and cycle, the latest first."""
    last: dict[str, Grade] = {g.line: g for g in grades(look.register(institution)) if g.question}
    reports: dict[tuple[int, str], list[Grade]] = {}
    for grade in last.values():
        reports.setdefault((-grade.on.toordinal(), grade.cycle or ""), []).append(grade)
    regime = catalogue.regime_of(institution, on=look.on)
    for (_, cycle), found in sorted(reports.items())[:MOST_REPORTS]:
        yield FirstLine(
            label=say("Grades of {day}", day=on_day(found[0].on)),
            words=say(
                "{grades} Cycle: {cycle}.",
                grades=" ".join(_by_value(found, regime)),
                cycle=cycle or say("not in our sources"),
            ),
            versions=tuple(g.version for g in _worst_first(found, regime)),
            more=Link(label=say("Every grade"), url=look.url(f"/bodies/{institution}/")),
        )


def not_assured(look: Look, institution: str) -> Iterator[FirstLine]:
    """Where the last session was not assured, or in part only, with its reason."""
    body = catalogue.oversight_of(institution, on=look.on)
    register = look.register(institution)
    every = sessions_of(register, body) if body else ()
    if not every:
        return
    held = Held(look, register, every[-1])
    titles = {v.fact.stream: v.fact.get("title") for v in held.of(ItemTaken)}
    judged = [v for v in held.of(AssuranceJudged) if v.fact.get("level") in LEVELS]
    found = [v for v in judged if LEVELS[v.fact.get("level") or ""] != ASSURED]
    worst = sorted(found, key=lambda v: v.fact.get("level") != "not-assured")
    for version in worst[:MOST_JUDGED]:
        title, reason = titles.get(version.fact.stream), version.fact.get("reason") or ""
        if not title and not reason:
            title = say("Words not in our sources")
        level = start(LEVELS[version.fact.get("level") or ""])
        yield FirstLine(
            label=say("{level} on {day}", level=level, day=on_day(every[-1].fact.valid.start)),
            words=" ".join(stop(start(words)) for words in (title, reason) if words),
            versions=(version,),
            more=Link(label=say("The session"), url=session_url(look, every[-1])),
        )


def _by_value(found: Sequence[Grade], regime: Regime) -> Iterator[str]:
    """“Inadequate: Investigating crime; Building the workforce.”, the worst first."""
    by: dict[str, list[str]] = {}
    for grade in _worst_first(found, regime):
        by.setdefault(grade.words, []).append(grade.question)
    for value, asked in by.items():
        yield f"{start(value)}: {'; '.join(asked)}."


def _worst_first(found: Sequence[Grade], regime: Regime) -> list[Grade]:
    place = {value: n for scale in regime.scales for n, value in enumerate(scale.values)}

    def order(grade: Grade) -> tuple[int, int]:
        scale = regime.scale(grade.scale)
        own = scale.order(grade.value) if scale else place.get(grade.value)
        if own is None or grade.value == NOT_GRADED:
            return (1, grade.version.seq)
        return (-own, grade.version.seq)

    return sorted(found, key=order)
