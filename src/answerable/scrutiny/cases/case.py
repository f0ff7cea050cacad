"""The case page as data: one institution, one theme, each line with its words and its facts.

Order and wording are those of EXPERIENCE 2.1. Every date, N and M is computed from the facts
that the register shows; what no fact says is said to be not in our sources.
"""

from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.scrutiny.cases import case_lines as lines
from answerable.scrutiny.cases import case_sessions
from answerable.scrutiny.cases.case_lines import Unmeasured
from answerable.scrutiny.cases.case_plans import plans
from answerable.scrutiny.cases.outcome import sentence
from answerable.scrutiny.cases.said_done import done
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names, Theme

__all__ = ["Case", "Line", "Unmeasured", "case"]


@dataclass(frozen=True)
class Line:
    """One line: its key, its heading, its words, and the facts from which the words come."""

    key: str
    label: str
    words: str
    versions: tuple[Version, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of its sources, each once."""
        found = (v.fact.source.about for v in self.versions if v.fact.source)
        return tuple(dict.fromkeys(a for a in found if a))


@dataclass(frozen=True)
class Case:
    """Title, first sentence, and ten lines in their order."""

    title: str
    sentence: str
    sentence_versions: tuple[Version, ...]
    lines: tuple[Line, ...]
    sessions_held: int
    sessions_on_subject: int

    def line(self, key: str) -> Line:
        """A line by its key."""
        return next(line for line in self.lines if line.key == key)


def case(
    register: Register,
    *,
    theme: Theme,
    institution: str,
    names: Names,
    oversight: str | None = None,
    latest_read: str | None = None,
    unmeasured: Unmeasured | None = None,
    collection_complete: bool = False,
) -> Case:
    """The case of a theme at an institution, as the register's dates show it.

    `institution` is its name for the title; `oversight` the id of the body whose sessions
    count; `latest_read` the date of the latest source, computed where None. `unmeasured` says
    why the outcome cannot be measured and what would make it possible. `collection_complete`
    is true only where every session's papers are known to be held.
    """
    matter = Matter(register=register, theme=theme, names=names, oversight=oversight)
    told = (
        ("latest", say("Latest source read"), lines.latest(matter, latest_read)),
        ("inspected", say("Inspected"), lines.inspected(matter)),
        ("before", say("Before"), lines.before(matter)),
        ("asked", say("Asked for"), lines.asked(matter)),
        ("said", say("Said"), plans(matter)),
        ("done", say("Done"), done(matter)),
        ("worked", say("Worked"), lines.worked(matter, unmeasured)),
        (
            "scrutiny",
            say("Scrutiny"),
            case_sessions.scrutiny(matter, complete=collection_complete),
        ),
        ("money", say("Money"), case_sessions.money(matter)),
        ("replies", say("Replies"), lines.replies(matter)),
    )
    words, behind = sentence(matter)
    return Case(
        title=f"{start(theme.words)}: {institution}",
        sentence=words,
        sentence_versions=behind,
        lines=tuple(Line(key, label, said, versions) for key, label, (said, versions) in told),
        sessions_held=len(matter.meetings),
        sessions_on_subject=len(matter.on_subject),
    )
