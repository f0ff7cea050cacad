"""Forty-three invented forces with findings, plans, sessions and figures: a site at real load.

Nothing invented stands on a real body: the forces exist in the benchmark alone, which adds them
to the catalogue of its own processes (`invent`), and its home folder is removed afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from answerable.operations import catalogue
from answerable.reading.formats import canonical
from answerable.store.book import book
from answerable.store.papers import documents
from answerable.store.reads import oversight as relations
from answerable.vocabulary import facts as f
from answerable.vocabulary.bodies import Body, Oversight
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.measures import Observation, Vintage, period_end
from answerable.vocabulary.times import Period

FORCES = 43
REPORTS = 8
SESSIONS = 24
THEMES = ("theft", "burglary", "fraud", "custody", "soc")
WORDS = ("victims", "records", "training", "response", "custody", "vehicles", "evidence", "safety")
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
MEASURES = (
    *("police-uk-burglary", "police-uk-drugs", "police-uk-robbery", "police-uk-public-order"),
    *("police-uk-possession-of-weapons", "police-uk-street-rows", "police-uk-vehicle-crime"),
    "police-uk-violence-and-sexual-offences",
)
RELEASE = "load-test"
RECORDER = "answerable/researcher"
BATCH = 4_000


@dataclass(frozen=True, slots=True)
class Force:
    """An invented force and who holds it to account."""

    place: str

    @property
    def id(self) -> str:
        """Its name in the record."""
        return f"{self.place}-police"

    @property
    def overseer(self) -> str:
        """Its commissioner's name in the record."""
        return f"{self.place}-pcc"

    def report(self, n: int) -> str:
        """The reference of its n-th report."""
        return f"anyshire-inspectorate/{2018 + n}/{self.place}/{THEMES[n % len(THEMES)]}"

    def session(self, n: int) -> date:
        """The day of its n-th session."""
        return date(2024, 1, 9) + timedelta(days=28 * n)


FORCE_LIST = tuple(Force(f"benchshire-{n:02d}") for n in range(FORCES))


def invent() -> None:
    """Add the forces to the catalogue of this process."""
    every = dict(catalogue.bodies())
    for force in FORCE_LIST:
        name = force.place.replace("-", " ").title()
        every[force.id] = Body(
            force.id, f"{name} Police", "force", "Police force (invented)", invented=True
        )
        every[force.overseer] = Body(
            force.overseer, f"{name} Commissioner", "oversight", "Commissioner", invented=True
        )
    watched = (
        *relations.table(),
        *(Oversight(force.overseer, force.id, None, None, "Invented") for force in FORCE_LIST),
    )
    bodies = MappingProxyType(every)
    catalogue.bodies = lambda: bodies  # type: ignore[assignment]  # in this process alone
    relations.table = lambda: watched  # type: ignore[assignment]  # as above


def fill(*, findings: int, actions: int, points: int) -> int:
    """Documents, facts and figures of every force; how many entries the record then has."""
    from answerable.operations import people  # noqa: PLC0415  # after the home is chosen
    from answerable.store.reads import registers  # noqa: PLC0415  # as above

    by = people.acting_as(RECORDER)
    for n, force in enumerate(FORCE_LIST):
        share = findings // FORCES + (n < findings % FORCES)
        doing = actions // FORCES + (n < actions % FORCES)
        told = [
            *(*_findings(force, share), *_actions(force, share, doing)),
            *(*_sessions(force, share), *_said_of_figures(force, points // (8 * FORCES))),
        ]
        for begin in range(0, len(told), BATCH):
            batch = told[begin : begin + BATCH]
            book().append(
                about=force.id,
                decide=lambda _, b=batch: b,  # type: ignore[misc]  # one batch each
                by=by,
                at=AT,
                key=f"fill-{force.id}-{begin}",
            )
    _figures(points)
    return registers.head().size


def _findings(force: Force, share: int) -> Iterator[Fact]:
    for n in range(REPORTS):
        mine = range(n, share, REPORTS)
        report, on = force.report(n), date(2018 + n, 5, 14).isoformat()
        lines = [
            f"The force should show that {WORDS[k % len(WORDS)]} of district {k % 90} are put "
            f"right, part {k} for {force.place}."
            for k in mine
        ]
        html = "<!doctype html><html><head><title>Report of a load test</title></head><body>"
        data = (html + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>").encode()
        sha = documents.keep(data)
        text = canonical(data, media_type="text/html")
        documents.keep_text(text)
        yield f.DocumentFiled(
            **_of(force, f"document/{sha[:8]}", on),
            doc=sha,
            source=Source(kind="original", doc=sha),
            title=f"Report {n} on {force.place}",
            type="inspection-report",
            publisher="anyshire-inspectorate",
            published=on,
            media_type="text/html",
            standing="original",
        )
        yield f.GradeGiven(
            **_of(force, f"{report}/grade", on),
            source=Source(kind="original", doc=sha),
            question=THEMES[n % len(THEMES)].capitalize(),
            value=("good", "adequate", "requires improvement", "inadequate")[n % 4],
            cycle=str(2018 + n),
        )
        for place, (k, line) in enumerate(zip(mine, lines, strict=True)):
            start = text.text.index(line)
            cause = place == 0
            yield f.FindingPublished(
                **_of(force, reference(force, k), on),
                doc=sha,
                source=Source(kind="original", doc=sha, start=start, end=start + len(line)),
                quote=line,
                kind="cause-of-concern" if cause else "recommendation",
                number="1" if cause else str(place),
                owner="anyshire-inspectorate",
                theme=THEMES[n % len(THEMES)],
                text=line,
                due=None if k % 3 else date(2027, 3, 31).isoformat(),
                parent=None if cause else reference(force, n),
            )


def reference(force: Force, k: int) -> str:
    """The reference of a force's k-th finding."""
    n, place = k % REPORTS, k // REPORTS
    sort = f"recommendation/{place}" if place else "cause-of-concern/1"
    return f"{force.report(n)}/{sort}"


def _actions(force: Force, share: int, count: int) -> Iterator[Fact]:
    for k in range(count):
        stream, on = f"action/{force.place}/{k}", date(2024, 2, 1).isoformat()
        yield f.ActionPromised(
            **_of(force, stream, on),
            source=Source(kind="record"),
            text=f"Check every file of district {k % 90} and say what was found, step {k}.",
            owner=("acc", "dcc", "chief-constable", None)[k % 4],
            due=(date(2024, 6, 1) + timedelta(days=k * 5 % 1_300)).isoformat(),
            answers=(reference(force, k % share),),
        )
        if k % 4 == 0:
            yield f.RungReached(
                **_of(force, stream, "2025-05-02"), source=Source(kind="record"), rung="delivered"
            )
        if k % 9 == 0:
            yield f.DueDateMoved(
                **_of(force, stream, "2025-06-02"),
                source=Source(kind="record"),
                due="2027-06-30",
                reason="Vacant posts.",
            )


def _sessions(force: Force, share: int) -> Iterator[Fact]:
    for n in range(SESSIONS):
        on = force.session(n).isoformat()
        meeting = f"session/{force.overseer}/{on}"
        given = {"source": Source(kind="record")}
        yield f.MeetingHeld(
            **_of(force, meeting, on), **given, body=force.overseer, title="Session", date=on
        )
        for item in range(3):
            stream = f"{meeting}/item/{item + 1}"
            about = (reference(force, (3 * n + item) % share),)
            yield f.ItemTaken(
                **_of(force, stream, on),
                **given,
                meeting=meeting,
                number=str(item + 1),
                title=f"Item about {WORDS[(n + item) % len(WORDS)]}",
                about=about,
            )
            yield f.QuestionAsked(
                **_of(force, f"{meeting}/question/{item + 1}", on),
                **given,
                meeting=meeting,
                item=str(item + 1),
                text="What shows that it works?",
            )


def _said_of_figures(force: Force, months: int) -> Iterator[Fact]:
    """The load of each measure, and a source that names it: without one a crime series beside
    findings on organised crime is not shown, and its page would cost nothing."""
    for at, measure in enumerate(MEASURES):
        word, on = measure.removeprefix("police-uk-").replace("-", " "), "2025-03-04"
        said = f"The chief constable said that {word} fell by {at + 2} per cent."
        yield f.ClaimMade(
            **_of(force, f"claim/{force.place}/{measure}", on),
            source=Source(kind="record"),
            quote=said,
            n=at + 2,
            unit="per cent",
        )
        yield f.ObservationsLoaded(
            **_of(force, f"measure/{measure}/{force.id}", "2026-11-01"),
            source=Source(kind="record"),
            measure=measure,
            digest="0" * 64,
            rows=months,
            rejects=0,
            release=RELEASE,
        )


def _figures(points: int) -> None:
    """Monthly counts of eight measures of every force, as one release states them."""
    from answerable.operations.measures import evidence  # noqa: PLC0415  # after the home is chosen

    release = Vintage(RELEASE, date(2026, 11, 1))
    months = [date(1990 + m // 12, m % 12 + 1, 1) for m in range(points // (8 * FORCES) + 1)]
    rows = [
        Observation(
            measure_id=measure,
            body_id=force.id,
            breakdown="",
            period_start=month,
            period_end=period_end(start=month, grain="month"),
            value=float(200 + (17 * k + 31 * m + at * 13) % 90),
            vintage=release,
            source_sha256="0" * 64,
            source_row=m,
        )
        for at, measure in enumerate(MEASURES)
        for k, force in enumerate(FORCE_LIST)
        for m, month in enumerate(months)
    ]
    evidence.observations().add(tuple(rows[:points]))


def _of(force: Force, stream: str, on: str) -> dict[str, Any]:
    return {
        "institution": force.id,
        "stream": stream,
        "valid": Period(date.fromisoformat(on)),
        "said": on,
    }
