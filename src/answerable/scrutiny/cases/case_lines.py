"""The lines of a case page, each as words and the facts from which they come (EXPERIENCE 2.1).

A word of doubt stays in: “about 11 months”, “in our sources”, “nobody else has checked it”.
"""

from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.scrutiny.clocks import about_months
from answerable.scrutiny.grades import NOT_ONE_LINE
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import NOT_KNOWN, effect, on_day, plural, start, stop
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import InspectionRecorded, ReplyGiven, VerdictGiven
from answerable.vocabulary.finding_kinds import ACCELERATED, AFI, CAUSE, RECOMMENDATION
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import first_day, in_words

Told = tuple[str, tuple[Version, ...]]
_ASKED = (CAUSE, ACCELERATED, RECOMMENDATION, AFI)


@dataclass(frozen=True)
class Unmeasured:
    """Why an outcome cannot be measured yet, and what would make it possible; as clauses."""

    why: str
    possible: str


NO_MEASURE = Unmeasured(
    why=marked("no measure of this outcome is fixed"),
    possible=marked("a measure with its source, agreed before the next numbers are out"),
)


def latest(matter: Matter, read: str | None) -> Told:
    """The date of the latest source read."""
    newest = read or matter.latest_source
    behind = tuple(v for v in matter.register.versions if v.fact.said == newest)
    return (in_words(newest) if newest else NOT_KNOWN), behind


def inspected(matter: Matter) -> Told:
    """“June 2023, published about 11 months later”; and when inspectors came again."""
    visits = matter.of(InspectionRecorded)
    if matter.report is not None:
        visits = tuple(v for v in visits if matter.is_latest(v))
    again = tuple(v for v in visits if v.fact.get("visit") == "revisit")
    first = tuple(v for v in visits if v not in again)
    if not first:
        return NOT_KNOWN, ()
    words, behind = _lag(first[-1], matter)
    if again:
        words += f". Visited again {in_words(_fieldwork(again[-1]))}"
    return words, (*behind, *again[-1:])


def _lag(visit: Version, matter: Matter) -> Told:
    """When inspectors were there, and how much later the report came out."""
    stated, published = _fieldwork(visit), matter.published
    if published is None:
        return in_words(stated), (visit,)
    if len(stated) == len("2017"):
        return say(
            "{stated}, published {day}", stated=stated, day=in_words(f"{published:%Y-%m}")
        ), (visit,)
    months = about_months(first=first_day(stated), last=published)
    words = say(
        "{day}, published about {months} {months2} later",
        day=in_words(stated),
        months=months,
        months2=plural("month", months),
    )
    return words, (visit, *((matter.grade.version,) if matter.grade else ()))


def _fieldwork(visit: Version) -> str:
    return str(visit.fact.get("fieldwork") or visit.fact.valid.start.isoformat())


def before(matter: Matter) -> Told:
    """“Inadequate March 2018, good September 2019 - different cycles, not one line”."""
    last = matter.grade
    earlier = [g for g in matter.grades if last is None or g.on < last.on]
    if not earlier:
        return say("No earlier grade in our sources."), ()
    words = start(", ".join(f"{g.words} {g.month}" for g in earlier))
    cycles = {g.cycle for g in (*earlier, *((last,) if last else ()))}
    tail = f" - {NOT_ONE_LINE}" if len(cycles) > 1 else ""
    return words + tail, tuple(g.version for g in earlier)


def asked(matter: Matter) -> Told:
    """“1 cause of concern, 9 recommendations”, and of how many the substance is held."""
    found, lead = matter.found, ""
    if not found and matter.findings:
        last = max(f.first.fact.valid.start for f in matter.findings)
        found = tuple(f for f in matter.findings if f.first.fact.valid.start == last)
        lead = say("In a report of {day}: ", day=on_day(last))
    counted = [(kind, [f for f in found if f.kind == kind]) for kind in _ASKED]
    words = ", ".join(
        f"{len(items)} {plural(kind.replace('-', ' '), len(items))}"
        for kind, items in counted
        if items
    )
    if not words:
        return say("Nothing, in our sources."), ()
    asked_for = [f for f in found if f.kind in (RECOMMENDATION, AFI)]
    return f"{lead}{words}. {_substance(asked_for)}".strip(), tuple(f.first for f in found)


def worked(matter: Matter, unmeasured: Unmeasured | None) -> Told:
    """The verdict in words, or why there is none yet and what would make one possible."""
    told = [
        (effect(item, names=matter.names), item.verdict)
        for item in (*matter.found, *matter.actions)
        if item.verdict and effect(item, names=matter.names)
    ]
    if told:
        words = " ".join(dict.fromkeys(words for words, _ in told))
        return words, tuple({v.entry_id: v for _, v in told if v}.values())
    given = matter.of(VerdictGiven)
    why = unmeasured or NO_MEASURE
    return (
        say(
            "Cannot be measured yet: {why} What would make it possible: {possible}",
            why=stop(why.why),
            possible=stop(why.possible),
        ),
        given,
    )


def replies(matter: Matter) -> Told:
    """“The Commissioner says / The force says”, of those who replied to the latest report."""
    given = [v for v in matter.of(ReplyGiven) if matter.is_latest(v)]
    who = dict.fromkeys(matter.speaker(v.fact.get("by_office")) for v in given)
    ordered = sorted(who, key=lambda name: name != matter.names.oversight)
    words = " / ".join(say("{name} says", name=start(name)) for name in ordered)
    return words or say("No reply in our sources."), tuple(given)


def _substance(asked_for: list[Progress]) -> str:
    """How many are held in substance; what is withheld is told apart from what is not held."""
    withheld = sum(1 for f in asked_for if f.withheld)
    held = sum(1 for f in asked_for if f.text)
    missing = len(asked_for) - held - withheld
    kept = say(" {withheld} withheld.", withheld=withheld) if withheld else ""
    if not missing:
        return kept.strip()
    are = "is" if missing == 1 else "are"
    return say(
        "We have the substance of {held}; the other {missing} {are} not in our sources.{kept}",
        held=held,
        missing=missing,
        are=are,
        kept=kept,
    )
