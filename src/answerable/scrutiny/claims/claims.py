"""A statement against the record: agrees, differs, part, silent, unsettleable; with grounds.

A result speaks of our record, never of the speaker. It is a candidate: private at first; a
second person confirms it before it is public, and the reply stands beside it (DOMAIN 10).
"""

import re
from collections.abc import Callable, Iterable, Sequence

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims import (
    claim_changes,
    claim_counts,
    claim_forces,
    claim_grades,
    claim_money,
    claim_months,
    claim_rest,
    claim_said,
    claim_wholes,
    claim_words,
)
from answerable.scrutiny.claims.claim_figures import Measured
from answerable.scrutiny.claims.claim_forces import OfForce
from answerable.scrutiny.claims.statements import (
    NOTHING,
    ClaimResult,
    Held,
    Statement,
    reading,
    silent,
    unsettleable,
)
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import NOT_KNOWN, on_day, plural
from answerable.scrutiny.tenures import holders
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import InspectionRecorded, MeetingHeld, OfficeDefined
from answerable.vocabulary.finding_kinds import family
from answerable.vocabulary.regimes import Names, Theme
from answerable.vocabulary.times import first_day, in_words, last_day

__all__ = ["ClaimResult", "Held", "Measured", "Statement", "against", "compared", "on_matter"]


def against(
    register: Register,
    statement: Statement,
    *,
    theme: Theme,
    names: Names | None = None,
    oversight: str | None = None,
    tenures: Iterable[Tenure] = (),
    measured: Sequence[Measured] = (),
) -> Held:
    """What the register of the statement's institution holds on it.

    `theme` is the subject the text is about; a statement that names another theme is looked
    up under its own.
    """
    own = statement.theme
    subject = theme if own in (None, theme.key) else Theme(str(own), str(own), str(own))
    matter = Matter(register=register, theme=subject, names=names or Names(), oversight=oversight)
    return on_matter(matter, statement, tenures=tuple(tenures), measured=measured)


def on_matter(
    matter: Matter,
    statement: Statement,
    *,
    tenures: tuple[Tenure, ...] = (),
    measured: Sequence[Measured] = (),
    forces: Sequence[OfForce] = (),
) -> Held:
    """The same on a matter that is read once for many statements.

    `measured` are the figures of the institution that a change in percent may be set against,
    `forces` the grades of the subject for every force, which a count of forces may be.
    """
    held = compared(matter, statement, tenures=tenures, measured=measured, forces=forces)
    return claim_rest.weighed(matter, [(statement, held)])[0]


def compared(
    matter: Matter,
    statement: Statement,
    *,
    tenures: tuple[Tenure, ...] = (),
    measured: Sequence[Measured] = (),
    forces: Sequence[OfForce] = (),
) -> Held:
    """What the one rule that reads the statement finds, before the rest of it is weighed."""
    held = _by_rule(matter, statement, tenures, measured, forces)
    if NOTHING in held.reads and statement.kind in _SPOKEN:
        return claim_said.said(matter, statement) or held
    return held


def _by_rule(
    matter: Matter,
    statement: Statement,
    tenures: tuple[Tenure, ...],
    measured: Sequence[Measured],
    forces: Sequence[OfForce],
) -> Held:
    if held := _over_forces(matter, statement, forces):
        return reading(held, "only", "all", "none", "found", "rank")
    if statement.kind in _WHOLE and (held := claim_wholes.whole(matter, statement, tenures)):
        return held
    return _of_its_kind(matter, statement, tenures, measured)


def _of_its_kind(
    matter: Matter,
    statement: Statement,
    tenures: tuple[Tenure, ...],
    measured: Sequence[Measured],
) -> Held:
    """The rule for figures, people, counts, or what the reader took it for; else its words."""
    if held := _of_figures(matter, statement, measured):
        return held
    if statement.kind == "person":
        return reading(_person(matter, statement, tenures), "office")
    if (decide := _decide(matter, statement)) is not None:
        return reading(decide(matter, statement), *_READS.get(statement.kind, ("money",)))
    if statement.kind == "count" or statement.fields.get("n") is not None:
        return reading(claim_counts.count(matter, statement, tenures), "found", "raised")
    return claim_words.words(matter, statement)


def _of_figures(matter: Matter, statement: Statement, measured: Sequence[Measured]) -> Held | None:
    """Months, a direction or a change, against the figures that are held."""
    if statement.kind in _MONTHLY and (held := claim_months.monthly(matter, statement, measured)):
        return held
    if statement.kind in _SAID and (held := claim_changes.trend(matter, statement, measured)):
        return reading(held, "change", "period")
    if statement.kind == "figure" or _changes(matter, statement):
        return reading(claim_changes.change(matter, statement, measured), "change", "period")
    return None


def _over_forces(matter: Matter, statement: Statement, forces: Sequence[OfForce]) -> Held | None:
    if statement.kind not in _OVER_FORCES:
        return None
    return claim_forces.forces(matter, statement, forces)


def _decide(matter: Matter, statement: Statement) -> Callable[[Matter, Statement], Held] | None:
    """The rule of its kind; that of money where the sentence gives a sum in words."""
    if statement.kind in _SAID and statement.scope(matter.register.valid).sum_in_words:
        return claim_money.money
    return _KINDS.get(statement.kind)


def _changes(matter: Matter, statement: Statement) -> bool:
    scope = statement.scope(matter.register.valid)
    return statement.kind in _SAID and scope.change is not None


def _finding(matter: Matter, statement: Statement) -> Held:
    kind = statement.kind.replace("_", "-")
    number = statement.fields.get("number")
    found = [f for f in matter.findings if family(f.kind) == kind]
    if number is not None:
        found = [f for f in found if f.number == str(number)] or found
    words = kind.replace("-", " ")
    if not found:
        return silent(matter, f"We hold no {words} on {matter.theme.words}.")
    first = found[-1]
    text = f"Our record: {first.text}" if first.text else f"Its words: {NOT_KNOWN.lower()}"
    result = ClaimResult.AGREES if first.text else ClaimResult.PART
    n = len(found)
    sentence = f"We hold {n} {plural(words, n)} on {matter.theme.words}. {text}"
    return Held("finding", result, sentence, tuple(f.first for f in found))


def _inspection(matter: Matter, statement: Statement) -> Held:
    stated = statement.fields.get("fieldwork_from") or statement.fields.get("visit_on")
    if stated and not _INSPECTORS.search(statement.sentence):
        return silent(matter, "The words do not say that inspectors came.")
    visits = matter.of(InspectionRecorded)
    if not visits:
        return silent(matter, "We hold no date of an inspection of this.")
    if not stated:
        last = visits[-1]
        words = f"Our record: inspected {in_words(_fieldwork(last))}."
        return Held("finding", ClaimResult.AGREES, words, (last,))
    span = (first_day(str(stated)), last_day(str(stated)))
    for visit in reversed(visits):
        ours = _fieldwork(visit)
        if first_day(ours) <= span[1] and span[0] <= last_day(ours):
            words = f"Our record: inspected {in_words(ours)}."
            return Held("finding", ClaimResult.AGREES, words, (visit,))
    ours = ", ".join(in_words(_fieldwork(v)) for v in visits)
    sentence = f"The statement says {in_words(str(stated))}; our record says {ours}."
    return Held(
        "finding", ClaimResult.DIFFERS, sentence, visits, stated=in_words(str(stated)), ours=ours
    )


def _fieldwork(visit: Version) -> str:
    return str(visit.fact.get("fieldwork") or visit.fact.valid.start.isoformat())


def _meeting(matter: Matter, statement: Statement) -> Held:
    """A session on a day; whether the subject was taken in it is said too."""
    day = statement.fields.get("date")
    if not day:
        return silent(matter, "The statement gives no date of a session.")
    same = tuple(v for v in matter.register.versions_of(MeetingHeld) if v.fact.get("date") == day)
    if not same:
        return silent(matter, f"We hold no papers of a session {_when(str(day))}.")
    title = same[-1].fact.get("title") or "session"
    told = f"Our record: {title}, {in_words(str(day))}."
    return Held("record", ClaimResult.AGREES, told, same)


def _when(day: str) -> str:
    """“on 16 July 2024”; “in July 2024”."""
    return f"{'on' if first_day(day) == last_day(day) else 'in'} {in_words(day)}"


def _person(matter: Matter, statement: Statement, tenures: tuple[Tenure, ...]) -> Held:
    name, role = (str(statement.fields.get(key) or "") for key in ("name", "role"))
    on = statement.on(matter.register.valid)
    for defined in matter.register.versions_of(OfficeDefined):
        title = str(defined.fact.get("title") or "")
        if title.lower() not in role.lower() or not title:
            continue
        office = defined.fact.stream.removeprefix("office/")
        found = holders(matter.register, office=office, on=on, tenures=tenures)
        behind = tuple(s.version for h in (*found.sure, *found.perhaps) for s in h.begins)
        if not behind:
            break
        ours = f"{title} on {on_day(on)}: {found.words}"
        if any(name.lower() == h.person.lower() for h in (*found.sure, *found.perhaps)):
            return Held("record", ClaimResult.AGREES, f"Our record: {ours}.", behind)
        return Held(
            "record",
            ClaimResult.DIFFERS,
            f"The statement says {name}; our record says {ours}.",
            behind,
            stated=name,
            ours=found.words,
        )
    return silent(matter, f"We hold no office of the title “{role or 'none given'}”.")


def _residue(_matter: Matter, _statement: Statement) -> Held:
    return unsettleable("The words state nothing with a date, a number or a document behind it.")


_INSPECTORS = re.compile(
    r"\b(?:inspect\w*|hmic\w*|hmi\b|fieldwork|peel|reviewers|assessors|their visit|visited us)",
    re.IGNORECASE,
)
"""“212 visits to homes in 2025/26” is no visit of an inspectorate."""
_READS: dict[str, tuple[str, ...]] = {
    "grade": ("found",),
    "cause_of_concern": ("found",),
    "recommendation": ("found",),
    "area_for_improvement": ("found",),
    "inspection": ("found",),
    "meeting": ("raised",),
}
"""The predicates that the rule of a kind reads: what inspectors found, what a session took."""
_OVER_FORCES = frozenset({"claim", "count", "grade", "grade_count", "sentence", "status"})
_MONTHLY = frozenset({"claim", "count", "figure", "residue", "status", "sentence"})
_SPOKEN = frozenset({"claim", "count", "residue", "status", "sentence"})
_SAID = frozenset({"claim", "count", "residue", "status", "sentence"})
_WHOLE = frozenset(
    {
        *("area_for_improvement", "cause_of_concern", "recommendation"),
        *(
            "claim",
            "count",
            "grade",
            "meeting",
            "money",
            "person",
            "residue",
            "response",
            "status",
        ),
        "sentence",
    }
)
"""Kinds whose whole sentence may speak of “never”, “since”, “all”, “the first”, or a day."""
_KINDS: dict[str, Callable[[Matter, Statement], Held]] = {
    "grade": claim_grades.grade,
    "cause_of_concern": _finding,
    "recommendation": _finding,
    "area_for_improvement": _finding,
    "inspection": _inspection,
    "money": claim_money.money,
    "meeting": _meeting,
    "residue": _residue,
}
